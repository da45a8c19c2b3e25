using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Benchmarks.Figures;
using QualityPlan.Documents;
using QualityPlan.Web.Books;

namespace QualityPlan.Benchmarks;

/// <summary>A process of its own in which the 計畫表 is written once, so that its highest memory is the book's.</summary>
internal static class MemoryProbe
{
    public const string Verb = "memory";

    /// <summary>Megabytes above idle.</summary>
    public static async Task<double> AskAsync(string databaseFile, DocumentFormat format)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, databaseFile, format.ToString()]) { RedirectStandardOutput = true };
        using var probe = Process.Start(start)!;
        var answer = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public static async Task<int> RunAsync(string[] words)
    {
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        var library = await Library.OpenAsync(words[0]);
        var press = library.Site.Services.GetRequiredService<BookPress>();
        var document = await BookFigures.PlanDocumentAsync(library);
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var idle = self.WorkingSet64;
        press.Print(document, Enum.Parse<DocumentFormat>(words[1]));
        self.Refresh();
        var above = Math.Max(0, self.PeakWorkingSet64 - idle) / (1024.0 * 1024);
        await output.WriteAsync(above.ToString("0.0", CultureInfo.InvariantCulture));
        await library.Site.DisposeAsync();
        return 0;
    }
}
