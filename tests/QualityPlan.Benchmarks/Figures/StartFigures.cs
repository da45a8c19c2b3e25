using System.Diagnostics;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>The published site on a database that is there: until the first page, and its memory when idle.</summary>
internal static class StartFigures
{
    private const int Starts = 5;

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var folder = await libraries.PublishedAsync();
        var times = new List<double>();
        var cpu = new List<double>();
        var memory = 0.0;
        for (var start = 0; start < Starts; start++)
        {
            var watch = Stopwatch.StartNew();
            using var site = await PublishedSite.StartAsync(folder, libraries.Real.File);
            times.Add(watch.Elapsed.TotalSeconds);
            cpu.Add(site.CpuSeconds);
            if (start == Starts - 1)
            {
                await Task.Delay(8000);
                memory = site.MegabytesUsed;
            }
        }
        times.Sort();
        table.Add($"start to first page (CPU {FigureTable.Round(cpu.Min())} s), quickest", times[0], 3, "s", $"{Starts}");
        table.Tell("start to first page, median", $"{FigureTable.Round(times[Starts / 2])} s", $"{Starts}");
        table.Add("idle memory after the first page", memory, 200, "MB", "1");
    }
}
