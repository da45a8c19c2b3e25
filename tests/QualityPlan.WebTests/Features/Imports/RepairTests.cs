using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>The repair screen: what is asked, how it is mended, and that nothing typed is lost.</summary>
public class RepairTests(Site site) : IClassFixture<Site>
{
    private const string Fifty = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";
    private const string LongText = Fifty + Fifty + Fifty + Fifty + Fifty + Fifty + "長";

    [Fact]
    public async Task A_deadline_that_is_mended_is_read_anew_and_one_accepted_stays_as_written()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|第五季|甲組", "||1.2 乙|隨便|甲組", "||1.3 丙||甲組");
        var page = await desk.PreviewAsync(draft);

        await desk.SaveAsync(
            page,
            (ImportDesk.Box(page, "c:1:Deadline", "Text"), "第 4 季"),
            (ImportDesk.Box(page, "c:2:Deadline", "Accept"), "true"),
            (ImportDesk.Box(page, "c:3:Deadline", "Text"), "還是隨便"));
        page = await desk.PreviewAsync(draft);

        ImportDesk.Doubts(page).ShouldContain("c:3:Deadline");
        ImportDesk.Doubts(page).ShouldNotContain("c:1:Deadline");
        ImportDesk.Doubts(page).ShouldNotContain("c:2:Deadline");
        var rows = await desk.MeasuresAsync(await desk.AcceptAllAsync(draft));
        rows.Select(row => (row.DeadlineText, row.DeadlineKind)).ShouldBe([
            ("第4季", DeadlineKind.Dated), ("隨便", DeadlineKind.NotUnderstood), ("還是隨便", DeadlineKind.NotUnderstood),
        ]);
    }

    [Fact]
    public async Task A_lost_heading_is_filled_in_for_all_its_rows()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync(
            "二、形象 (二)行為|1. 親和|1.1 甲|115年6月|甲組", "|1. 宣導|1.1 乙|115年6月|甲組", "||1.2 丙|115年6月|甲組", "||1.1 丁|115年6月|甲組");
        var page = await desk.PreviewAsync(draft);
        ImportDesk.Doubt(page, "c:2:SubArea").TextContent.ShouldContain("同一標題下的 2 列會一併更改");

        await desk.SaveAsync(page, (ImportDesk.Box(page, "c:2:SubArea", "Text"), "(三)行銷"));
        var plan = await desk.AcceptAllAsync(draft);

        (await desk.RowsAsync(plan)).ShouldBe([
            "二、形象|(二)行為|1. 親和|1.1|甲|115年6月|甲組",
            "二、形象|(三)行銷|1. 宣導|1.1|乙|115年6月|甲組",
            "二、形象|(三)行銷|1. 宣導|1.2|丙|115年6月|甲組",
            "二、形象||" + "|1.1|丁|115年6月|甲組",
        ]);
    }

    [Fact]
    public async Task A_unit_name_is_asked_once_and_may_be_rewritten_chosen_made_or_left()
    {
        var (known, chosen) = (await site.AddUnitAsync("典藏閱覽組"), await site.AddUnitAsync("國際交流組"));
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync(
            "一、流程|1. 窗口|1.1 甲|115年6月|典閱組、交流股", "||1.2 乙|115年6月|典 閱 組", "||1.3 丙|115年6月|錯字祖", "||1.4 丁|115年6月|新任務小組", "||1.5 戊|115年6月|某某");
        var page = await desk.PreviewAsync(draft);
        ImportDesk.Doubts(page).ShouldBe(["u:典閱組", "u:交流股", "u:錯字祖", "u:新任務小組", "u:某某", "title", "year"]);
        ImportDesk.Doubt(page, "u:典閱組").TextContent.ShouldContain("第 1、2 列，共 2 列");

        await desk.SaveAsync(
            page,
            (ImportDesk.Box(page, "u:典閱組", "Choice"), $"unit-{known.Id}"),
            (ImportDesk.Box(page, "u:交流股", "Choice"), "other"),
            (ImportDesk.Box(page, "u:交流股", "OtherUnit"), $"{chosen.Id}"),
            (ImportDesk.Box(page, "u:錯字祖", "Words"), "典藏閱覽組、國際交流組"),
            (ImportDesk.Box(page, "u:新任務小組", "Choice"), "new"),
            (ImportDesk.Box(page, "u:新任務小組", "NewName"), "全新任務小組"),
            (ImportDesk.Box(page, "u:新任務小組", "NewKind"), "NewTaskForce"),
            (ImportDesk.Box(page, "u:某某", "Choice"), "leave"),
            (ImportDesk.Box(page, "title", "Accept"), "true"),
            (ImportDesk.Box(page, "year", "Accept"), "true"));
        page = await desk.PreviewAsync(draft);
        page.Find("open-count").ShouldNotBeNull().ShouldContain("全部處理完畢");
        var rows = await desk.MeasuresAsync(ImportDesk.PlanIn(await desk.AcceptAsync(page)));

        rows.Select(row => row.UnitsText).ShouldBe(["典閱組、交流股", "典 閱 組".Replace(" ", ""), "典藏閱覽組、國際交流組", "新任務小組", "某某"]);
        rows.Select(row => row.Assignments.Count).ShouldBe([2, 1, 2, 1, 0]);
        rows.Select(row => row.HasUnknownUnit).ShouldBe([false, false, false, false, true]);
        var made = await site.AskAsync(db => db.Units.AsNoTracking().Include(unit => unit.Aliases).SingleAsync(unit => unit.Name == "全新任務小組"));
        (made.Kind, made.Aliases.Single().Text).ShouldBe((UnitKind.TaskForce, "新任務小組"));
    }

    [Fact]
    public async Task A_group_that_is_chosen_keeps_the_name_as_its_alias_and_the_text_as_written()
    {
        var own = await site.AddUnitAsync("服務組");
        await site.ChangeAsync(db =>
        {
            var made = new UnitGroup("對外窗口單位", isEveryUnit: false);
            made.SetMembers([own.Id]);
            db.UnitGroups.Add(made);
        });
        var group = await site.AskAsync(db => db.UnitGroups.SingleAsync(one => one.Name == "對外窗口單位"));
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|外窗口單位");
        var page = await desk.PreviewAsync(draft);

        await desk.SaveAsync(page, (ImportDesk.Box(page, "u:外窗口單位", "Choice"), $"group-{group.Id}"), ("Form.AcceptRest", "true"));
        page = await desk.PreviewAsync(draft);
        var rows = await desk.MeasuresAsync(ImportDesk.PlanIn(await desk.AcceptAsync(page)));

        rows.Single().UnitsText.ShouldBe("外窗口單位");
        rows.Single().Assignments.Single().UnitId.ShouldBe(own.Id);
        (await site.AskAsync(db => db.UnitGroups.Where(one => one.Id == group.Id).SelectMany(one => one.Aliases).Select(alias => alias.Text).SingleAsync())).ShouldBe("外窗口單位");
        (await site.AskAsync(db => db.AuditEntries.OrderBy(one => one.Sequence).LastAsync(one => one.Action == "learn-alias"))).Summary.ShouldBe("群組「對外窗口單位」的別名「外窗口單位」");
    }

    [Theory]
    [InlineData("Form.Year", "2026", "是否要輸入115年？2026是西元年")]
    [InlineData("Form.Year", "明年", "請輸入民國年度，例如115。")]
    [InlineData("Form.Title", "", "請輸入計畫名稱。")]
    [InlineData("c:1:Deadline Text", LongText, "最多 300 字")]
    [InlineData("u:沒聽過組 Choice", "rewrite", "請輸入要改寫成的單位")]
    [InlineData("u:沒聽過組 Choice", "other", "請選擇單位。")]
    [InlineData("u:沒聽過組 Choice", "unit-999999", "請選擇單位。")]
    public async Task What_cannot_be_taken_is_said_at_its_box_and_nothing_is_saved(string box, string typed, string words)
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|看心情|沒聽過組", "||1.2 乙|看天氣|沒聽過組");
        var page = await desk.PreviewAsync(draft);
        var before = await ContentAsync(draft);
        var name = box.Split(' ') is [var key, var field] ? ImportDesk.Box(page, key, field) : box;

        var answer = await desk.SaveAsync(page, (name, typed), (ImportDesk.Box(page, "c:2:Deadline", "Text"), "下個月吧"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors")!.TextContent.ShouldContain(words);
        answer.Html.QuerySelectorAll("input").Select(input => input.GetAttribute("value")).ShouldContain("下個月吧");
        (await ContentAsync(draft)).ShouldBe(before);
    }

    [Fact]
    public async Task A_stale_page_is_refused_and_keeps_what_was_typed()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|看心情|", "||1.2 乙|看天氣|", "||1.3 丙|看潮汐|");
        var (first, second) = (await desk.PreviewAsync(draft), await desk.PreviewAsync(draft));
        await desk.SaveAsync(first, (ImportDesk.Box(first, "c:1:Deadline", "Text"), "115年6月"), (ImportDesk.Box(first, "c:2:Deadline", "Text"), "115年7月"));
        var before = await ContentAsync(draft);

        var answer = await desk.SaveAsync(second, (ImportDesk.Box(second, "c:1:Deadline", "Text"), "115年8月"), (ImportDesk.Box(second, "c:3:Deadline", "Text"), "115年9月"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("另一個視窗");
        ImportDesk.Doubt(answer, "c:1:Deadline").QuerySelector("q")!.TextContent.ShouldBe("115年6月");
        ImportDesk.Doubt(answer, "c:1:Deadline").QuerySelector("[data-testid=text]")!.GetAttribute("value").ShouldBe("115年8月");
        ImportDesk.Doubt(answer, "c:3:Deadline").QuerySelector("[data-testid=text]")!.GetAttribute("value").ShouldBe("115年9月");
        (await ContentAsync(draft)).ShouldBe(before);

        await desk.SaveAsync(answer);
        var rows = await desk.MeasuresAsync(await desk.AcceptAllAsync(draft));
        rows.Select(row => row.DeadlineText).ShouldBe(["115年8月", "115年7月", "115年9月"]);
    }

    [Fact]
    public async Task Another_year_reads_the_deadlines_anew()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|6月|");
        var page = await desk.PreviewAsync(draft);
        ImportDesk.Doubts(page).ShouldContain("year");
        ImportDesk.Doubts(page).ShouldContain("title");

        await desk.SaveAsync(page, ("Form.Year", "民國 116 年"), ("Form.Title", "116年度提升服務品質執行計畫"));

        page = await desk.PreviewAsync(draft);
        ImportDesk.Doubts(page).ShouldBe(["c:1:Units"]);
        var rows = await desk.MeasuresAsync(await desk.AcceptAllAsync(draft));
        rows.Single().Checkpoints.Single().DueOn.ShouldBe(new DateOnly(2027, 6, 30));
    }

    [Fact]
    public async Task What_was_accepted_can_be_looked_at_and_taken_back()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|看心情|");
        await desk.SaveAsync(await desk.PreviewAsync(draft), ("Form.AcceptRest", "true"));

        var page = await desk.PreviewAsync(draft, "?all=true");
        ImportDesk.Doubts(page).ShouldContain("c:1:Deadline");
        await desk.SaveAsync(page, (ImportDesk.Box(page, "c:1:Deadline", "Accept"), "false"));

        ImportDesk.Doubts(await desk.PreviewAsync(draft)).ShouldBe(["c:1:Deadline"]);
    }

    [Fact]
    public async Task Of_two_thousand_rows_all_thirty_seven_bad_ones_are_listed()
    {
        await site.AddUnitAsync("大計畫組");
        var desk = await ImportDesk.SitDownAsync(site);
        var bad = Enumerable.Range(0, 37).Select(at => 17 + (at * 53)).ToHashSet();
        var draft = await desk.PasteRowsAsync(Rows(2000, row => bad.Contains(row) ? $"不明期限{row}" : "115年6月"));

        var page = await desk.PreviewAsync(draft);

        var asked = ImportDesk.Doubts(page).Where(key => key.StartsWith("c:", StringComparison.Ordinal)).ToList();
        asked.ShouldBe(bad.Order().Select(row => $"c:{row}:Deadline"));
        page.Find("open-count").ShouldNotBeNull().ShouldContain("還有 39 項");
        foreach (var row in bad)
        {
            var doubt = ImportDesk.Doubt(page, $"c:{row}:Deadline");
            doubt.TextContent.ShouldContain($"第 {row} 列　完成期限");
            doubt.TextContent.ShouldContain($"第 {row + 1} 列");
            doubt.TextContent.ShouldContain("看不懂");
            doubt.QuerySelector("[data-testid=text]")!.GetAttribute("value").ShouldBe($"不明期限{row}");
        }
    }

    [Fact]
    public async Task More_than_fifty_doubts_are_paged_and_told()
    {
        await site.AddUnitAsync("分頁組");
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync(Rows(120, row => $"不明{row}", "分頁組"));

        var page = await desk.PreviewAsync(draft);
        ImportDesk.Doubts(page).Count.ShouldBe(50);
        page.Text.ShouldContain("共 122 項，第 1–50 項");
        ImportDesk.Doubts(await desk.PreviewAsync(draft, "?page=3")).Count.ShouldBe(22);
        page.Html.QuerySelector("#row-120 .doubt-link")!.GetAttribute("href").ShouldBe("?page=3#doubt-22");
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_plan()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var small = await desk.PasteRowsAsync(Rows(100, row => $"不明{row}"));
        var large = await desk.PasteRowsAsync(Rows(2000, row => $"不明{row}"));

        var few = await site.CountQueriesAsync(() => desk.PreviewAsync(small));
        var many = await site.CountQueriesAsync(() => desk.PreviewAsync(large));

        many.ShouldBe(few);
        (many - 1).ShouldBeLessThanOrEqualTo(6, "one more looks up who is signed in");
    }

    internal static IEnumerable<string> Rows(int count, Func<int, string> deadline, string unit = "大計畫組") => Enumerable.Range(1, count).Select(row =>
        $"{(row == 1 ? "一、流程" : "")}|{(row % 10 == 1 ? $"{(row / 10) + 1}. 項目" : "")}|{((row - 1) / 10) + 1}.{((row - 1) % 10) + 1} 作法{row}|{deadline(row)}|{unit}");

    private Task<string> ContentAsync(int draft) =>
        site.AskAsync(db => db.ImportDrafts.Where(one => one.Id == draft).Select(one => one.Version + one.Content).SingleAsync());
}
