using System.Net;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress.Offline;

/// <summary>From the download to the saved boxes, with files as spreadsheet programs leave them.</summary>
public sealed class OfflineTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Theory]
    [InlineData("xlsx", null)]
    [InlineData("ods", null)]
    [InlineData("xlsx", "xlsx")]
    [InlineData("ods", "ods")]
    [InlineData("xlsx", "ods")]
    public async Task An_unedited_file_changes_nothing_also_after_libreoffice_saved_it(string format, string? savedAs)
    {
        var (library, rows, desk) = await BeginAsync();
        await desk.FillAsync(rows[0]);
        var before = (await library.FilingAsync()).Version;
        var file = await desk.DownloadAsync(format);
        file = savedAs is null ? file : FormFile.Resaved(file, format, savedAs);

        var compared = await desk.UploadAsync(file, $"回傳.{savedAs ?? format}");

        compared.Status.ShouldBe(HttpStatusCode.OK, compared.Text);
        compared.Find("merge-counts").ShouldBe($"變更0格、衝突0格、拒絕0格、未變更{(8 * 3) + 4}格");
        compared.Find("merge-save").ShouldBeNull();
        (await desk.SaveAsync(compared)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.FilingAsync()).Version.ShouldBe(before);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods")]
    public async Task What_was_filled_in_is_shown_and_saved_like_on_the_page(string savedAs)
    {
        var (library, rows, desk) = await BeginAsync();
        await desk.FillAsync(rows[0]);
        var edited = (await desk.DownloadAsync())
            .With(rows[1], "執行情形", "=1+1 辦理三場\n第二行").With(rows[1], "狀態", "持續辦理").With(rows[1], "實際進度（%）", 50)
            .With(rows[0], "預定完成日", "116年1月5日")
            .With(("查核點", $"{rows[1].Id}-{rows[1].Checkpoints[0]}", "已完成"), "是")
            .With(("查核點", $"{rows[1].Id}-{rows[1].Checkpoints[0]}", "實際次數"), 4);

        var compared = await desk.UploadAsync(FormFile.Resaved(edited, "xlsx", savedAs), $"form.{savedAs}");

        compared.Find("merge-counts")!.ShouldStartWith("變更6格、衝突0格、拒絕0格");
        (await library.FilingAsync()).Reports.Count.ShouldBe(1);
        var saved = await desk.SaveAsync(compared);
        saved.Location.ShouldBe(library.Page, saved.Text);
        var reports = (await library.FilingAsync()).Reports.ToDictionary(report => report.AssignmentId);
        var (first, second) = (reports[rows[0].Id], reports[rows[1].Id]);
        (first.Narrative, first.Cause, first.ExpectedDoneOn).ShouldBe((OfflineDesk.Odd, "+原因  兩格", new DateOnly(2027, 1, 5)));
        (second.Narrative, second.State, second.ActualPercent).ShouldBe(("=1+1 辦理三場\n第二行", ReportState.Continuing, 50));
        var mark = second.Marks.ShouldHaveSingleItem();
        (mark.CheckpointId, mark.IsDone, mark.ActualCount).ShouldBe((rows[1].Checkpoints[0], true, 4));
        var trail = await site.AskAsync(db => Task.FromResult(db.AuditEntries.Where(entry => entry.UnitId == library.Own.Id).Select(entry => entry.Action).ToList()));
        trail.Count(action => action == "save-report").ShouldBe(2);
    }

    [Theory]
    [InlineData("１００", "３")]
    [InlineData(" 100 ％", "　3")]
    public async Task Full_width_digits_are_numbers(string percent, string count)
    {
        var (library, rows, desk) = await BeginAsync();
        var edited = (await desk.DownloadAsync()).With(rows[1], "執行情形", "辦理").With(rows[1], "狀態", "已完成").With(rows[1], "實際進度（%）", percent)
            .With(("查核點", $"{rows[1].Id}-{rows[1].Checkpoints[0]}", "實際次數"), count);

        var compared = await desk.UploadAsync(edited);

        (await desk.SaveAsync(compared)).Location.ShouldBe(library.Page, compared.Text);
        var report = (await library.FilingAsync()).Reports.Single(one => one.AssignmentId == rows[1].Id);
        (report.ActualPercent, report.Marks.Single().ActualCount).ShouldBe((100, 3));
    }

    [Fact]
    public async Task A_conflict_shows_both_texts_and_waits_for_a_choice()
    {
        var (library, rows, desk) = await BeginAsync();
        var edited = (await desk.DownloadAsync()).With(rows[0], "執行情形", "離線寫的").With(rows[0], "落後原因", "離線原因");
        await desk.FillAsync(rows[0], "線上寫的");

        var compared = await desk.UploadAsync(edited);

        compared.Find("merge-counts")!.ShouldStartWith("變更0格、衝突2格");
        var cell = compared.Find($"cell-{rows[0].Id}-Narrative")!;
        cell.ShouldContain("離線寫的");
        cell.ShouldContain("線上寫的");
        var refused = await desk.SaveAsync(compared, (Box(rows[0], "Narrative"), "true"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.QuerySelector(".errors a")!.TextContent.ShouldContain("落後原因");
        refused.Html.QuerySelector(refused.Html.QuerySelector(".errors a")!.GetAttribute("href")!).ShouldNotBeNull();
        (await library.FilingAsync()).Reports.Single().Narrative.ShouldBe("線上寫的");
        var saved = await desk.SaveAsync(refused, (Box(rows[0], "Cause"), "false"));
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
        var report = (await library.FilingAsync()).Reports.Single();
        (report.Narrative, report.Cause).ShouldBe(("離線寫的", "+原因  兩格"));
    }

    [Fact]
    public async Task What_somebody_wrote_while_one_compared_is_not_overwritten()
    {
        var (library, rows, desk) = await BeginAsync();
        var compared = await desk.UploadAsync((await desk.DownloadAsync()).With(rows[0], "執行情形", "離線寫的"));
        await desk.FillAsync(rows[0], "線上寫的");

        var answer = await desk.SaveAsync(compared);

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find("merge-counts")!.ShouldStartWith("變更0格、衝突1格");
        answer.Html.QuerySelectorAll("input[type=radio][checked]").ShouldBeEmpty();
        (await library.FilingAsync()).Reports.Single().Narrative.ShouldBe("線上寫的");
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_by_the_box_and_the_rest_is_saved()
    {
        var (library, rows, desk) = await BeginAsync();
        var edited = (await desk.DownloadAsync())
            .With(rows[0], "狀態", "差不多").With(rows[0], "實際進度（%）", 101).With(rows[0], "預定完成日", "2026/12/31")
            .With(rows[0], "落後原因", new string('長', 1001)).With(rows[0], "執行情形", "可以存的");

        var compared = await desk.UploadAsync(edited);

        compared.Find("merge-counts")!.ShouldStartWith("變更1格、衝突0格、拒絕4格");
        compared.Find($"cell-{rows[0].Id}-Percent")!.ShouldContain("實際進度請輸入0到100的整數。");
        compared.Find($"cell-{rows[0].Id}-ExpectedDoneOn")!.ShouldContain("是否要輸入115年？");
        (await desk.SaveAsync(compared, (Box(rows[0], "Percent"), "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var report = (await library.FilingAsync()).Reports.Single();
        (report.Narrative, report.State, report.ActualPercent, report.Cause).ShouldBe(("可以存的", ReportState.InProgress, null, ""));
    }

    private async Task<(Library Library, IReadOnlyList<OwnRow> Rows, OfflineDesk Desk)> BeginAsync()
    {
        var library = await site.AddLibraryAsync();
        return (library, await library.RowsAsync(), await OfflineDesk.SitDownAsync(library));
    }

    private static string Box(OwnRow row, string field) => $"Cells[{row.Id}-{field}].TakesFile";
}
