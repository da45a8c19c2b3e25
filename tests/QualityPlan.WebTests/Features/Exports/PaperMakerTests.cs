using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using QualityPlan.Web.Features.Exports;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>The making of papers while the database is away: a background service that throws takes the whole site down.</summary>
public sealed class PaperMakerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_that_cannot_even_be_marked_as_failed_does_not_end_the_making_of_others()
    {
        using var maker = new PaperMaker(new NoDatabase(), NullLogger<PaperMaker>.Instance);
        await maker.StartAsync(Cancellation);

        await maker.Take(1).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        await maker.Take(2).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.False(maker.ExecuteTask!.IsCompleted, "The service has ended.");
        await maker.StopAsync(Cancellation);
        Assert.Equal(TaskStatus.RanToCompletion, maker.ExecuteTask.Status);
    }

    private sealed class NoDatabase : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => throw new InvalidOperationException("The database is away.");
    }
}
