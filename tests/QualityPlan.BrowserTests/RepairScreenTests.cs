using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>The repair screen by keyboard: columns are chosen, remarks walked, rows cut, joined and put back, the plan made.</summary>
public partial class RepairScreenTests(Chromium chromium)
{
    private const string Odd = """
        大類	次類	要做的事	何時	誰
        一、流程	1. 窗口	1.1 設置單一窗口，並辦理教育訓練	看心情	閱覽組
        		1.2 延長服務時間	115年9月	參考組
        	2. 環境	2.1 改善標示	隨便	閱覽組
        """;

    [Fact]
    public async Task A_plan_with_unknown_headings_is_mended_by_keyboard_and_made()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await ImportTests.EnterAsync(chromium, site);
        var page = await ImportPage.OpenAsync(visit);
        var keys = visit.Page.Keyboard;
        await page.PasteAsync("", Odd);
        await visit.Find("paste").PressAsync("Enter");

        await Expect(visit.Page).ToHaveURLAsync(ColumnsPage());
        await ChooseAsync(visit, 1, "實施要項");
        await ChooseAsync(visit, 2, "執行項目");
        await ChooseAsync(visit, 3, "推動作法");
        await ChooseAsync(visit, 4, "完成期限");
        await ChooseAsync(visit, 5, "承辦（主辦）單位");
        await visit.ShouldBeSoundAsync("import-columns");
        await Pictures.ForGuideAsync(visit, "import-columns");
        await visit.Find("read").PressAsync("Enter");

        // Title and year are asked first, then the two deadlines: F8 goes on, Shift+F8 back.
        await Expect(page.OpenDoubts).ToHaveCountAsync(4);
        await Expect(visit.Page.GetByText("到下一項")).ToBeVisibleAsync();
        await keys.PressAsync("F8");
        await keys.PressAsync("F8");
        await keys.PressAsync("F8");
        await Expect(page.Doubt("c:1:Deadline")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("[data-walk]")).ToContainTextAsync("第 3 項，共 4 項：第 1 列");
        await Expect(visit.Page.Locator(".linked-here")).ToHaveTextAsync("看心情");
        await Expect(visit.Page.Locator("tr.linked")).ToContainTextAsync("設置單一窗口");
        await keys.PressAsync("F8");
        await keys.PressAsync("F8");
        await Expect(visit.Page.Locator("[data-walk]")).ToHaveTextAsync("已經是最後一項。");
        await keys.PressAsync("Shift+F8");
        await Expect(page.Doubt("c:1:Deadline")).ToBeFocusedAsync();
        await page.WriteDeadlineAsync(1, "115年6月");
        await page.WriteDeadlineAsync(3, "115年12月");
        await keys.PressAsync("Enter");
        await Expect(page.OpenDoubts).ToHaveCountAsync(2);
        await visit.ShouldBeSoundAsync("import-repair");
        await Pictures.ForGuideAsync(visit, "import-repair");

        await SplitFirstRowAsync(visit);
        await Expect(visit.Find("tree-row")).ToHaveCountAsync(4);
        await visit.Find("join").First.PressAsync("Enter");
        await Expect(visit.Find("tree-row")).ToHaveCountAsync(3);
        await visit.Find("undo").PressAsync("Enter");
        await Expect(visit.Find("tree-row")).ToHaveCountAsync(4);
        await Expect(visit.Find("redo")).ToBeVisibleAsync();

        // The page is drawn before its scripts run: pressed in between, the button asks nothing and accepts.
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.DOMContentLoaded);
        await visit.Find("accept-rest").PressAsync("Enter");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog).GetByText("全部照原文接受").PressAsync("Enter");
        await Expect(page.OpenCount).ToContainTextAsync("全部處理完畢");
        await visit.Find("accept").PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(PlanPage());
        (await site.AskAsync(db => db.Measures.CountAsync())).ShouldBe(4);
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_source_and_the_plan_point_at_each_other()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await ImportTests.EnterAsync(chromium, site);
        await ImportPage.UploadAsync(visit, Path.Combine(AppContext.BaseDirectory, "Samples", "plans", "ncl-100.docx"));

        await visit.Find("source-table").First.Locator("td[data-rows]").Nth(40).ClickAsync();
        await Expect(visit.Page.Locator("tr.linked").First).ToBeInViewportAsync();
        await visit.Find("tree-row").Nth(80).Locator("td").Nth(2).ClickAsync();
        await Expect(visit.Page.Locator(".linked-here").First).ToBeInViewportAsync();
        await Pictures.ForGuideAsync(visit, "import-linked");
        await visit.Find("edit-heading").Nth(2).ClickAsync();
        await visit.ShouldBeSoundAsync("import-heading");
        await visit.Page.GoBackAsync();
        await visit.Find("new-chapter").ClickAsync();
        await visit.ShouldBeSoundAsync("import-chapter");
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_columns_are_chosen_rows_cut_and_put_back()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await ImportTests.EnterAsync(chromium, site, javaScript: false);
        await ImportPage.OpenAsync(visit);
        await visit.Find("paste-text").FillAsync(Odd);
        await visit.Find("paste").ClickAsync();
        await visit.Find("header-2").ClickAsync();
        await visit.Find("header-1").ClickAsync();
        foreach (var (column, name) in new[] { (1, "實施要項"), (2, "執行項目"), (3, "推動作法"), (4, "完成期限") })
        {
            await ChooseAsync(visit, column, name);
        }
        await visit.Find("read").ClickAsync();

        await visit.Find("edit").First.ClickAsync();
        await visit.Find("approach").FillAsync("設置單一窗口\n\n辦理教育訓練");
        await visit.Find("save").ClickAsync();
        await Expect(visit.Find("tree-row")).ToHaveCountAsync(4);
        await visit.Find("down").First.ClickAsync();
        await visit.Find("undo").ClickAsync();
        await visit.Find("undo").ClickAsync();
        await Expect(visit.Find("tree-row")).ToHaveCountAsync(3);
    }

    private static Task ChooseAsync(Visit visit, int column, string name) =>
        visit.Find($"column-{column}").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = name });

    private static async Task SplitFirstRowAsync(Visit visit)
    {
        var keys = visit.Page.Keyboard;
        await visit.Find("edit").First.PressAsync("Enter");
        await visit.ShouldBeSoundAsync("import-row");
        await visit.Find("split").PressAsync("Enter");
        await Expect(visit.Page.GetByText("請先把游標放在文字中間")).ToBeVisibleAsync();
        await visit.Find("approach").FocusAsync();
        await keys.PressAsync("Control+Home");
        for (var letter = 0; letter < "設置單一窗口，".Length; letter++)
        {
            await keys.PressAsync("ArrowRight");
        }
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(visit.Find("approach")).ToHaveValueAsync("設置單一窗口，\n\n並辦理教育訓練");
        await Pictures.ForGuideAsync(visit, "import-row");
        await visit.Find("save").PressAsync("Enter");
    }

    [GeneratedRegex("/imports/columns/[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex ColumnsPage();

    [GeneratedRegex("/plans/[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex PlanPage();
}
