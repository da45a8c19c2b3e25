using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>A table whose headings nobody knows: a person says what the columns are, once for each agency.</summary>
public class ColumnChoiceTests
{
    private const string Odd = "大類\t次類\t要做的事\t何時\t誰\n一、流程\t1. 窗口\t1.1 設置窗口\t115年6月\t閱覽組\n\t\t1.2 延長時間\t115年9月\t閱覽組\n";

    private static readonly (string, string)[] Usual =
    [
        ("Form.Fields[0]", "Area"), ("Form.Fields[1]", "Item"), ("Form.Fields[2]", "Approach"), ("Form.Fields[3]", "Deadline"), ("Form.Fields[4]", "Units"),
    ];

    [Fact]
    public async Task Unknown_headings_are_asked_once_and_remembered_for_the_agency()
    {
        await using var site = new Site();
        var desk = await ImportDesk.SitDownAsync(site);

        var answer = await desk.PasteAsync(Odd);
        answer.Location.ShouldNotBeNull().ShouldStartWith("/Imports/Columns/");
        (await desk.Visit.GetAsync("/Imports")).Find("draft").ShouldNotBeNull("it can be taken up again");
        var page = await desk.Visit.GetAsync(answer.Location!);
        page.Html.QuerySelector("label[for=column-2]")!.TextContent.ShouldBe("第 3 欄「要做的事」");
        var read = await desk.Visit.SubmitAsync(page, "[data-testid=columns-form]", Usual);
        var draft = ImportDesk.DraftIn(read);
        var rows = await desk.RowsAsync(await desk.AcceptAllAsync(draft));

        rows.ShouldBe(["一、流程||1. 窗口|1.1|設置窗口|115年6月|閱覽組", "一、流程||1. 窗口|1.2|延長時間|115年9月|閱覽組"]);
        var again = await desk.PasteAsync(Odd);
        (await desk.LinesAsync(ImportDesk.DraftIn(again))).ShouldBe(["1.1 設置窗口|115年6月|閱覽組", "1.2 延長時間|115年9月|閱覽組"]);
        (await site.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "learn-headings"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_to_be_remembered_is_asked_again_and_what_was_is_forgotten()
    {
        await using var site = new Site();
        var desk = await ImportDesk.SitDownAsync(site);
        await ReadAsync(desk, Odd, Usual);

        var draft = ImportDesk.DraftIn(await desk.PasteAsync(Odd));
        var page = await desk.Visit.GetAsync($"/Imports/Columns/{draft}");
        page.Html.QuerySelectorAll("select option[selected]").Select(one => one.GetAttribute("value")).ShouldBe(["Area", "Item", "Approach", "Deadline", "Units"]);
        await desk.Visit.SubmitAsync(page, "[data-testid=columns-form]", [.. Usual, ("Form.Remember", "false")]);

        (await site.AskAsync(db => db.HeadingMeanings.CountAsync())).ShouldBe(0);
        (await desk.PasteAsync(Odd)).Location.ShouldNotBeNull().ShouldStartWith("/Imports/Columns/");
    }

    [Fact]
    public async Task A_table_without_any_headings_is_read_by_the_places_of_its_columns()
    {
        await using var site = new Site();
        var desk = await ImportDesk.SitDownAsync(site);
        var begun = await desk.PasteAsync("一、流程\t1.1 甲\t115年6月\t閱覽組\n\t1.2 乙\t115年9月\t閱覽組\n");
        var page = await desk.Visit.GetAsync(begun.Location + "?header=0");

        var read = await desk.Visit.SubmitAsync(
            page, "[data-testid=columns-form]", ("Form.Fields[0]", "Area"), ("Form.Fields[1]", "Approach"), ("Form.Fields[2]", "Deadline"), ("Form.Fields[3]", "Units"));

        (await desk.LinesAsync(ImportDesk.DraftIn(read))).ShouldBe(["1.1 甲|115年6月|閱覽組", "1.2 乙|115年9月|閱覽組"]);
    }

    [Fact]
    public async Task Another_agency_has_its_own_words()
    {
        await using var site = new Site();
        var desk = await ImportDesk.SitDownAsync(site);
        var rows = ImportDesk.Table("大類|要做的事|何時", "一、流程|1. 甲|115年6月", "|2. 乙|115年6月");
        await ReadAsync(desk, "<h1>甲圖書館115年度服務計畫</h1>" + rows, ("Form.Fields[0]", "Area"), ("Form.Fields[1]", "Approach"), ("Form.Fields[2]", "Deadline"));

        (await desk.PasteAsync("<h1>甲圖書館116年度服務計畫</h1>" + rows)).Location.ShouldNotBeNull().ShouldStartWith("/Imports/Preview/");
        (await desk.PasteAsync("<h1>乙圖書館116年度服務計畫</h1>" + rows)).Location.ShouldNotBeNull().ShouldStartWith("/Imports/Columns/");
    }

    [Theory]
    [InlineData("Form.Fields[2]", "", "請指定哪一欄是推動作法")]
    [InlineData("Form.Version", "99", "另一個視窗")]
    [InlineData("Form.Header", "3", "讀不到任何推動作法")]
    [InlineData("Form.Header", "999", "讀不到任何推動作法")]
    public async Task A_choice_that_cannot_be_read_by_is_explained_and_keeps_what_was_chosen(string box, string value, string words)
    {
        await using var site = new Site();
        var desk = await ImportDesk.SitDownAsync(site);
        var page = await desk.Visit.GetAsync((await desk.PasteAsync(Odd)).Location!);

        var answer = await desk.Visit.SubmitAsync(page, "[data-testid=columns-form]", [.. Usual.Where(one => one.Item1 != box), (box, value)]);

        answer.Status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict);
        answer.Html.QuerySelector(".errors")!.TextContent.ShouldContain(words);
        answer.Html.QuerySelector("[data-testid=column-4] option[selected]")!.GetAttribute("value").ShouldBe("Deadline");
        (await site.AskAsync(db => db.HeadingMeanings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Columns_of_a_plan_that_was_understood_can_be_chosen_anew()
    {
        await using var site = new Site();
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|閱覽組");
        await desk.EditRowAsync(draft, 1, "", ("Form.Deadline", "115年7月"));
        var page = await desk.Visit.GetAsync($"/Imports/Columns/{draft}");
        page.Text.ShouldContain("已有 1 步修正");

        await desk.Visit.SubmitAsync(page, "[data-testid=columns-form]", [.. Usual[..4], ("Form.Fields[4]", "SupportingUnits")]);

        var row = (await desk.MeasuresAsync(await desk.AcceptAllAsync(draft))).Single();
        (row.UnitsText, row.SupportingUnitsText, row.DeadlineText).ShouldBe(("", "閱覽組", "115年6月"));
    }

    [Fact]
    public async Task The_choice_belongs_to_the_owner_of_the_draft()
    {
        await using var site = new Site();
        var owner = await ImportDesk.SitDownAsync(site);
        var path = (await owner.PasteAsync(Odd)).Location!;
        var other = await ImportDesk.SitDownAsync(site);

        (await other.Visit.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Visit.PostAsync(path, [("Form.Table", "1"), ("Form.Version", "1"), .. Usual])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.AskAsync(db => db.HeadingMeanings.CountAsync())).ShouldBe(0);
        (await owner.Visit.GetAsync(path.Replace("Columns", "Preview"))).Location.ShouldBe(path);
    }

    private static async Task ReadAsync(ImportDesk desk, string pasted, params (string, string)[] fields)
    {
        var page = await desk.Visit.GetAsync((await desk.PasteAsync(pasted)).Location!);
        (await desk.Visit.SubmitAsync(page, "[data-testid=columns-form]", fields)).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
