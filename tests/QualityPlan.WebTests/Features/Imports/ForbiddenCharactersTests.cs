using System.Net;
using QualityPlan.UnitTests.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Characters that no form takes, as a file can bring them: PostgreSQL refuses NUL and half characters, SQLite cuts the text.</summary>
public class ForbiddenCharactersTests
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task They_are_left_out_and_the_plan_is_made(string engine)
    {
        using var site = new EngineSite(engine);
        var desk = await ImportDesk.SitDownAsync(site);
        string[] head = ["實施要項", "執行項目", "推動作法", "完成期限", "承辦單位"];
        string[] row = ["一、流程", "1.窗口", "1.1 甲_x0000_乙_xD83D_丙_x0007_丁_xD842__xDFB7_", "115年_x0000_6月", "甲_xDC00_組"];

        var draft = ImportDesk.DraftIn(await desk.UploadAsync("a.xlsx", Packages.Xlsx(
            "<row><c t=\"str\"><v>115年_x0000_度提升_xD800_服務品質計畫</v></c></row>" + Row(head) + Row(row))));
        var plan = await desk.AcceptAllAsync(draft);

        (await desk.RowsAsync(plan)).ShouldBe([SamplePlan.Fold("一、流程||1.窗口|1.1|甲乙丙丁𠮷|115年6月|甲組")]);
    }

    [Fact]
    public async Task A_title_is_not_cut_within_a_character()
    {
        using var site = new EngineSite(SiteDatabase.Engines.Last());
        var desk = await ImportDesk.SitDownAsync(site);
        var title = "115年度" + new string('館', 194) + "𠮷計畫";

        var answer = await desk.PasteAsync($"<h1>{title}</h1>" + ImportDesk.Html(["一、流程|1. 窗口|1.1 甲|115年6月|甲組"]));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        (await desk.PreviewAsync(ImportDesk.DraftIn(answer))).Html.QuerySelector("[name='Form.Title']")!.GetAttribute("value").ShouldBe(title[..199]);
    }

    private static string Row(string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"<c t=\"str\"><v>{cell}</v></c>"))}</row>";

    private sealed class EngineSite(string engine) : Site(engine);
}
