using System.Text.Json;
using System.Text.RegularExpressions;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Memos;

/// <summary>簽稿, board, dashboard, plan page, books and raw data say the same of the same moment.</summary>
public sealed class SameFiguresTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private static readonly string[] Words = ["已完成", "持續辦理", "如期", "落後", "逾期", "未填報", "未到期"];

    [Theory]
    [InlineData("reporters can still file", "落後2 未到期6")]
    [InlineData("gone up early", "落後2 未填報3 未到期3")]
    [InlineData("window closed", "落後2 未填報3 未到期3")]
    [InlineData("signed early", "落後2 未填報3 未到期3")]
    public async Task Every_page_and_every_book_counts_alike(string moment, string expected)
    {
        var library = await site.AddLibraryAsync(measures: 8, ofThem: 2);
        await library.FileAsync(library.Own, FilingState.Compiled, new ReportText(ReportState.NotAchieved, "尚未辦理") with
        {
            Cause = "經費未到位",
            Countermeasure = "次季辦理",
        });
        await GoToAsync(library, moment);
        var office = await library.OfficeAsync();

        var shown = new Dictionary<string, string>
        {
            ["dashboard"] = Counts((await office.GetAsync($"/Dashboard?plan={library.PlanId}&quarter=1")).Find("counts")!),
            ["board"] = Counts((await office.GetAsync($"/compiling/{library.RoundId}")).Find("light-counts")!),
            ["plan page"] = Counts((await office.GetAsync($"/plans/{library.PlanId}?quarter=1")).Find("counts")!),
            ["memo"] = Counts(CountsOfMemo((await office.GetAsync($"/memos/{library.RoundId}")).Text)),
            ["memo book"] = Counts(CountsOfMemo(TextOf(await ReadAsync(office, $"memo/{library.PlanId}/1?format=odt")))),
            ["quarter book"] = Totals(await ReadAsync(office, $"quarter/{library.PlanId}/1?format=ods")),
            ["raw data"] = await RawAsync(office, library),
        };

        shown.ShouldAllBe(one => one.Value == expected, $"{moment}: {string.Join('；', shown.Select(one => $"{one.Key} {one.Value}"))}");
        // The year counts up to the last quarter that was signed, else the last that has begun.
        var last = moment == "signed early" ? 1 : 2;
        Totals(await ReadAsync(office, $"year/{library.PlanId}?format=docx"))
            .ShouldBe(Counts((await office.GetAsync($"/Dashboard?plan={library.PlanId}&quarter={last}")).Find("counts")!));
        var exceptions = TextOf(await ReadAsync(office, $"exceptions/{library.PlanId}/1?format=odt"));
        exceptions.ShouldContain("逾期 0 項、落後 2 項");
    }

    [Fact]
    public async Task The_draft_says_that_its_figures_still_move_while_reporters_can_file()
    {
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();
        (await office.GetAsync($"/memos/{library.RoundId}")).Find("early-memo")!.ShouldContain("請重新擬稿");

        site.Clock.SetDay(QuarterSite.TooLate);

        (await office.GetAsync($"/memos/{library.RoundId}")).Find("early-memo").ShouldBeNull();
    }

    private async Task GoToAsync(Library library, string moment)
    {
        if (moment == "window closed")
        {
            site.Clock.SetDay(QuarterSite.TooLate);
        }
        if (moment == "gone up early")
        {
            await library.ReportInAsync(CompiledReportState.AwaitingDeputy);
        }
        if (moment == "signed early")
        {
            await library.ReportInAsync(CompiledReportState.AwaitingConvener);
            await library.SignAsync(await site.SignInAsync(Role.Convener));
        }
    }

    private static async Task<Document> ReadAsync(Visit visit, string book)
    {
        var answer = await visit.GetAsync($"/exports/{book}");
        var read = DocumentReading.Read($"book.{book.Split('=')[^1]}", await answer.Response.Content.ReadAsByteArrayAsync());
        return read.Document.ShouldNotBeNull(read.Refusal?.Sentence);
    }

    /// <summary>Every word that counts more than nothing, with its count.</summary>
    private static string Counts(string text) => string.Join(' ', Words
        .Select(word => (word, count: Regex.Match(text, word + @"\s*(\d+)").Groups[1].Value))
        .Where(one => one.count is not ("" or "0"))
        .Select(one => one.word + one.count));

    private static string CountsOfMemo(string text) => Regex.Match(text, "三、本季列管推動作法.*").Value;

    private static string TextOf(Document book) => string.Join('\n', book.Blocks.OfType<Paragraph>().Select(one => one.Text));

    /// <summary>The last line of the table of counts, under its heads.</summary>
    private static string Totals(Document book)
    {
        var table = book.Tables.First(one => one.Rows.Any(row => row.Cells.Any(cell => cell.Text == "合計")));
        var heads = table.Rows.First(row => row.Cells.Any(cell => cell.Text == "列數")).Cells;
        var total = table.Rows.First(row => row.Cells.Any(cell => cell.Text == "合計")).Cells.ToDictionary(cell => cell.Column, cell => cell.Text);
        return Counts(string.Join(' ', heads.Select(head => $"{head.Text} {total.GetValueOrDefault(head.Column)}")));
    }

    private static async Task<string> RawAsync(Visit visit, Library library)
    {
        using var json = JsonDocument.Parse((await visit.GetAsync("/exports/everything?format=json")).Text);
        var lights = json.RootElement.EnumerateArray()
            .Where(line => line.GetProperty("unit").GetString() is { } unit && (unit == library.Own.Name || unit == library.Other.Name)
                && line.GetProperty("quarter").ValueKind == JsonValueKind.Number && line.GetProperty("quarter").GetInt32() == 1)
            .CountBy(line => line.GetProperty("light").GetString() ?? "");
        return Counts(string.Join(' ', lights.Select(pair => $"{pair.Key}{pair.Value}")));
    }
}
