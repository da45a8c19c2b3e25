using System.Net;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>A book on screen keeps to the budget of a page, however many quarters are open and whatever became of them.</summary>
public sealed class PreviewCostTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    /// <summary>The check of who is signed in.</summary>
    private const int Gate = 1;

    [Theory]
    [InlineData("plan", "", 6)]
    [InlineData("table", "", 6)]
    [InlineData("quarter", "&quarter=1", 6)]
    [InlineData("quarter", "&quarter=2", 5)]
    [InlineData("exceptions", "&quarter=2", 5)]
    [InlineData("unit", "&unitId={1}", 6)]
    // The template, and what was last submitted of a filing that is returned: each takes one of its own.
    [InlineData("memo", "&quarter=1", 7)]
    [InlineData("year", "", 7)]
    public async Task Of_open_quarters_it_takes_no_more_queries_than_a_page(string book, string of, int most)
    {
        var library = await WithTwoOpenQuartersAsync();
        var office = await library.OfficeAsync();
        var path = string.Format($"/exports/preview?book={book}&planId={{0}}{of}", library.PlanId, library.Own.Id);
        await CountAsync(office, path); // The plan's table is kept from the first look on.

        var count = await CountAsync(office, path);

        count.ShouldBeLessThanOrEqualTo(Gate + most);
        count.ShouldBeGreaterThan(Gate + 1, "a book is read from the database");
    }

    [Fact]
    public async Task Words_of_each_open_quarter_are_its_own()
    {
        var library = await WithTwoOpenQuartersAsync();
        var office = await library.OfficeAsync();

        var first = await office.GetAsync($"/exports/preview?book=quarter&planId={library.PlanId}&quarter=1");
        var year = await office.GetAsync($"/exports/preview?book=year&planId={library.PlanId}");

        first.Text.ShouldContain("首季彙整文字");
        first.Text.ShouldContain("首季所報");
        first.Text.ShouldNotContain("次季所報");
        year.Text.ShouldContain("第1季：首季彙整文字");
        year.Text.ShouldContain("第2季：次季所報");
    }

    /// <summary>The first quarter is being compiled while a filing of it is returned; the second has just begun.</summary>
    private async Task<Library> WithTwoOpenQuartersAsync()
    {
        var library = await site.AddLibraryAsync(measures: 6);
        await library.FileAsync(library.Own, text: new ReportText(ReportState.InProgress, "首季所報"));
        await library.FileAsync(library.Other, text: new ReportText(ReportState.InProgress, "首季所報"));
        var row = (await library.RowsAsync())[0].MeasureId;
        await site.ChangeAsync(db =>
        {
            var report = new CompiledReport(db.Rounds.Single(round => round.Id == library.RoundId));
            ReportSteps.Must(report.Word(row, "首季彙整文字", ReportSteps.Office));
            db.CompiledReports.Add(report);
        });
        await library.ChangeFilingAsync(filing => ReportSteps.Must(
            filing.ReturnForCorrection([new DefectText(null, "請補正", null)], ReportSteps.Office, DateTime.UnixEpoch)));
        site.Clock.SetDay(new DateOnly(2026, 7, 7));
        await (library with { RoundId = library.SecondRoundId }).FileAsync(
            library.Own, text: new ReportText(ReportState.InProgress, "次季所報"));
        return library;
    }

    private Task<int> CountAsync(Visit visit, string path) =>
        site.CountQueriesAsync(async () => (await visit.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path));
}
