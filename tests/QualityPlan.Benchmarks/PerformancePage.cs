using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace QualityPlan.Benchmarks;

/// <summary>Writes docs/performance.md.</summary>
internal static class PerformancePage
{
    public static string Write(FigureTable table, TimeSpan lasted)
    {
        var page = new StringBuilder();
        page.AppendLine("# Performance").AppendLine();
        page.AppendLine("Written by `dotnet run -c Release --project tests/QualityPlan.Benchmarks`; do not edit by hand.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"- date: {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {lasted.TotalMinutes:0.0} minutes");
        page.AppendLine(CultureInfo.InvariantCulture, $"- commit: {Ask(SourceTree.Root, "git", "describe", "--always", "--dirty", "--abbrev=10")}");
        page.AppendLine(CultureInfo.InvariantCulture, $"- machine: {Processor()}, {Environment.ProcessorCount} processors, {Memory()}, {RuntimeInformation.OSDescription.Trim()}, .NET {Environment.Version}");
        page.AppendLine(CultureInfo.InvariantCulture, $"- load of the machine at the end (1, 5, 15 minutes): {Load()}").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{table.Figures.Count(one => one.IsOk == true)} budgets kept, {table.Figures.Count(one => one.IsOk == false)} missed.").AppendLine();
        page.AppendLine("| figure | measured | budget | ok | N |").AppendLine("|---|---|---|---|---|");
        foreach (var figure in table.Figures)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {figure.Name} | {figure.Measured} | {figure.Budget} | {figure.Verdict} | {figure.Runs} |");
        }
        page.AppendLine().Append(Method);
        var file = Path.Combine(SourceTree.Root, "docs", "performance.md");
        File.WriteAllText(file, page.ToString().ReplaceLineEndings("\n"));
        return file;
    }

    private const string Method = """
        ## How it is measured

        - CPU figures are the processor time of the whole process, divided by the number of acts. The site runs in the
          measuring process, in Production and built for release; requests are handed straight to its pipeline, so that
          sign-in check, database, rendering and compression are in the figure and the network is not. A figure is the
          quietest of seven batches, which other programs disturbed least; the median stands beside it. N is batches × acts.
        - The real plan is the demonstration's: 97 rows, three signed quarters. The others are made by the verb `generate`
          with seed 1. The database is SQLite on disk with `synchronous=FULL`.
        - "Rendered from memory" is the plan page's view alone with its rows in memory: no frame, no sign-in, no database,
          no compression.
        - Queries are counted at the second look, without the one that finds who is signed in.
        - Memory above idle is the highest working set of a fresh process that writes one book, less what it had just before.
        - Start is from starting the published program to the last byte of the sign-in page, over real HTTP; time on the wall.
        - A first visit counts the home page and every style sheet, script and icon it names, compressed as the published
          site sends them.

        ## Not measured here

        SQL Server and PostgreSQL, two instances behind a proxy, indicators and later books that do not exist yet.

        """;

    private static string Processor() => Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() =>
        $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):0} GB";

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string? Line(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;

    private static string Ask(string folder, string program, params string[] words)
    {
        using var asked = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var answer = asked.StandardOutput.ReadToEnd().Trim();
        asked.WaitForExit();
        return answer;
    }
}
