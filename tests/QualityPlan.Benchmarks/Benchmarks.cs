using System.Diagnostics;
using QualityPlan.Benchmarks.Figures;

namespace QualityPlan.Benchmarks;

/// <summary>
/// Measures every budget of speed that the site can be held to by now, prints a table and writes
/// docs/performance.md. <c>dotnet run -c Release --project tests/QualityPlan.Benchmarks</c>
/// </summary>
internal static class Benchmarks
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [MemoryProbe.Verb, ..])
        {
            return await MemoryProbe.RunAsync(args[1..]);
        }
        // The site says things of its own on standard output; there is to be nothing but the table.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        var watch = Stopwatch.StartNew();
        var only = args.FirstOrDefault() ?? "";
        using var folder = new WorkFolder();
        var table = new FigureTable();
        await using var libraries = await Libraries.MakeAsync(folder);
        (string Name, Func<Task> Measure)[] parts =
        [
            ("start", () => StartFigures.MeasureAsync(libraries, table)),
            ("books", () => BookFigures.MeasureAsync(libraries, table)),
            ("pages", () => PageFigures.MeasureAsync(libraries, table)),
            ("sizes", () => SizeFigures.MeasureAsync(libraries, table)),
            ("growth", () => GrowthFigures.MeasureAsync(libraries, table)),
            ("queries", () => QueryFigures.MeasureAsync(libraries, table)),
            ("crowd", () => CrowdFigures.MeasureAsync(libraries, table)),
        ];
        foreach (var (name, measure) in parts.Where(part => part.Name.Contains(only, StringComparison.Ordinal)))
        {
            Console.Error.WriteLine($"… {name}");
            await measure();
        }
        table.Print(output);
        if (only.Length == 0)
        {
            output.WriteLine($"written: {PerformancePage.Write(table, watch.Elapsed)}");
        }
        return 0;
    }
}

/// <summary>A folder for this run, gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qualityplan-benchmarks-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
