using System.Net;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Compiling;

public class SendUpTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task Who_sends_up_before_the_window_closes_is_told_what_that_means()
    {
        var library = await site.AddLibraryAsync();
        var page = $"/compiling/{library.RoundId}/send-up";

        (await (await library.OfficeAsync()).GetAsync(page)).Find("early")!.ShouldContain("115年4月10日");
        site.Clock.SetDay(QuarterSite.TooLate);
        (await (await library.OfficeAsync()).GetAsync(page)).Find("early").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_named_and_must_be_confirmed()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Compiled);
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Path(library));
        page.Find("missing")!.ShouldContain($"{library.Other.Name}：○ 未填（0/1 已填）");

        var unconfirmed = await office.SubmitAsync(page, "[data-testid=send-up-form]", ("Form.Directive", "如附"));
        unconfirmed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unconfirmed.Find("directive").ShouldBe("如附");

        var sent = await office.SubmitAsync(unconfirmed, "[data-testid=send-up-form]", ("Form.IsConfirmed", "true"));
        sent.Location.ShouldBe($"/compiling/{library.RoundId}", sent.Text);
        var report = await library.ReportAsync();
        report.State.ShouldBe(CompiledReportState.AwaitingDeputy);
        report.SignOffs.Single().Directive.ShouldBe("如附");
        (await library.CountTrailAsync("send-up-report", report.Id.Text())).ShouldBe(1);
    }

    [Fact]
    public async Task A_complete_round_goes_up_without_a_tick()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        var office = await library.OfficeAsync();

        var sent = await office.SubmitAsync(await office.GetAsync(Path(library)), "[data-testid=send-up-form]");

        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
    }

    [Fact]
    public async Task A_filing_that_changed_meanwhile_is_shown_before_it_goes_up()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Path(library));
        await library.ChangeFilingAsync(filing => filing.ReturnForCorrection([new DefectText(null, "缺", null)], ReportSteps.Office, DateTime.UnixEpoch));

        var answer = await office.SubmitAsync(page, "[data-testid=send-up-form]");

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find("missing")!.ShouldContain("退回補正");
        (await office.SubmitAsync(answer, "[data-testid=send-up-form]", ("Form.IsConfirmed", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task It_goes_up_once_however_often_one_clicks()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Compiled);
        var office = await library.OfficeAsync();
        var page = await office.GetAsync(Path(library));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.SubmitAsync(page, "[data-testid=send-up-form]")));

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        answers.ShouldAllBe(answer => (int)answer.Status < 500);
        (await library.ReportAsync()).SignOffs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_office_takes_it_back_until_the_deputy_has_signed()
    {
        var library = await site.AddLibraryAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var office = await library.OfficeAsync();
        var board = await office.GetAsync($"/compiling/{library.RoundId}");

        (await office.SubmitAsync(board, "[data-testid=withdraw-form]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.Compiling);

        await library.SendUpAsync(office);
        var old = await office.GetAsync($"/compiling/{library.RoundId}");
        await library.SignAsync(await site.SignInAsync(Domain.People.Role.DeputyConvener));
        var late = await office.SubmitAsync(old, "[data-testid=withdraw-form]");
        (await office.GetAsync(late.Location!)).Text.ShouldContain("系統未執行");
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.AwaitingConvener);
    }

    [Fact]
    public async Task The_reason_of_a_return_stands_on_the_board()
    {
        var library = await site.AddLibraryAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        var convener = await site.SignInAsync(Domain.People.Role.Convener);
        await convener.SubmitAsync(
            await convener.GetAsync($"/signing/{library.RoundId}"), "[data-testid=sign-form]", $"/signing/{library.RoundId}/return",
            ("Directive", "請補落後原因"));

        var office = await library.OfficeAsync();
        (await office.GetAsync($"/compiling/{library.RoundId}")).Find("return-reason").ShouldBe("請補落後原因");
        await library.SendUpAsync(office);
        (await office.GetAsync($"/compiling/{library.RoundId}")).Find("return-reason").ShouldBeNull();
    }

    private static string Path(Library library) => $"/compiling/{library.RoundId}/send-up";
}
