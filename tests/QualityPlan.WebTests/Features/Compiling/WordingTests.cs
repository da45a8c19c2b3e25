using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Compiling;

public class WordingTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task The_units_own_words_stand_beside_the_box_and_stay()
    {
        var (library, office, measures) = await OpenAsync();
        await library.FileAsync(library.Own);
        var page = await office.GetAsync(Table(library));
        page.Find($"row-{measures[0]}")!.ShouldContain($"{library.Own.Name}本季已辦理");

        var answer = await office.SubmitAsync(
            page, "[data-testid=wording-form]", ($"Rows[{measures[0]}].Wording", "彙整一"), ("Summary.Wording", "本季概況"), ("Then", measures[0].Text()));

        answer.Location.ShouldBe($"{Table(library)}#row-{measures[0]}", answer.Text);
        var report = await library.ReportAsync();
        report.Entries.Single().Wording.ShouldBe("彙整一");
        report.Summary.ShouldBe("本季概況");
        (await library.CountTrailAsync("word-report", report.Id.Text())).ShouldBe(1);
        (await library.CountTrailAsync("summarise-report", report.Id.Text())).ShouldBe(1);
        (await library.FilingAsync()).Reports.ShouldAllBe(one => one.Narrative == $"{library.Own.Name}本季已辦理");
    }

    [Fact]
    public async Task Saving_what_nobody_changed_writes_nothing()
    {
        var (library, office, _) = await OpenAsync();

        (await office.SubmitAsync(await office.GetAsync(Table(library)), "[data-testid=wording-form]")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await site.AskAsync(db => db.CompiledReports.CountAsync(one => one.RoundId == library.RoundId))).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_both_texts_and_then_decides()
    {
        var (library, office, measures) = await OpenAsync();
        var old = await office.GetAsync(Table(library));
        await office.SubmitAsync(old, "[data-testid=wording-form]", ($"Rows[{measures[0]}].Wording", "先到的"), ("Summary.Wording", "先到的概況"));

        var late = await office.SubmitAsync(
            old, "[data-testid=wording-form]",
            ($"Rows[{measures[0]}].Wording", "後到的"), ("Summary.Wording", "後到的概況"), ($"Rows[{measures[1]}].Wording", "另一列"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find($"theirs-{measures[0]}")!.ShouldContain("先到的");
        late.Find($"wording-{measures[0]}").ShouldBe("後到的");
        late.Find($"wording-{measures[1]}").ShouldBe("另一列");
        late.Find("their-summary")!.ShouldContain("先到的概況");
        (await library.ReportAsync()).Entries.Single().Wording.ShouldBe("先到的");
        (await office.SubmitAsync(late, "[data-testid=wording-form]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.ReportAsync()).Entries.Select(one => one.Wording).ShouldBe(["後到的", "另一列"], ignoreOrder: true);
        (await library.ReportAsync()).Summary.ShouldBe("後到的概況");
    }

    [Fact]
    public async Task Autosave_takes_one_row_and_gives_its_new_stamp()
    {
        var (library, office, measures) = await OpenAsync();
        var row = measures[0];
        var stamp = Stamp(await office.GetAsync(Table(library)), row);

        var first = await AutosaveAsync(library, office, row, "打字中", stamp);
        var values = JsonDocument.Parse(first.Text).RootElement.GetProperty("values");
        var late = await AutosaveAsync(library, office, row, "別處打的", stamp);
        var next = await AutosaveAsync(library, office, row, "打字中的下一句", values.GetProperty($"Rows[{row}].Stamp").GetString()!);

        first.Status.ShouldBe(HttpStatusCode.OK);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(late.Text).RootElement.GetProperty("theirs").GetString().ShouldBe("打字中");
        next.Status.ShouldBe(HttpStatusCode.OK, next.Text);
        (await library.ReportAsync()).Entries.Single().Wording.ShouldBe("打字中的下一句");
    }

    [Theory]
    [InlineData(CompiledReportState.AwaitingDeputy)]
    [InlineData(CompiledReportState.AwaitingConvener)]
    public async Task What_was_sent_up_is_not_worded_any_more(CompiledReportState state)
    {
        var (library, office, measures) = await OpenAsync();
        var page = await office.GetAsync(Table(library));
        await library.ReportInAsync(state);

        var answer = await office.SubmitAsync(page, "[data-testid=wording-form]", ($"Rows[{measures[0]}].Wording", "太遲"));
        var autosave = await AutosaveAsync(library, office, measures[0], "太遲", Stamp(page, measures[0]));

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Find($"wording-{measures[0]}").ShouldBe("太遲");
        autosave.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await library.ReportAsync()).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_measure_of_another_plan_is_not_found()
    {
        var (library, office, _) = await OpenAsync();
        var foreign = (await MeasuresAsync(await site.AddLibraryAsync()))[0];

        var answer = await office.PostAsync(Table(library), ($"Rows[{foreign}].Wording", "別的計畫"), ($"Rows[{foreign}].Stamp", ""));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await AutosaveAsync(library, office, foreign, "別的計畫", "")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_text_that_is_too_long_comes_back_whole()
    {
        var (library, office, measures) = await OpenAsync();
        var text = new string('長', 4001);

        var answer = await office.SubmitAsync(
            await office.GetAsync(Table(library)), "[data-testid=wording-form]", ($"Rows[{measures[0]}].Wording", text));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find($"wording-{measures[0]}").ShouldBe(text);
        (await AutosaveAsync(library, office, measures[0], text, "")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Fifty_rows_are_shown_at_a_time_and_the_shared_row_is_folded()
    {
        var seed = await PlanSeed.PlantAsync(site, 97, units: 5);
        var round = await site.AskAsync(db => db.Rounds.Where(one => one.PlanId == seed.PlanId).OrderBy(one => one.Quarter).Select(one => one.Id).FirstAsync());
        await seed.FileAsync(site, seed.UnitIds[0], 1, _ => new ReportText(ReportState.InProgress, "已辦"));
        var office = await site.SignInAsync(Domain.People.Role.PlanOffice);

        var first = await office.GetAsync($"/compiling/{round}/table");
        var second = await office.GetAsync($"/compiling/{round}/table?page=2");

        Rows(first).ShouldBe(50);
        Rows(second).ShouldBe(47);
        first.Html.QuerySelectorAll("details[data-testid^=units-] > summary").First().TextContent.ShouldBe("1/5 已填：各單位原文");
    }

    private static int Rows(Answer page) => page.Html.QuerySelectorAll("[data-autosave-row][id^=row-]").Length;

    private static string Table(Library library) => $"/compiling/{library.RoundId}/table";

    private static string Stamp(Answer page, int row) =>
        page.Html.QuerySelector($"input[name='Rows[{row}].Stamp']")!.GetAttribute("value")!;

    private static Task<Answer> AutosaveAsync(Library library, Visit office, int row, string text, string stamp) =>
        office.PostAsync($"{Table(library)}/autosave", ($"Rows[{row}].Wording", text), ($"Rows[{row}].Stamp", stamp));

    private Task<List<int>> MeasuresAsync(Library library) => site.AskAsync(db => db.Measures
        .Where(one => one.PlanId == library.PlanId).OrderBy(one => one.Position).Select(one => one.Id).ToListAsync());

    private async Task<(Library Library, Visit Office, List<int> Measures)> OpenAsync()
    {
        var library = await site.AddLibraryAsync();
        return (library, await library.OfficeAsync(), await MeasuresAsync(library));
    }
}
