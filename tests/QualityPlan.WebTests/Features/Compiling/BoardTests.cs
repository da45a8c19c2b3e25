using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Compiling;

public class BoardTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task The_board_says_of_each_unit_how_far_it_is()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own, FilingState.Submitted);
        var filing = await library.FilingAsync();

        var page = await (await library.OfficeAsync()).GetAsync($"/compiling/{library.RoundId}");

        var own = page.Html.QuerySelector($"[data-testid=unit-{filing.Id}]")!;
        own.QuerySelector("[data-testid=state]")!.TextContent.ShouldBe("▷ 已送審");
        own.QuerySelector("[data-testid=filled]")!.TextContent.ShouldBe("2/2 已填");
        page.Find("board-summary")!.ShouldContain("應填 2 單位");
        page.Find("reminder-text")!.ShouldContain($"尚未填報或送審：{library.Other.Name}（0/1列）");
        page.Find("reminder-text")!.ShouldContain($"待單位主管核可：{library.Own.Name}");
    }

    [Fact]
    public async Task A_unit_without_checkpoints_owes_nothing_and_is_not_chased()
    {
        var library = await site.AddLibraryAsync();
        var other = await library.FilingAsync(unit: library.Other);

        var page = await (await library.OfficeAsync()).GetAsync($"/compiling/{library.RoundId}");

        page.Find($"unit-{other.Id}")!.ShouldContain("本季無應辦查核點");
        page.Find("reminder-text")!.ShouldNotContain(library.Other.Name);
    }

    [Fact]
    public async Task One_click_compiles_an_approved_filing()
    {
        var (library, filing, office) = await ApprovedAsync();

        var answer = await office.SubmitAsync(await BoardAsync(library, office), $"[data-testid=compile-{filing.Id}]");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Compiled);
        (await library.CountTrailAsync("compile-filing", filing.Id.Text())).ShouldBe(1);
    }

    [Fact]
    public async Task All_that_are_approved_are_compiled_at_once_but_only_as_they_were_shown()
    {
        var library = await site.AddLibraryAsync(measures: 4);
        await library.FileAsync(library.Own);
        await library.FileAsync(library.Other);
        var office = await library.OfficeAsync();
        var page = await BoardAsync(library, office);

        await office.SubmitAsync(page, "[data-testid=compile-all-form]");

        (await library.FilingAsync()).State.ShouldBe(FilingState.Compiled);
        (await library.FilingAsync(unit: library.Other)).State.ShouldBe(FilingState.Compiled);
        var again = await office.SubmitAsync(page, "[data-testid=compile-all-form]");
        (await office.GetAsync(again.Location!)).Text.ShouldContain("填報在您開啟頁面後已有變動");
        (await library.CountTrailAsync("compile-filing", (await library.FilingAsync()).Id.Text())).ShouldBe(1);
    }

    [Fact]
    public async Task A_filing_that_no_head_approved_is_not_compiled()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own, FilingState.Submitted);
        var filing = await library.FilingAsync();
        var office = await library.OfficeAsync();

        var answer = await office.PostAsync($"/compiling/{library.RoundId}/compile", ("Shown", $"{filing.Id}:{filing.Version}"));

        (await office.GetAsync(answer.Location!)).Text.ShouldContain("系統未執行");
        (await library.FilingAsync()).State.ShouldBe(FilingState.Submitted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("999999:1")]
    [InlineData("{other}")]
    public async Task Filings_of_another_round_and_none_at_all_are_not_found(string shown)
    {
        var (library, _, office) = await ApprovedAsync();
        var other = await library.FilingAsync(library.SecondRoundId);

        var text = shown.Replace("{other}", $"{other.Id}:{other.Version}", StringComparison.Ordinal);

        (await office.PostAsync($"/compiling/{library.RoundId}/compile", ("Shown", text))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.PostAsync($"/compiling/{library.RoundId}/chase", ("Filings", other.Id.Text()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await library.FilingAsync()).State.ShouldBe(FilingState.Approved);
        (await library.CountTrailAsync("chase-unit", other.Id.Text())).ShouldBe(0);
    }

    [Fact]
    public async Task Each_chase_is_in_the_trail_and_on_the_board()
    {
        var library = await site.AddLibraryAsync();
        var filing = await library.FilingAsync();
        var office = await library.OfficeAsync();

        await office.SubmitAsync(await BoardAsync(library, office), $"[data-testid=chase-{filing.Id}]");
        await office.SubmitAsync(await BoardAsync(library, office), "[data-testid=chase-all]");

        (await library.CountTrailAsync("chase-unit", filing.Id.Text())).ShouldBe(2);
        (await BoardAsync(library, office)).Html.QuerySelector($"[data-testid=unit-{filing.Id}] [data-testid=chased]")!
            .TextContent.ShouldContain("115/4/7 10:00（2 次）");
    }

    [Fact]
    public async Task Compiling_while_a_signer_reads_makes_him_look_again()
    {
        var (library, filing, office) = await ApprovedAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var before = (await library.ReportAsync()).Version;

        await office.PostAsync($"/compiling/{library.RoundId}/compile", ("Shown", $"{filing.Id}:{filing.Version}"));

        (await library.ReportAsync()).Version.ShouldBe(before + 1);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.DeputyConvener)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Viewer)]
    public async Task Nobody_but_the_office_compiles(Role role)
    {
        var (library, filing, _) = await ApprovedAsync();
        await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        var visit = await site.SignInAsync(library.Own.Id, role);
        var here = $"/compiling/{library.RoundId}";

        string[] pages = ["/compiling", here, $"{here}/units/{library.Own.Id}", $"{here}/table", $"{here}/send-up"];
        string[] acts = [$"{here}/chase", $"{here}/compile", $"{here}/units/{library.Own.Id}/return", $"{here}/table",
            $"{here}/table/autosave", $"{here}/send-up", $"{here}/withdraw"];

        foreach (var page in pages)
        {
            (await visit.GetAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }
        foreach (var act in acts)
        {
            var answer = await visit.PostAsync(
                act, ("Shown", $"{filing.Id}:{filing.Version}"), ("Overall", "缺"), ("Version", filing.Version.Text()), ("VersionShown", "1"));
            answer.Status.ShouldBe(HttpStatusCode.Forbidden, act);
        }
        (await library.FilingAsync()).State.ShouldBe(FilingState.Approved);
        (await library.ReportAsync()).State.ShouldBe(CompiledReportState.AwaitingDeputy);
    }

    [Fact]
    public async Task A_round_that_is_not_there_is_not_found()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        foreach (var path in new[] { "/compiling/999999", "/compiling/999999/table", "/compiling/999999/send-up", "/compiling/999999/units/1" })
        {
            (await office.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
        foreach (var path in new[] { "table", "table/autosave", "send-up", "withdraw", "units/1/return" })
        {
            (await office.PostAsync($"/compiling/999999/{path}", ("Overall", "缺"))).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    private static Task<Answer> BoardAsync(Library library, Visit office) => office.GetAsync($"/compiling/{library.RoundId}");

    private async Task<(Library Library, UnitFiling Filing, Visit Office)> ApprovedAsync()
    {
        var library = await site.AddLibraryAsync();
        await library.FileAsync(library.Own);
        return (library, await library.FilingAsync(), await library.OfficeAsync());
    }
}
