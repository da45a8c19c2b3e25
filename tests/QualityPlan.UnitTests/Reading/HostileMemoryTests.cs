using System.Diagnostics;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

/// <summary>Reads all hostile files once more in a process that may hold no more than 256 MB of objects.</summary>
public class HostileMemoryTests
{
    private const string Limit = "0x10000000";

    [Theory]
    [InlineData("*.HostileFileTests")]
    [InlineData("*.HtmlReaderTests")]
    [InlineData("*.MutationTests")]
    public async Task No_hostile_file_takes_more_than_256_megabytes(string tests)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "QualityPlan.UnitTests"), ["-noLogo", "-noColor", "-class", tests])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = Limit;
        start.Environment["DOTNET_gcServer"] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, output + await error);
    }
}
