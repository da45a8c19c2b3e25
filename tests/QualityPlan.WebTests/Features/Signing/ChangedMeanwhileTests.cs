using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

/// <summary>A signature is taken only for what was shown; whoever was overtaken is told what changed.</summary>
public class ChangedMeanwhileTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task A_filing_returned_meanwhile_is_named_and_the_second_look_signs()
    {
        var (library, deputy, page) = await ShownAsync();
        var office = await library.OfficeAsync();
        await office.SubmitAsync(
            await office.GetAsync($"/compiling/{library.RoundId}/units/{library.Own.Id}"), "[data-testid=return-form]", ("Overall", "請補件"));

        var late = await deputy.SubmitAsync(page, "[data-testid=sign-form]", ("Directive", "如擬"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("differences")!.ShouldContain($"{library.Own.Name}的填報已有變動，目前是「退回補正」");
        late.Find("directive").ShouldBe("如擬");
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.AwaitingDeputy);
        (await deputy.SubmitAsync(late, "[data-testid=sign-form]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.AwaitingConvener);
    }

    [Fact]
    public async Task A_report_taken_back_reworded_and_sent_again_is_told_step_by_step()
    {
        var (library, deputy, page) = await ShownAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var office = await library.OfficeAsync();
        await office.SubmitAsync(await office.GetAsync($"/compiling/{library.RoundId}"), "[data-testid=withdraw-form]");
        await office.SubmitAsync(
            await office.GetAsync($"/compiling/{library.RoundId}/table"), "[data-testid=wording-form]", ("Summary.Wording", "改寫"));
        await library.SendUpAsync(office);

        var late = await deputy.SubmitAsync(page, "[data-testid=sign-form]");

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        var told = late.Find("differences")!;
        told.ShouldContain("抽回");
        told.ShouldContain("陳核");
        told.ShouldContain("修改115年第1季彙整說明");
    }

    [Fact]
    public async Task A_filing_that_comes_in_late_counts_although_nobody_touched_the_report()
    {
        var (library, deputy, page) = await ShownAsync();
        var version = (await library.ReportAsync()).Version;
        await library.FileAsync(library.Other, FilingState.Submitted);

        var late = await deputy.SubmitAsync(page, "[data-testid=sign-form]");

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("differences")!.ShouldContain($"{library.Other.Name}的填報已有變動，目前是「已送審」");
        (await library.ReportAsync()).Version.ShouldBe(version);
    }

    [Fact]
    public async Task A_row_of_the_plan_that_changed_under_the_report_is_looked_at_again()
    {
        var (library, deputy, page) = await ShownAsync();
        await site.ChangeAsync(db => db.Measures.Include(one => one.Checkpoints)
            .OrderBy(one => one.Position).Last(one => one.PlanId == library.PlanId)
            .Schedule(DeadlineKind.Dated, [(new DateOnly(2025, 12, 31), null)], isDecided: true));
        await site.ChangeAsync(db => db.Plans.Single(one => one.Id == library.PlanId).Touch());

        var late = await deputy.SubmitAsync(page, "[data-testid=sign-form]");

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("differences")!.ShouldContain("推動作法、期限或燈號已有變動");
        late.Find("exceptions")!.ShouldContain("逾期");
    }

    [Fact]
    public async Task A_night_between_reading_and_signing_moves_no_light()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.SendUpAsync();
        var account = await site.AddAccountAsync(null, Role.DeputyConvener);
        var page = await (await site.SignInAsync(account.UserName!)).GetAsync($"/signing/{library.RoundId}");
        page.Find("not-reported")!.ShouldContain(library.Other.Name);
        site.Clock.SetDay(QuarterSite.TooLate);
        var nextDay = await site.SignInAsync(account.UserName!);
        var token = (await nextDay.GetAsync($"/signing/{library.RoundId}")).Token!;

        var answer = await nextDay.SubmitAsync(page, "[data-testid=sign-form]", ("__RequestVerificationToken", token));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Find("differences"));
    }

    [Theory]
    [InlineData(CompiledReportState.AwaitingDeputy, Role.DeputyConvener)]
    [InlineData(CompiledReportState.AwaitingConvener, Role.Convener)]
    public async Task Of_two_signers_and_double_clicks_exactly_one_wins_and_the_others_are_told(CompiledReportState state, Role role)
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.ReportInAsync(state);
        var (one, other) = (await site.SignInAsync(role), await site.SignInAsync(role));
        var (page, otherPage) = (await one.GetAsync($"/signing/{library.RoundId}"), await other.GetAsync($"/signing/{library.RoundId}"));
        var before = (await library.ReportAsync()).SignOffs.Count;

        var answers = await Task.WhenAll(
            one.SubmitAsync(page, "[data-testid=sign-form]"), other.SubmitAsync(otherPage, "[data-testid=sign-form]"),
            one.SubmitAsync(page, "[data-testid=sign-form]"), other.SubmitAsync(otherPage, "[data-testid=sign-form]"));

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var loser in answers.Where(answer => answer.Status != HttpStatusCode.Redirect))
        {
            loser.Status.ShouldBe(HttpStatusCode.Conflict);
            loser.Find("differences")!.ShouldContain("簽核");
        }
        var report = await library.ReportAsync();
        report.SignOffs.Count.ShouldBe(before + 1);
        report.Files.Count.ShouldBe(state == CompiledReportState.AwaitingConvener ? 6 : 0);
    }

    private async Task<(Library Library, Visit Deputy, Answer Page)> ShownAsync()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.SendUpAsync();
        var deputy = await site.SignInAsync(Role.DeputyConvener);
        return (library, deputy, await deputy.GetAsync($"/signing/{library.RoundId}"));
    }
}
