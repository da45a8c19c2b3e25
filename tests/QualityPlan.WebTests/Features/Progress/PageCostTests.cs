using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

public class PageCostTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task The_fill_in_of_thirty_rows_takes_the_same_six_queries_at_a_hundred_and_a_thousand_measures()
    {
        var counts = new List<int>();
        foreach (var size in new[] { 100, 1000 })
        {
            var library = await site.AddLibraryAsync(measures: size, ofThem: 30);
            var reporter = await library.ReporterAsync();
            await reporter.GetAsync(library.Page);
            counts.Add(await site.CountQueriesAsync(() => reporter.GetAsync(library.Page)));
        }
        counts.Distinct().Count().ShouldBe(1, string.Join(' ', counts));
        counts[0].ShouldBeLessThanOrEqualTo(7, "one of them finds who is signed in");
    }

    [Fact]
    public async Task The_first_look_after_the_start_reads_the_plan_once()
    {
        var library = await site.AddLibraryAsync(measures: 100, ofThem: 30);
        var reporter = await library.ReporterAsync();
        (await site.CountQueriesAsync(() => reporter.GetAsync(library.Page))).ShouldBeLessThanOrEqualTo(10);
    }
}
