using System.Diagnostics;
using System.Net;

namespace QualityPlan.Benchmarks.Figures;

/// <summary>The site as a program of its own, on a database that is there: until the first page, and its memory when idle.</summary>
internal static class StartFigures
{
    private const int Starts = 5;
    private const int Port = 5471;

    private static readonly string Program = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "QualityPlan.Web", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "QualityPlan.Web.dll"));

    public static async Task MeasureAsync(Libraries libraries, FigureTable table)
    {
        var times = new List<double>();
        var cpu = new List<double>();
        var memory = 0.0;
        for (var start = 0; start < Starts; start++)
        {
            var watch = Stopwatch.StartNew();
            using var site = Start(libraries.Real.File);
            try
            {
                await FirstPageAsync(site);
                times.Add(watch.Elapsed.TotalSeconds);
                site.Refresh();
                cpu.Add(site.TotalProcessorTime.TotalSeconds);
                await Task.Delay(start == Starts - 1 ? 8000 : 100);
                site.Refresh();
                memory = site.WorkingSet64 / (1024.0 * 1024);
            }
            finally
            {
                site.Kill();
                await site.WaitForExitAsync();
            }
        }
        times.Sort();
        table.Add($"start to first page (CPU {FigureTable.Round(cpu.Min())} s), quickest", times[0], 3, "s", $"{Starts}");
        table.Tell("start to first page, median", $"{FigureTable.Round(times[Starts / 2])} s", $"{Starts}");
        table.Add("idle memory after the first page", memory, 200, "MB", "1");
    }

    private static Process Start(string databaseFile)
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        start.Environment["ConnectionStrings__QualityPlan"] = $"Data Source={databaseFile}";
        start.Environment["Security__RequireHttps"] = "false";
        var site = Process.Start(start)!;
        site.OutputDataReceived += (_, _) => { };
        site.BeginOutputReadLine();
        return site;
    }

    private static async Task FirstPageAsync(Process site)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        while (!site.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/sign-in");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    await answer.Content.ReadAsByteArrayAsync();
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new InvalidOperationException("The site did not start.");
    }
}
