using Shouldly;
using Xunit;

namespace QualityPlan.WebTests;

/// <summary>The temporary files of uploads under way. Other tests upload at the same time: theirs go away by themselves.</summary>
internal static class TemporaryUploads
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<string> Now() => [.. Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*")];

    /// <summary>What is here now and was not before goes away; a file that was left behind does not.</summary>
    public static async Task ShouldLeaveNothingAsync(IReadOnlyList<string> before)
    {
        var since = Now().Except(before).ToList();
        for (var waited = TimeSpan.Zero; waited < Patience && since.Exists(File.Exists); waited += TimeSpan.FromMilliseconds(100))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        since.Where(File.Exists).ShouldBeEmpty();
    }
}
