using System.Diagnostics;
using System.Net;

namespace QualityPlan.Benchmarks;

/// <summary>The site as an agency runs it: published, a program of its own, over real HTTP.</summary>
internal sealed class PublishedSite : IDisposable
{
    private const int Port = 5471;

    private readonly Process _process;

    private PublishedSite(Process process) => _process = process;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{Port}"),
    };

    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public double MegabytesUsed
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <summary>Publishes the site into the folder; throws when that fails.</summary>
    public static async Task PublishAsync(string folder)
    {
        using var publishing = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", SourceTree.Web, "-c", "Release", "-o", folder, "-v", "q"]) { RedirectStandardOutput = true })!;
        var words = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        if (publishing.ExitCode != 0)
        {
            throw new InvalidOperationException($"The site was not published: {words}");
        }
    }

    /// <summary>Starts it on a database and waits until the sign-in page is there.</summary>
    public static async Task<PublishedSite> StartAsync(string folder, string databaseFile)
    {
        var start = new ProcessStartInfo("dotnet", ["QualityPlan.Web.dll"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        start.Environment["ConnectionStrings__QualityPlan"] = $"Data Source={databaseFile}";
        start.Environment["Security__RequireHttps"] = "false";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var site = new PublishedSite(process);
        await site.FirstPageAsync();
        return site;
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task FirstPageAsync()
    {
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await Client.GetAsync("/sign-in");
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
