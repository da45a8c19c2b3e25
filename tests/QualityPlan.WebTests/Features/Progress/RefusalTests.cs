using System.Net;
using System.Text.Json;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Progress;

/// <summary>What must not happen: other units, other roles, closed rounds, stale texts. The database stays as it was.</summary>
public class RefusalTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private const string Form = "[data-testid=fill-in]";

    private static readonly string[] Acts = ["", "/submit", "/autosave"];

    [Theory]
    [InlineData("")]
    [InlineData("/submit")]
    [InlineData("/autosave")]
    [InlineData("/withdraw")]
    public async Task Another_units_filing_answers_like_an_unknown_one(string act)
    {
        var library = await site.AddLibraryAsync();
        var stranger = await site.SignInAsync(library.Other.Id, Role.Reporter);
        (await stranger.GetAsync(library.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        var row = (await library.RowsAsync())[0];
        var fields = Fields(row, "外人");
        (await stranger.PostAsync(library.Page + act, fields)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/Progress/999999/{library.Other.Id}{act}", fields)).Status.ShouldBe(HttpStatusCode.NotFound);
        await ShouldBeUntouchedAsync(library);
    }

    [Fact]
    public async Task Another_units_rows_checkpoints_and_files_in_the_body_are_not_found()
    {
        var library = await site.AddLibraryAsync(measures: 5);
        var reporter = await library.ReporterAsync();
        var (own, foreign) = ((await library.RowsAsync())[0], (await library.RowsAsync(library.Other))[0]);
        foreach (var act in Acts)
        {
            (await reporter.PostAsync(library.Page + act, Fields(foreign, "外列"))).Status.ShouldBe(HttpStatusCode.NotFound);
            var checkpoint = Fields(own, "文字").Append(($"Rows[{own.Id}].Done", $"{foreign.Checkpoints[0]}")).ToArray();
            (await reporter.PostAsync(library.Page + act, checkpoint)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        var file = Fields(own, "文字").Append(($"Rows[{own.Id}].Withdraw", "1")).ToArray();
        (await reporter.PostAsync(library.Page, file)).Status.ShouldBe(HttpStatusCode.NotFound);
        await ShouldBeUntouchedAsync(library);
        (await library.FilingAsync(unit: library.Other)).Reports.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Viewer)]
    public async Task Other_roles_are_shown_the_door(Role role)
    {
        var library = await site.AddLibraryAsync();
        var visit = await site.SignInAsync(library.Own.Id, role);
        (await visit.GetAsync(library.Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var row = (await library.RowsAsync())[0];
        foreach (var act in Acts.Append("/withdraw"))
        {
            (await visit.PostAsync(library.Page + act, Fields(row, "不可"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        await ShouldBeUntouchedAsync(library);
    }

    [Fact]
    public async Task After_the_closing_the_typed_text_comes_back_with_the_reason()
    {
        var library = await site.AddLibraryAsync();
        var row = (await library.RowsAsync())[0];
        site.Clock.SetDay(QuarterSite.TooLate);
        var reporter = await library.ReporterAsync();
        foreach (var act in Acts.Take(2))
        {
            var answer = await reporter.PostAsync(library.Page + act, Fields(row, "太晚的文字"));
            answer.Status.ShouldBe(HttpStatusCode.Forbidden);
            answer.Text.ShouldContain("截止");
            answer.Find($"words-{row.Id}").ShouldBe("太晚的文字");
        }
        var autosave = await reporter.PostAsync(library.Page + "/autosave", Fields(row, "太晚"));
        autosave.Status.ShouldBe(HttpStatusCode.Forbidden);
        JsonDocument.Parse(autosave.Text).RootElement.GetProperty("message").GetString()!.ShouldContain("截止");
        await ShouldBeUntouchedAsync(library);
    }

    [Fact]
    public async Task Before_the_opening_and_after_the_lock_nothing_is_written()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        site.Clock.SetDay(new DateOnly(2025, 12, 31));
        var early = await library.ReporterAsync();
        (await early.PostAsync(library.Page, Fields(row, "太早"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        site.Clock.SetDay(QuarterSite.InTime);
        await library.ChangeFilingAsync(filing => filing.Round.Lock());
        foreach (var act in Acts)
        {
            (await reporter.PostAsync(library.Page + act, Fields(row, "鎖定後"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        await ShouldBeUntouchedAsync(library);
    }

    [Fact]
    public async Task Whoever_is_slower_in_a_row_sees_both_texts_and_may_then_save_his()
    {
        var library = await site.AddLibraryAsync();
        var (first, second) = (await library.ReporterAsync(), await library.ReporterAsync());
        var row = (await library.RowsAsync())[0];
        var (his, hers) = (await first.GetAsync(library.Page), await second.GetAsync(library.Page));
        await first.SubmitAsync(his, Form, ($"Rows[{row.Id}].Narrative", "先到的文字"));
        var answer = await second.SubmitAsync(hers, Form, ($"Rows[{row.Id}].Narrative", "後到的文字"));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find($"theirs-{row.Id}")!.ShouldContain("先到的文字");
        answer.Find($"words-{row.Id}").ShouldBe("後到的文字");
        (await library.FilingAsync()).Reports.Single().Narrative.ShouldBe("先到的文字");
        (await second.SubmitAsync(answer, Form)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.FilingAsync()).Reports.Single().Narrative.ShouldBe("後到的文字");
    }

    [Fact]
    public async Task Two_who_write_in_different_rows_do_not_collide()
    {
        var library = await site.AddLibraryAsync();
        var (first, second) = (await library.ReporterAsync(), await library.ReporterAsync());
        var rows = await library.RowsAsync();
        var (his, hers) = (await first.GetAsync(library.Page), await second.GetAsync(library.Page));
        await first.SubmitAsync(his, Form, ($"Rows[{rows[0].Id}].Narrative", "甲寫第一列"));
        (await second.SubmitAsync(hers, Form, ($"Rows[{rows[1].Id}].Narrative", "乙寫第二列"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await library.FilingAsync()).Reports.Select(report => report.Narrative).ShouldBe(["甲寫第一列", "乙寫第二列"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Percent", "101", "實際進度")]
    [InlineData("Percent", "很多", "實際進度")]
    [InlineData("ExpectedDoneOn", "2026/12/31", "是否要輸入115年")]
    [InlineData("State", "99", "「99」無效")]
    [InlineData("Cause", "壞\u0001字", "控制字元")]
    public async Task A_box_that_cannot_be_read_is_named_and_keeps_its_text(string box, string typed, string said)
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        var answer = await reporter.SubmitAsync(await reporter.GetAsync(library.Page), Form,
            ($"Rows[{row.Id}].Narrative", "打好的字"), ($"Rows[{row.Id}].{box}", typed));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors")!.TextContent.ShouldContain(said);
        answer.Find($"words-{row.Id}").ShouldBe("打好的字");
        await ShouldBeUntouchedAsync(library);
    }

    [Fact]
    public async Task Text_over_the_limit_is_refused_not_cut()
    {
        var library = await site.AddLibraryAsync();
        var reporter = await library.ReporterAsync();
        var row = (await library.RowsAsync())[0];
        var autosave = await reporter.PostAsync(library.Page + "/autosave", Fields(row, new string('字', 4001)));
        autosave.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        autosave.Text.ShouldContain("4000");
        await ShouldBeUntouchedAsync(library);
    }

    private static (string, string)[] Fields(OwnRow row, string words) =>
        [($"Rows[{row.Id}].State", "InProgress"), ($"Rows[{row.Id}].Narrative", words)];

    private static async Task ShouldBeUntouchedAsync(Library library)
    {
        var filing = await library.FilingAsync();
        (filing.State, filing.Version, filing.Reports.Count).ShouldBe((FilingState.Empty, 0, 0));
    }
}
