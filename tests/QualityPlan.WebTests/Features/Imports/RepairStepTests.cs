using System.Net;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>What a person does to the rows of a reading: each press is one step, and each step can be taken back.</summary>
public class RepairStepTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] ThreeRows =
    [
        "一、流程|1. 窗口|1.1 甲甲|115年6月|閱覽組", "||1.2 乙乙|115年7月|參考組", "|2. 流程|2.1 丙丙|115年8月|閱覽組",
    ];

    [Fact]
    public async Task A_row_is_split_where_an_empty_line_stands_and_each_part_keeps_deadline_and_unit()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);

        await desk.EditRowAsync(draft, 1, "", ("Form.Approach", "甲一\n繼續\n\n1.3 甲二\n\n甲三"));

        (await desk.LinesAsync(draft)).ShouldBe([
            "1.1 甲一繼續|115年6月|閱覽組", "1.2 乙乙|115年7月|參考組", "1.3 甲二|115年6月|閱覽組", "甲三|115年6月|閱覽組", "2.1 丙丙|115年8月|閱覽組",
        ]);
        await desk.TurnAsync(draft, "undo");
        (await desk.LinesAsync(draft)).ShouldBe(["1.1 甲甲|115年6月|閱覽組", "1.2 乙乙|115年7月|參考組", "2.1 丙丙|115年8月|閱覽組"]);
    }

    [Fact]
    public async Task Joining_loses_neither_words_nor_deadlines_nor_units()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);

        await desk.PressAsync(draft, "join:1");

        (await desk.LinesAsync(draft)).ShouldBe(["1.1 甲甲1.2 乙乙|115年6月、115年7月|閱覽組參考組", "2.1 丙丙|115年8月|閱覽組"]);
    }

    [Fact]
    public async Task The_last_row_of_an_item_has_nothing_to_be_joined_with()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);

        await desk.PressAsync(draft, "join:2");

        (await desk.PreviewAsync(draft)).Text.ShouldContain("這是執行項目的最後一列");
        (await desk.LinesAsync(draft)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Rows_trade_places_with_their_numbers_and_step_over_into_the_next_item()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);

        await desk.PressAsync(draft, "down:1");
        (await desk.LinesAsync(draft)).ShouldBe(["1.1 乙乙|115年7月|參考組", "1.2 甲甲|115年6月|閱覽組", "2.1 丙丙|115年8月|閱覽組"]);

        await desk.PressAsync(draft, "down:1");
        var rows = await desk.RowsAsync(await desk.AcceptAllAsync(draft));
        rows.ShouldContain("一、流程||2. 流程|1.2|甲甲|115年6月|閱覽組");
    }

    [Fact]
    public async Task A_row_moves_under_another_item_and_the_item_is_numbered_anew()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);

        await desk.EditRowAsync(draft, 1, "renumber:3", ("Form.Under", "3"));

        (await desk.LinesAsync(draft)).ShouldBe(["1.2 乙乙|115年7月|參考組", "2.1 甲甲|115年6月|閱覽組", "2.2 丙丙|115年8月|閱覽組"]);
        (await desk.PreviewAsync(draft)).Find("undo").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Item", "SubArea", "一、流程|1. 窗口||1.1|甲甲", "一、流程|1. 窗口||1.2|乙乙")]
    [InlineData("Item", "Area", "1. 窗口|||1.1|甲甲", "1. 窗口|||1.2|乙乙")]
    public async Task A_heading_changes_its_level_with_all_its_rows(string from, string to, string first, string second)
    {
        var (desk, draft) = await BeginAsync(ThreeRows);
        var page = await desk.Visit.GetAsync($"/Imports/Heading/{draft}/2/{from}");

        var answer = await desk.Visit.SubmitAsync(page, "[data-testid=heading-form]", ("Form.Level", to));

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        var rows = await desk.RowsAsync(await desk.AcceptAllAsync(draft));
        rows[0].ShouldStartWith(first);
        rows[1].ShouldStartWith(second);
        rows[2].ShouldStartWith("一、流程||2. 流程|2.1|丙丙");
    }

    [Fact]
    public async Task A_heading_whose_place_is_taken_below_is_not_pushed_down()
    {
        var (desk, draft) = await BeginAsync("一、流程|1. 窗口|1.1 甲|115年6月|閱覽組", "二、形象|1. 環境|1.1 乙|115年6月|閱覽組");
        var page = await desk.Visit.GetAsync($"/Imports/Heading/{draft}/2/Area");

        var answer = await desk.Visit.SubmitAsync(page, "[data-testid=heading-form]", ("Form.Level", "Item"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("標題下已有下一層標題");

        await desk.Visit.SubmitAsync(answer, "[data-testid=heading-form]", ("Form.Level", "SubArea"), ("Form.Text", "(二)形象"));
        var rows = await desk.RowsAsync(await desk.AcceptAllAsync(draft));
        rows.ShouldContain("一、流程|(二)形象|1. 環境|1.1|乙|115年6月|閱覽組");
    }

    [Fact]
    public async Task A_row_becomes_the_heading_of_those_behind_it_and_a_row_can_be_left_out()
    {
        var (desk, draft) = await BeginAsync("一、流程|1. 窗口|1.1 甲|115年6月|閱覽組", "||流程改造|115年6月|閱覽組", "||1.3 乙|115年6月|閱覽組", "||1.4 丙|115年6月|閱覽組");

        await desk.EditRowAsync(draft, 2, "item:2");
        await desk.EditRowAsync(draft, 4, "remove:4");
        (await desk.LinesAsync(draft)).ShouldBe(["1.1 甲|115年6月|閱覽組", "1.3 乙|115年6月|閱覽組"]);
        await desk.TurnAsync(draft, "undo");
        (await desk.LinesAsync(draft)).Count.ShouldBe(3);
        await desk.TurnAsync(draft, "redo");

        (await desk.RowsAsync(await desk.AcceptAllAsync(draft))).ShouldBe([
            "一、流程||1. 窗口|1.1|甲|115年6月|閱覽組", "一、流程||流程改造|1.3|乙|115年6月|閱覽組",
        ]);
    }

    [Fact]
    public async Task Undo_takes_back_step_by_step_and_a_new_step_forgets_the_undone()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);
        await desk.PressAsync(draft, "down:1");
        await desk.PressAsync(draft, "join:3");
        await desk.EditRowAsync(draft, 3, "", ("Form.Deadline", "第 3 季"), ("Form.Units", "典藏組，參考組"));
        var after = await desk.LinesAsync(draft);
        after.ShouldContain("2.1 丙丙|第3季|典藏組參考組");

        await desk.TurnAsync(draft, "undo");
        await desk.TurnAsync(draft, "undo");
        (await desk.LinesAsync(draft)).ShouldBe(["1.1 甲甲|115年6月|閱覽組", "1.2 乙乙|115年7月|參考組", "2.1 丙丙|115年8月|閱覽組"]);
        (await desk.PreviewAsync(draft)).Find("undo").ShouldBeNull();

        await desk.TurnAsync(draft, "redo");
        await desk.PressAsync(draft, "up:1");
        (await desk.PreviewAsync(draft)).Find("redo").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_typed_beside_the_doubts_is_kept_when_a_row_is_moved()
    {
        var (desk, draft) = await BeginAsync("一、流程|1. 窗口|1.1 甲|看心情|閱覽組", "||1.2 乙|115年6月|閱覽組");
        var page = await desk.PreviewAsync(draft);

        await desk.PressAsync(page, "down:1", (ImportDesk.Box(page, "c:1:Deadline", "Text"), "115年9月"));

        (await desk.LinesAsync(draft)).ShouldBe(["1.1 乙|115年6月|閱覽組", "1.2 甲|115年9月|閱覽組"]);
    }

    [Fact]
    public async Task A_stale_page_of_a_row_is_refused_with_both_texts()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);
        var page = await desk.Visit.GetAsync($"/Imports/Row/{draft}/1");
        await desk.EditRowAsync(draft, 1, "", ("Form.Deadline", "115年11月"));

        var answer = await desk.Visit.SubmitAsync(page, "[data-testid=row-form]", ("Form.Deadline", "115年12月"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Find("theirs").ShouldNotBeNull().ShouldContain("115年11月");
        answer.Html.QuerySelector("[data-testid=deadline]")!.GetAttribute("value").ShouldBe("115年12月");
        (await desk.LinesAsync(draft))[0].ShouldContain("115年11月");
        await desk.Visit.SubmitAsync(answer, "[data-testid=row-form]");
        (await desk.LinesAsync(draft))[0].ShouldContain("115年12月");
    }

    [Fact]
    public async Task A_stale_press_of_a_button_or_undo_changes_nothing()
    {
        var (desk, draft) = await BeginAsync(ThreeRows);
        var page = await desk.PreviewAsync(draft);
        await desk.PressAsync(draft, "down:1");
        var lines = await desk.LinesAsync(draft);

        (await desk.PressAsync(page, "down:1")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Visit.PostAsync($"/Imports/Turn/{draft}", ("version", "1"), ("back", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await desk.PreviewAsync(draft)).Text.ShouldContain("另一個視窗");
        (await desk.LinesAsync(draft)).ShouldBe(lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fly:1")]
    [InlineData("up")]
    [InlineData("up:x")]
    [InlineData("up:-1")]
    public async Task An_act_nobody_offered_is_not_there(string act)
    {
        var (desk, draft) = await BeginAsync(ThreeRows);

        (await desk.PressAsync(draft, act)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Chapters_are_written_added_moved_and_removed()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.UploadSampleAsync("ncl-100.docx");
        var titles = Chapters(await desk.PreviewAsync(draft));
        var page = await desk.Visit.GetAsync($"/Imports/Chapters/{draft}/0");

        await desk.Visit.SubmitAsync(page, "[data-testid=chapter-form]", ("Form.Title", "新的依據"), ("Form.Text", "第一段\r\n\r\n第二段"));
        await desk.Visit.SubmitAsync(
            await desk.Visit.GetAsync($"/Imports/Chapters/{draft}/new"), "[data-testid=chapter-form]", ("Form.Number", "玖"), ("Form.Title", "附則"), ("Form.Text", "補充"));
        await desk.PressAsync(draft, "chapter-down:0");
        await desk.PressAsync(draft, "chapter-remove:0");

        var after = await desk.PreviewAsync(draft);
        Chapters(after).ShouldBe([titles[0].Split('、')[0] + "、新的依據", .. titles.Skip(2), "玖、附則"]);
        after.Html.QuerySelector("[data-testid=chapter]")!.QuerySelectorAll("p:not(.acts)").Select(one => one.TextContent).ShouldBe(["第一段", "第二段"]);
    }

    [Fact]
    public async Task The_source_stands_beside_the_tree_and_each_points_at_the_other()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.UploadSampleAsync("ncl-100-printed.docx");

        var page = await desk.PreviewAsync(draft);

        var rows = page.Html.QuerySelectorAll("[data-testid=tree-row]");
        rows.Length.ShouldBe(97);
        foreach (var row in rows)
        {
            var anchor = row.QuerySelector("[data-testid=to-source]")!.GetAttribute("href")![1..];
            var cell = page.Html.GetElementById(anchor).ShouldNotBeNull();
            cell.GetAttribute("data-rows")!.Split(' ').ShouldContain(row.GetAttribute("data-row"));
            var text = string.Concat(cell.TextContent.Where(letter => !char.IsWhiteSpace(letter)));
            text.ShouldContain(row.QuerySelector(".no")!.TextContent.Trim());
        }
        page.Html.QuerySelectorAll("[id]").GroupBy(one => one.Id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Merged_cells_of_the_file_stay_merged_in_the_source()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var html = ImportDesk.Table(PlanTable.Usual, "一、流程|1. 窗口|1.1 甲|115年6月|閱覽組")
            .Replace("<td>一、流程</td>", "<td rowspan=2>一、流程</td>").Replace("<td>1. 窗口</td>", "<td rowspan=\"2\">1. 窗口</td>")
            .Replace("</table>", "<tr><td>1.2 乙</td><td colspan=2>115年7月</td></tr></table>");

        var page = await desk.PreviewAsync(ImportDesk.DraftIn(await desk.PasteAsync(html)));

        var area = page.Html.GetElementById("s1-2-0").ShouldNotBeNull();
        (area.GetAttribute("rowspan"), area.GetAttribute("data-rows")).ShouldBe(("2", "1 2"));
        page.Html.GetElementById("s1-3-3").ShouldNotBeNull().GetAttribute("colspan").ShouldBe("2");
    }

    private static List<string> Chapters(Answer page) =>
        [.. page.Html.QuerySelectorAll("[data-testid=chapter] summary").Select(one => one.TextContent.Trim())];

    private async Task<(ImportDesk Desk, int Draft)> BeginAsync(params string[] rows)
    {
        var desk = await ImportDesk.SitDownAsync(site);
        return (desk, await desk.PasteRowsAsync(rows));
    }
}
