using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Reviews;

public class ReviewTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private const string Form = "[data-testid=review]";

    [Fact]
    public async Task The_head_sees_what_waits_and_approves_it_in_one_step()
    {
        var (library, filing, head) = await SubmittedAsync();
        var list = await head.GetAsync("/reviews");
        list.Find($"review-{filing.Id}")!.ShouldContain("審核");
        var page = await head.GetAsync($"/Reviews/{filing.Id}");
        page.Text.ShouldContain("已辦理");
        page.Find("review-summary")!.ShouldContain("已填2／2列");
        (await head.SubmitAsync(page, Form, $"/Reviews/{filing.Id}/approve", ("MendBy", ""))).Location.ShouldBe("/Reviews");
        var after = await library.FilingAsync();
        after.State.ShouldBe(FilingState.Approved);
        after.ApprovedByName.ShouldNotBeNull();
        (await site.AskAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).LastAsync())).Action.ShouldBe("approve-filing");
    }

    [Fact]
    public async Task Two_defects_and_one_for_the_whole_go_back_with_a_day_and_the_resubmission_shows_both_texts()
    {
        var (library, filing, head) = await SubmittedAsync();
        var rows = await library.RowsAsync();
        var page = await head.GetAsync($"/Reviews/{filing.Id}");
        await head.SubmitAsync(page, Form,
            ($"Defects[{rows[0].Id}]", "請附份數"), ($"Defects[{rows[1].Id}]", "請寫日期"), ("Whole", "格式不一"), ("MendBy", "115/4/15"));
        var returned = await library.FilingAsync();
        returned.State.ShouldBe(FilingState.Returned);
        returned.Defects.Select(defect => defect.AssignmentId).ShouldBe([rows[0].Id, rows[1].Id, null], ignoreOrder: true);
        returned.Defects.ShouldAllBe(defect => defect.MendBy == new DateOnly(2026, 4, 15));

        var reporter = await library.ReporterAsync();
        var mend = await reporter.GetAsync(library.Page);
        await reporter.SubmitAsync(mend, "[data-testid=fill-in]", library.Page + "/submit", ($"Rows[{rows[0].Id}].Narrative", "附問卷52份"));
        var again = await head.GetAsync($"/Reviews/{filing.Id}");
        var changes = again.Find($"changes-{rows[0].Id}")!;
        changes.ShouldContain("已辦理");
        changes.ShouldContain("附問卷52份");
        again.Find($"changes-{rows[1].Id}").ShouldBeNull();
        again.Find($"last-defect-{rows[0].Id}")!.ShouldContain("請附份數");
        again.Find("review-summary")!.ShouldContain("1列有修改");
    }

    [Fact]
    public async Task Whoever_submitted_cannot_approve_and_is_told_why()
    {
        var library = await site.AddLibraryAsync();
        var both = await site.SignInAsync(library.Own.Id, Role.Reporter, Role.UnitHead);
        await library.SubmitAsync(both);
        var filing = await library.FilingAsync();
        var page = await both.GetAsync($"/Reviews/{filing.Id}");
        page.Html.QuerySelector("[data-testid=approve]")!.HasAttribute("disabled").ShouldBeTrue();
        page.Find("approve-why")!.ShouldContain("不能核可自己送審的填報");
        var answer = await both.SubmitAsync(page, Form, $"/Reviews/{filing.Id}/approve");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("return")]
    public async Task A_filing_that_moved_on_meanwhile_is_shown_again_not_decided(string act)
    {
        var (library, filing, head) = await SubmittedAsync();
        var row = (await library.RowsAsync())[0];
        var reporter = Library.Someone(Role.Reporter, library.Own.Id);
        await library.ChangeFilingAsync(one => one.Withdraw(reporter, QuarterSite.InTime));
        await library.ChangeFilingAsync(one => one.Submit(reporter, site.Clock.GetUtcNow().UtcDateTime));
        var fields = act == "return" ? new[] { ($"Defects[{row.Id}]", "打好的缺失"), ("MendBy", "115/4/20") } : [];
        var answer = await head.PostAsync($"/Reviews/{filing.Id}/{act}", fields.Prepend(("Version", $"{filing.Version}")).ToArray());
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("已有變動");
        if (act == "return")
        {
            answer.Find($"defect-{row.Id}").ShouldBe("打好的缺失");
        }
        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
    }

    [Fact]
    public async Task Returning_needs_a_defect_and_a_day_that_is_still_to_come()
    {
        var (library, filing, head) = await SubmittedAsync();
        var row = (await library.RowsAsync())[0];
        var page = await head.GetAsync($"/Reviews/{filing.Id}");
        var none = await head.SubmitAsync(page, Form);
        none.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        none.Text.ShouldContain("請至少寫一項缺失");
        foreach (var day in new[] { "", "115/4/1", "2026/4/20", "明天" })
        {
            var answer = await head.SubmitAsync(page, Form, $"/Reviews/{filing.Id}/return", ($"Defects[{row.Id}]", "缺失"), ("MendBy", day));
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, day);
            answer.Find($"defect-{row.Id}").ShouldBe("缺失");
        }
        var approve = await head.SubmitAsync(page, Form, $"/Reviews/{filing.Id}/approve", ($"Defects[{row.Id}]", "缺失"));
        approve.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "defects are written but the other button was pressed");
        var after = await library.FilingAsync();
        (after.State, after.Version, after.Defects.Count).ShouldBe((FilingState.Submitted, filing.Version, 0));
    }

    [Fact]
    public async Task Another_units_filing_and_rows_are_not_found()
    {
        var (library, filing, head) = await SubmittedAsync();
        var stranger = await site.SignInAsync(library.Other.Id, Role.UnitHead);
        (await stranger.GetAsync($"/Reviews/{filing.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var version = ("Version", $"{filing.Version}");
        var foreign = await site.AddLibraryAsync(measures: 5);
        var foreignRow = (await foreign.RowsAsync(foreign.Other))[0];
        foreach (var act in new[] { "approve", "return" })
        {
            (await stranger.PostAsync($"/Reviews/{filing.Id}/{act}", version)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await head.PostAsync($"/Reviews/{filing.Id}/{act}", version, ($"Defects[{foreignRow.Id}]", "外列"), ("MendBy", "115/4/20")))
                .Status.ShouldBe(HttpStatusCode.NotFound);
        }
        var after = await library.FilingAsync();
        (after.State, after.Version).ShouldBe((FilingState.Submitted, filing.Version));
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.PlanOffice)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_are_shown_the_door(Role role)
    {
        var (library, filing, _) = await SubmittedAsync();
        var visit = await site.SignInAsync(library.Own.Id, role);
        (await visit.GetAsync("/reviews")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync($"/Reviews/{filing.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var act in new[] { "approve", "return" })
        {
            (await visit.PostAsync($"/Reviews/{filing.Id}/{act}", ("Version", $"{filing.Version}"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
    }

    [Fact]
    public async Task After_the_lock_nothing_is_decided()
    {
        var (library, filing, head) = await SubmittedAsync();
        await library.ChangeFilingAsync(one => one.Round.Lock());
        var answer = await head.PostAsync($"/Reviews/{filing.Id}/approve", ("Version", $"{filing.Version}"));
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text.ShouldContain("鎖定");
        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
    }

    [Fact]
    public async Task A_draft_is_not_shown_to_the_head()
    {
        var library = await site.AddLibraryAsync();
        var filing = await library.FilingAsync();
        var page = await (await library.HeadAsync()).GetAsync($"/Reviews/{filing.Id}");
        page.Text.ShouldContain("承辦人尚未送審");
        page.Html.QuerySelector(".report-row").ShouldBeNull();
    }

    [Fact]
    public async Task The_page_takes_the_same_six_queries_at_a_hundred_and_a_thousand_measures()
    {
        var counts = new List<int>();
        foreach (var size in new[] { 100, 1000 })
        {
            var library = await site.AddLibraryAsync(measures: size, ofThem: 2);
            await library.SubmitAsync();
            var (head, office) = (Library.Someone(Role.UnitHead, library.Own.Id), site.Clock.GetUtcNow().UtcDateTime);
            await library.ChangeFilingAsync(one => one.ReturnForCorrection([new DefectText(null, "再寫", null)], head, office));
            await library.SubmitAsync(words: "補上");
            var visit = await library.HeadAsync();
            var path = $"/Reviews/{(await library.FilingAsync()).Id}";
            await visit.GetAsync(path);
            counts.Add(await site.CountQueriesAsync(() => visit.GetAsync(path)));
        }
        counts.Distinct().Count().ShouldBe(1, string.Join(' ', counts));
        counts[0].ShouldBeLessThanOrEqualTo(7, "one of them finds who is signed in");
    }

    private async Task<(Library Library, UnitFiling Filing, Visit Head)> SubmittedAsync()
    {
        var library = await site.AddLibraryAsync();
        await library.SubmitAsync();
        return (library, await library.FilingAsync(), await library.HeadAsync());
    }
}
