using System.Net;
using System.Text.Json;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

public class AutosaveTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task One_row_is_saved_and_the_answer_is_its_new_stamp_only()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        var first = await SaveAsync(reporter, library, row, "0.x", "第一句");
        first.Status.ShouldBe(HttpStatusCode.OK, first.Text);
        first.Text.Length.ShouldBeLessThan(80);
        var second = await SaveAsync(reporter, library, row, StampOf(first, row), "第一句，第二句");
        second.Status.ShouldBe(HttpStatusCode.OK);
        (await library.FilingAsync()).Reports.Single().Narrative.ShouldBe("第一句，第二句");
    }

    [Fact]
    public async Task A_stale_row_is_refused_with_the_text_that_stands()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        await SaveAsync(reporter, library, row, "0.x", "先到的文字");
        var answer = await SaveAsync(reporter, library, row, "0.x", "後到的文字");
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(answer.Text).RootElement.GetProperty("theirs").GetString().ShouldBe("先到的文字");
        (await library.FilingAsync()).Reports.Single().Narrative.ShouldBe("先到的文字");
    }

    [Fact]
    public async Task The_same_text_twice_is_no_conflict()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        await SaveAsync(reporter, library, row, "0.x", "同一句");
        var version = (await library.FilingAsync()).Version;
        (await SaveAsync(reporter, library, row, "0.x", "同一句")).Status.ShouldBe(HttpStatusCode.OK);
        (await library.FilingAsync()).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Twenty_double_saves_of_a_new_row_leave_one_report()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var rows = await library.RowsAsync();
        var token = (await reporter.GetAsync(library.Page)).Token!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => reporter.PostRawAsync(
            library.Page + "/autosave",
            [
                ("__RequestVerificationToken", token),
                ($"Rows[{rows[number % 2].Id}].Stamp", "0.x"),
                ($"Rows[{rows[number % 2].Id}].State", "InProgress"),
                ($"Rows[{rows[number % 2].Id}].Narrative", "雙擊"),
            ])));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await library.FilingAsync()).Reports.Count.ShouldBe(2);
    }

    [Fact]
    public async Task It_takes_few_statements_whatever_the_size_of_the_plan()
    {
        var counts = new List<int>();
        foreach (var size in new[] { 100, 1000 })
        {
            var library = await site.AddLibraryAsync(measures: size, ofThem: 30);
            var reporter = await library.ReporterAsync();
            var row = (await library.RowsAsync())[0];
            var stamp = StampOf(await SaveAsync(reporter, library, row, "0.x", "暖身"), row);
            var token = (await reporter.GetAsync(library.Page)).Token!;
            counts.Add(await site.CountQueriesAsync(() => reporter.PostRawAsync(library.Page + "/autosave",
                [("__RequestVerificationToken", token), ($"Rows[{row.Id}].Stamp", stamp), ($"Rows[{row.Id}].State", "InProgress"), ($"Rows[{row.Id}].Narrative", "字")])));
        }
        counts.Distinct().Count().ShouldBe(1);
        counts[0].ShouldBeLessThanOrEqualTo(9, "who it is, the turn, the filing, three rows written, and three for the chain of the trail");
    }

    private static Task<Answer> SaveAsync(Visit reporter, Library library, OwnRow row, string stamp, string words) =>
        reporter.PostAsync(library.Page + "/autosave",
            ($"Rows[{row.Id}].Stamp", stamp), ($"Rows[{row.Id}].State", nameof(ReportState.InProgress)), ($"Rows[{row.Id}].Narrative", words));

    private static string StampOf(Answer answer, OwnRow row) =>
        JsonDocument.Parse(answer.Text).RootElement.GetProperty("values").GetProperty($"Rows[{row.Id}].Stamp").GetString()!;
}
