using System.Net;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Todo;

/// <summary>A site for each test: the plan office sees every library of a site.</summary>
public sealed class TodoTests : IDisposable
{
    private readonly QuarterSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_reporter_sees_what_is_to_be_filed_by_when_and_the_link_leads_there()
    {
        var library = await _site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var page = await reporter.GetAsync("/");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var duty = page.Html.QuerySelectorAll("[data-testid=duty-file]");
        duty[0].TextContent.ShouldContain("填報115年第1季");
        duty[0].TextContent.ShouldContain("2列應填，已寫0列");
        duty[0].TextContent.ShouldContain("115/4/10");
        duty[0].TextContent.ShouldContain("還有3天");
        duty[0].QuerySelector("a")!.GetAttribute("href").ShouldBe($"/Progress/{library.RoundId}");
        (await reporter.GetAsync($"/Progress/{library.RoundId}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_submitting_it_is_the_heads_turn_and_after_that_the_offices()
    {
        var library = await _site.AddLibraryAsync();
        var reporter = await library.SubmitAsync();
        (await reporter.GetAsync("/todo")).Html.QuerySelectorAll("[data-testid=duty-file]").ShouldAllBe(duty => !duty.TextContent.Contains("第1季"));
        var head = await library.HeadAsync();
        (await head.GetAsync("/")).Find("duty-review")!.ShouldContain("審核115年第1季");
        await library.ChangeFilingAsync(filing => filing.Approve(Library.Someone(Role.UnitHead, library.Own.Id), _site.Clock.GetUtcNow().UtcDateTime));
        (await head.GetAsync("/")).Find("nothing-owed").ShouldNotBeNull();
        var office = await library.OfficeAsync();
        (await office.GetAsync("/")).Find("duty-compile")!.ShouldContain($"1個單位已核可，等候彙整：{library.Own.Name}");
    }

    [Fact]
    public async Task A_returned_filing_is_owed_until_its_day_with_the_number_of_its_defects()
    {
        var library = await _site.AddLibraryAsync();
        await library.SubmitAsync();
        var head = Library.Someone(Role.UnitHead, library.Own.Id);
        await library.ChangeFilingAsync(filing => filing.ReturnForCorrection(
            [new DefectText(null, "甲", new DateOnly(2026, 4, 15)), new DefectText(null, "乙", new DateOnly(2026, 4, 15))], head, _site.Clock.GetUtcNow().UtcDateTime));
        var duty = (await (await library.ReporterAsync()).GetAsync("/")).Find("duty-mend")!;
        duty.ShouldContain("2項缺失待補正");
        duty.ShouldContain("115/4/15（還有8天）");
    }

    [Fact]
    public async Task What_is_ticked_in_a_returned_quarter_is_owed_in_the_next_until_it_is_submitted_again()
    {
        var library = await _site.AddLibraryAsync(measures: 2, ofThem: 2);
        var rows = await library.RowsAsync();
        var (reporter, head) = (Library.Someone(Role.Reporter, library.Own.Id), Library.Someone(Role.UnitHead, library.Own.Id));
        await library.FileAsync(library.Own, FilingState.Submitted, new ReportText(ReportState.NotAchieved, "未完成") { Cause = "原因" });
        await library.ChangeFilingAsync(filing => filing.ReturnForCorrection([new DefectText(null, "請補正", null)], head, DateTime.UnixEpoch));
        await TickAsync(0, library.RoundId);
        await TickAsync(1, library.SecondRoundId);
        await library.ChangeFilingAsync(filing => filing.Submit(reporter, TaipeiClock.StartOfDay(new DateOnly(2026, 7, 6))), library.SecondRoundId);
        _site.Clock.SetDay(new DateOnly(2026, 7, 7));

        var duties = (await (await library.ReporterAsync()).GetAsync("/")).Html.QuerySelectorAll("[data-testid=duty-file]");

        duties.ShouldHaveSingleItem().TextContent.ShouldContain("填報115年第3季", customMessage: "March was not done when it was submitted");
        duties[0].TextContent.ShouldContain("2列應填");

        Task TickAsync(int checkpoint, int round) => library.ChangeFilingAsync(
            filing =>
            {
                foreach (var row in rows)
                {
                    filing.ReportFor(row.Id, row.MeasureId).Mark(row.Checkpoints[checkpoint], true, null);
                }
                filing.Save(reporter, new DateOnly(2026, 7, 6)).IsAllowed.ShouldBeTrue();
            },
            round);
    }

    [Fact]
    public async Task A_unit_that_owes_nothing_is_left_in_peace_and_not_chased()
    {
        var library = await _site.AddLibraryAsync(measures: 2, ofThem: 2);
        (await (await _site.SignInAsync(library.Other.Id, Role.Reporter)).GetAsync("/")).Find("nothing-owed").ShouldNotBeNull();
        var chase = (await (await library.OfficeAsync()).GetAsync("/")).Html.QuerySelectorAll("[data-testid=duty-chase]");
        chase[0].TextContent.ShouldContain($"1個單位應填而尚未送審：{library.Own.Name}");
        chase[0].TextContent.ShouldNotContain(library.Other.Name);
    }

    [Fact]
    public async Task After_the_closing_it_stays_in_sight_as_late()
    {
        var library = await _site.AddLibraryAsync();
        _site.Clock.SetDay(QuarterSite.TooLate);
        var duty = (await (await library.ReporterAsync()).GetAsync("/")).Html.QuerySelector("[data-testid=duty-file]")!;
        duty.TextContent.ShouldContain("已過3天");
        duty.TextContent.ShouldContain("請洽研發小組開放補填");
    }

    [Theory]
    [InlineData(Role.DeputyConvener, 1)]
    [InlineData(Role.Convener, 2)]
    public async Task A_report_lies_before_the_convener_whose_turn_it_is(Role role, int steps)
    {
        var library = await _site.AddLibraryAsync();
        await _site.ChangeAsync(db =>
        {
            var report = new CompiledReport(db.Rounds.Single(round => round.Id == library.RoundId));
            db.CompiledReports.Add(report);
            var now = _site.Clock.GetUtcNow().UtcDateTime;
            report.Act(CompiledReportAction.SendUp, new SignOffText("", report.Version), Library.Someone(Role.PlanOffice), now);
            if (steps == 2)
            {
                report.Act(CompiledReportAction.Sign, new SignOffText("", report.Version), Library.Someone(Role.DeputyConvener), now);
            }
        });
        (await (await _site.SignInAsync(role)).GetAsync("/")).Find("duty-sign")!.ShouldContain("核閱115年第1季彙整報告");
        var other = role == Role.Convener ? Role.DeputyConvener : Role.Convener;
        (await (await _site.SignInAsync(other)).GetAsync("/")).Find("nothing-owed").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_takes_the_same_few_queries_at_a_hundred_and_a_thousand_measures()
    {
        var counts = new List<int>();
        foreach (var size in new[] { 100, 1000 })
        {
            using var site = new QuarterSite();
            var library = await site.AddLibraryAsync(measures: size, ofThem: 30);
            var all = await site.SignInAsync(library.Own.Id, Role.Reporter, Role.UnitHead, Role.PlanOffice, Role.Convener);
            await all.GetAsync("/");
            counts.Add(await site.CountQueriesAsync(() => all.GetAsync("/")));
        }
        counts.Distinct().Count().ShouldBe(1, string.Join(' ', counts));
        counts[0].ShouldBeLessThanOrEqualTo(7, "one of them finds who is signed in");
    }
}
