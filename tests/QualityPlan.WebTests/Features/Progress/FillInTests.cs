using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

public class FillInTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private const string Form = "[data-testid=fill-in]";

    [Fact]
    public async Task All_rows_of_the_unit_stand_on_one_page_and_those_that_owe_nothing_are_folded()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        var rows = await library.RowsAsync();
        var page = await (await library.ReporterAsync()).GetAsync($"/Progress/{library.RoundId}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.QuerySelectorAll("section.report-row").Length.ShouldBe(3);
        page.Html.QuerySelector($"details.free-rows #row-{rows[2].Id}").ShouldNotBeNull();
        page.Html.QuerySelector($"details.free-rows #row-{rows[0].Id}").ShouldBeNull();
        page.Html.QuerySelector(".progress-line")!.TextContent.ShouldContain("0/2 已填");
    }

    [Fact]
    public async Task The_only_open_round_opens_at_once_and_of_two_one_chooses()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var both = await reporter.GetAsync("/progress");
        both.Find($"round-{library.RoundId}")!.ShouldContain("填報");
        both.Find($"round-{library.SecondRoundId}")!.ShouldContain("填報");
        site.Clock.SetDay(new DateOnly(2026, 5, 15));
        (await (await library.ReporterAsync()).GetAsync("/progress")).Location.ShouldBe($"/Progress/{library.SecondRoundId}");
    }

    [Fact]
    public async Task Saving_the_page_without_scripts_keeps_what_was_typed_and_leaves_the_rest_alone()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var rows = await library.RowsAsync();
        var page = await reporter.GetAsync(library.Page);
        var answer = await reporter.SubmitAsync(page, Form,
            ($"Rows[{rows[1].Id}].Narrative", " 一月至三月辦理三場。\r\n第二行 "),
            ($"Rows[{rows[1].Id}].State", "Continuing"),
            ($"Rows[{rows[1].Id}].Percent", "50"),
            ($"Rows[{rows[1].Id}].Done", $"{rows[1].Checkpoints[0]}"),
            ($"Rows[{rows[1].Id}].Counts[{rows[1].Checkpoints[0]}]", "4"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        var filing = await library.FilingAsync();
        filing.State.ShouldBe(FilingState.Draft);
        var report = filing.Reports.ShouldHaveSingleItem();
        report.Narrative.ShouldBe("一月至三月辦理三場。\n第二行");
        (report.State, report.ActualPercent).ShouldBe((ReportState.Continuing, 50));
        var mark = report.Marks.ShouldHaveSingleItem();
        (mark.CheckpointId, mark.IsDone, mark.ActualCount).ShouldBe((rows[1].Checkpoints[0], true, 4));
        var again = await reporter.GetAsync(library.Page);
        again.Html.QuerySelector(".progress-line")!.TextContent.ShouldContain("1/2 已填");
        var entry = await LastEntryAsync(filing.Id);
        (entry.Action, entry.UnitId).ShouldBe(("save-report", library.Own.Id));
        entry.After!.ShouldContain("一月至三月");
    }

    [Theory]
    [InlineData("", HttpStatusCode.Redirect)]
    [InlineData("/autosave", HttpStatusCode.OK)]
    public async Task Full_width_digits_are_numbers(string act, HttpStatusCode done)
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[1];
        var answer = await reporter.PostAsync(
            library.Page + act, ($"Rows[{row.Id}].Stamp", "0.x"), ($"Rows[{row.Id}].State", "InProgress"), ($"Rows[{row.Id}].Narrative", "辦理"),
            ($"Rows[{row.Id}].Percent", "１００"), ($"Rows[{row.Id}].Counts[{row.Checkpoints[0]}]", "　３"));
        answer.Status.ShouldBe(done, answer.Text);
        var report = (await library.FilingAsync()).Reports.ShouldHaveSingleItem();
        (report.ActualPercent, report.Marks.Single().ActualCount).ShouldBe((100, 3));
    }

    [Theory]
    [InlineData("１０１")]
    [InlineData("－１")]
    [InlineData("百")]
    public async Task A_number_out_of_bounds_is_refused_in_any_width_and_comes_back_as_typed(string percent)
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[1];
        var answer = await reporter.SubmitAsync(
            await reporter.GetAsync(library.Page), Form, ($"Rows[{row.Id}].Narrative", "辦理"), ($"Rows[{row.Id}].Percent", percent));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector($"[name='Rows[{row.Id}].Percent']")!.GetAttribute("value").ShouldBe(percent);
        (await library.FilingAsync()).Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_changed_saves_nothing_and_writes_no_trail()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var answer = await reporter.SubmitAsync(await reporter.GetAsync(library.Page), Form);
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var filing = await library.FilingAsync();
        (filing.State, filing.Version, filing.Reports.Count).ShouldBe((FilingState.Empty, 0, 0));
    }

    [Fact]
    public async Task No_change_this_quarter_is_confirmed_by_a_sentence()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        await reporter.SubmitAsync(await reporter.GetAsync(library.Page), Form, ($"Rows[{row.Id}].IsUnchanged", "true"));
        var report = (await library.FilingAsync()).Reports.ShouldHaveSingleItem();
        (report.IsUnchanged, report.Narrative).ShouldBe((true, "本季無變動，辦理情形同上季。"));
    }

    [Fact]
    public async Task Submitting_names_every_lack_at_once_with_links_and_keeps_the_text()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var rows = await library.RowsAsync();
        var page = await reporter.GetAsync(library.Page);
        var answer = await reporter.SubmitAsync(page, Form, library.Page + "/submit", ($"Rows[{rows[0].Id}].Narrative", "尚未完成"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var links = answer.Html.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")).ToList();
        links.ShouldBe([
            $"#Rows_{rows[0].Id}__Cause", $"#Rows_{rows[0].Id}__Countermeasure", $"#Rows_{rows[0].Id}__ExpectedDoneOn",
            $"#Rows_{rows[1].Id}__Narrative"], ignoreOrder: true);
        links.ShouldAllBe(link => answer.Html.QuerySelector(link!) != null);
        var filing = await library.FilingAsync();
        filing.State.ShouldBe(FilingState.Draft);
        filing.Reports.Single().Narrative.ShouldBe("尚未完成");
    }

    [Fact]
    public async Task A_complete_filing_is_submitted_with_a_version_of_every_report()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.SubmitAsync();
        var filing = await library.FilingAsync();
        (filing.State, filing.IsLate, filing.IsOnBehalf, filing.SubmissionCount).ShouldBe((FilingState.Submitted, false, false, 1));
        filing.Reports.ShouldAllBe(report => report.Versions.Count == 1);
        (await LastEntryAsync(filing.Id)).Action.ShouldBe("submit-filing");
        var page = await reporter.GetAsync(library.Page);
        page.Find("closed-reason").ShouldNotBeNull();
        page.Html.QuerySelector("textarea").ShouldBeNull();
        page.Html.QuerySelector("form[data-autosave]").ShouldBeNull();
        page.Find("withdraw").ShouldBe("抽回");
    }

    [Fact]
    public async Task A_submission_can_be_taken_back_until_the_head_has_dealt_with_it()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.SubmitAsync();
        var page = await reporter.GetAsync(library.Page);
        var stale = await reporter.PostAsync(library.Page + "/withdraw", ("version", "0"));
        stale.Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
        await reporter.SubmitAsync(page, $"form[action='{library.Page}/withdraw']");
        (await library.FilingAsync()).State.ShouldBe(FilingState.Draft);
    }

    [Fact]
    public async Task The_plan_office_files_on_behalf_and_the_filing_says_so()
    {
        var library = await site.AddLibraryAsync();
        await library.SubmitAsync(await library.OfficeAsync());
        var filing = await library.FilingAsync();
        (filing.State, filing.IsOnBehalf).ShouldBe((FilingState.Submitted, true));
        (await (await library.ReporterAsync()).GetAsync(library.Page)).Text.ShouldContain("代填");
    }

    [Fact]
    public async Task Defects_stand_at_their_rows_with_the_day_to_mend_them()
    {
        var library = await site.AddLibraryAsync();
        await library.SubmitAsync();
        var row = (await library.RowsAsync())[0];
        var head = Library.Someone(Role.UnitHead, library.Own.Id);
        await library.ChangeFilingAsync(filing => filing.ReturnForCorrection(
            [new DefectText(row.Id, "請附份數", new DateOnly(2026, 4, 20)), new DefectText(null, "格式不一", null)], head, site.Clock.GetUtcNow().UtcDateTime));
        site.Clock.SetDay(QuarterSite.TooLate);
        var page = await (await library.ReporterAsync()).GetAsync(library.Page);
        page.Find($"defect-{row.Id}")!.ShouldContain("請附份數（限115/4/20前補正）");
        page.Find("defect-all")!.ShouldContain("格式不一");
        await library.SubmitAsync(words: "附問卷52份");
        var filing = await library.FilingAsync();
        (filing.State, filing.IsLate, filing.SubmissionCount).ShouldBe((FilingState.Submitted, false, 2));
        filing.Defects.ShouldAllBe(defect => defect.MendedAtUtc != null);
    }

    [Fact]
    public async Task Last_quarters_words_and_last_years_stand_beside_the_box()
    {
        var lastYear = await site.AddLibraryAsync(year: new(114));
        var library = await site.AddLibraryAsync(sameUnits: lastYear);
        var rows = await lastYear.RowsAsync();
        await FileAsync(lastYear, lastYear.RoundId, rows[0].Id, "去年第1季的文字");
        var own = (await library.RowsAsync())[0];
        await FileAsync(library, library.RoundId, own.Id, "今年第1季的文字");
        var reporter = await library.ReporterAsync();
        var first = await reporter.GetAsync(library.Page);
        first.Html.QuerySelector($"#row-{own.Id} .before")!.TextContent.ShouldContain("去年第1季的文字");
        var second = await reporter.GetAsync($"/Progress/{library.SecondRoundId}");
        second.Html.QuerySelector($"#row-{own.Id} .before")!.TextContent.ShouldContain("今年第1季的文字");
    }

    private async Task FileAsync(Library library, int roundId, int row, string words)
    {
        var measure = await site.AskAsync(db => db.Measures
            .Where(one => one.Assignments.Any(assignment => assignment.Id == row)).Select(one => one.Id).SingleAsync());
        await library.ChangeFilingAsync(
            filing =>
            {
                var at = filing.Round.OpensOn.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc);
                var reporter = Library.Someone(Role.Reporter, library.Own.Id);
                filing.Save(reporter, filing.Round.OpensOn).IsAllowed.ShouldBeTrue();
                filing.ReportFor(row, measure).Write(new ReportText(ReportState.InProgress, words), at);
                filing.Submit(reporter, at).IsAllowed.ShouldBeTrue();
            },
            roundId);
    }

    private Task<Web.Data.Audit.AuditEntry> LastEntryAsync(int filingId) => site.AskAsync(db => db.AuditEntries
        .Where(entry => entry.EntityType == nameof(UnitFiling) && entry.EntityId == filingId.ToString())
        .OrderByDescending(entry => entry.Sequence).FirstAsync());
}
