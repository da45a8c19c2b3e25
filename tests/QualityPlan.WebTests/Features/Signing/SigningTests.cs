using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

public class SigningTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private static readonly ReportText Behind = new(ReportState.NotAchieved, "尚未辦理")
    {
        Cause = "廠商延遲", Countermeasure = "改分批交付", ExpectedDoneOn = new DateOnly(2026, 5, 15),
    };

    [Fact]
    public async Task One_page_shows_what_is_behind_first_then_counts_chain_and_form()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled, Behind);
        await library.SendUpAsync();

        var page = await (await site.SignInAsync(Role.DeputyConvener)).GetAsync(Page(library));

        var exceptions = page.Find("exceptions")!;
        exceptions.ShouldContain("廠商延遲");
        exceptions.ShouldContain("改分批交付");
        exceptions.ShouldContain("115/5/15");
        page.Text.IndexOf("data-testid=\"exceptions\"", StringComparison.Ordinal)
            .ShouldBeLessThan(page.Text.IndexOf("data-testid=\"light-counts\"", StringComparison.Ordinal));
        page.Find("sign-offs")!.ShouldContain("陳核");
        page.Text.ShouldContain("不是公文線上簽核");
        page.Html.QuerySelector("[data-testid=full-table]")!.HasAttribute("open").ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_waits_for_whoever_is_next()
    {
        var library = await site.AddLibraryAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var (deputy, convener) = (await site.SignInAsync(Role.DeputyConvener), await site.SignInAsync(Role.Convener));

        (await WaitingAsync(deputy)).ShouldContain(library.RoundId);
        (await WaitingAsync(convener)).ShouldNotContain(library.RoundId);
        await library.SignAsync(deputy);
        (await WaitingAsync(deputy)).ShouldNotContain(library.RoundId);
        (await WaitingAsync(convener)).ShouldContain(library.RoundId);
    }

    [Fact]
    public async Task Both_sign_and_everything_is_locked_in_one_stroke()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.FileAsync(library.Other, FilingState.Submitted);
        await library.SendUpAsync();

        (await library.SignAsync(await site.SignInAsync(Role.DeputyConvener), "請追蹤")).Location.ShouldBe(Page(library));
        (await library.SignAsync(await site.SignInAsync(Role.Convener), "如擬")).Location.ShouldBe(Page(library));

        var report = await library.ReportAsync();
        report.State.ShouldBe(CompiledReportState.Signed);
        report.Round.IsLocked.ShouldBeTrue();
        report.SignOffs.Select(step => step.Directive).ShouldBe(["", "請追蹤", "如擬"], ignoreOrder: true);
        report.Files.Select(file => file.Format).ShouldBe(["xlsx", "ods", "docx", "odt", "pdf", "json"], ignoreOrder: true);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Locked);
        (await library.FilingAsync(unit: library.Other)).State.ShouldBe(FilingState.Submitted);
        (await library.CountTrailAsync("sign-report", report.Id.Text())).ShouldBe(2);
        (await library.CountTrailAsync("lock-round", library.RoundId.Text())).ShouldBe(1);
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_leads_back_to_the_office()
    {
        var library = await site.AddLibraryAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var deputy = await site.SignInAsync(Role.DeputyConvener);
        var page = await deputy.GetAsync(Page(library));

        var without = await deputy.SubmitAsync(page, "[data-testid=sign-form]", Page(library) + "/return", ("Directive", " "));
        without.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Text.ShouldContain("退回時請寫明理由");

        var with = await deputy.SubmitAsync(page, "[data-testid=sign-form]", Page(library) + "/return", ("Directive", "數字不符"));
        with.Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.Compiling);
    }

    [Fact]
    public async Task A_directive_that_is_too_long_comes_back_whole()
    {
        var library = await site.AddLibraryAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var text = new string('示', 2001);

        var answer = await library.SignAsync(await site.SignInAsync(Role.DeputyConvener), text);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("directive").ShouldBe(text);
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.AwaitingDeputy);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Administrator)]
    public async Task Who_neither_signs_nor_reads_reports_is_refused(Role role)
    {
        var library = await site.AddLibraryAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var visit = await site.SignInAsync(library.Own.Id, role);

        foreach (var path in new[] { "/signing", Page(library), "/signing/file/1" })
        {
            (await visit.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
        (await visit.PostAsync(Page(library) + "/sign", ("VersionShown", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.PostAsync(Page(library) + "/return", ("VersionShown", "1"), ("Directive", "不"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await library.ReportAsync()).SignOffs.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Auditor)]
    public async Task Readers_see_signed_reports_and_no_others(Role role)
    {
        var open = await site.AddLibraryAsync();
        await open.ReportInAsync(CompiledReportState.AwaitingConvener);
        var signed = await SignedAsync();
        var visit = await site.SignInAsync(role);

        var list = await visit.GetAsync("/signing");
        list.Find($"report-{signed.RoundId}").ShouldNotBeNull();
        list.Find($"report-{open.RoundId}").ShouldBeNull();
        (await visit.GetAsync(Page(open))).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await visit.GetAsync(Page(signed));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.QuerySelector("[data-testid=sign-form]").ShouldBeNull();
        (await visit.GetAsync(page.Html.QuerySelector("[data-testid=file-pdf]")!.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
        (await visit.PostAsync(Page(open) + "/sign", ("VersionShown", "2"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var convener = await site.SignInAsync(Role.Convener);
        var library = await site.AddLibraryAsync();
        foreach (var path in new[] { "/signing/999999", Page(library), "/signing/file/999999" })
        {
            (await convener.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
        (await convener.PostAsync("/signing/999999/sign")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await convener.PostAsync(Page(library) + "/return", ("Directive", "不"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Page(Library library) => $"/signing/{library.RoundId}";

    private static async Task<List<int>> WaitingAsync(Visit visit)
    {
        var page = await visit.GetAsync("/signing");
        return page.Html.QuerySelectorAll("[aria-label=待我核閱的報告] tr[data-testid]")
            .Select(row => int.Parse(row.GetAttribute("data-testid")!["report-".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
    }

    private async Task<Library> SignedAsync()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        (await library.SignAsync(await site.SignInAsync(Role.Convener))).Status.ShouldBe(HttpStatusCode.Redirect);
        return library;
    }
}
