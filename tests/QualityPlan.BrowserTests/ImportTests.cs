using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QualityPlan.BrowserTests.Pages;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

public partial class ImportTests(Chromium chromium)
{
    private const string Password = "Correct-Horse-7";

    private static readonly string[] Departments =
    [
        "秘書室", "採訪組", "編目組", "閱覽組", "參考組", "特藏組", "資訊組", "輔導組", "研究組", "出版品國際交換處", "國際標準書號中心",
        "書目資訊中心", "總務組", "會計室", "人事室", "政風室", "漢學研究中心聯絡組", "漢學研究中心資料組",
    ];

    [Fact]
    public async Task A_real_plan_is_dropped_in_mended_and_becomes_a_draft()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await EnterAsync(chromium, site);
        var page = await ImportPage.OpenAsync(visit);
        await visit.ShouldBeSoundAsync("import-empty");

        await ImportPage.UploadAsync(visit, Sample("ncl-100-printed.docx"));
        await Expect(page.OpenCount).ToContainTextAsync("還有 4 項待處理");
        await visit.ShouldBeSoundAsync("import-preview");
        await visit.Page.WaitForLoadStateAsync();
        await page.ChooseAsync("漢學中心聯絡組", "漢學研究中心聯絡組");
        await page.Doubt("u:各單位").GetByTestId("new-kind").SelectOptionAsync("NewEveryUnit");
        await Expect(page.Doubt("u:各單位").GetByTestId("choose-new")).ToBeCheckedAsync();
        await page.SaveAsync();
        await Expect(page.OpenCount).ToContainTextAsync("還有 2 項待處理");

        await page.Doubt("c:16:Deadline").GetByTestId("text").FillAsync("100年12月");
        await page.Doubt("u:對外服務單位").GetByTestId("words").FillAsync("閱覽組、參考組");
        await page.Doubt("u:對外服務單位").GetByTestId("words").PressAsync("Enter");
        await Expect(page.OpenCount).ToContainTextAsync("全部處理完畢");
        await visit.ShouldBeSoundAsync("import-ready");

        await page.MakePlanAsync();
        await Expect(visit.Page).ToHaveURLAsync(PlanPage());
        (await site.AskAsync(db => db.Measures.CountAsync())).ShouldBe(97);
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_works_without_scripts()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await EnterAsync(chromium, site, javaScript: false);

        var page = await ImportPage.UploadAsync(visit, Sample("nlpi-103.xlsx"));
        await Expect(page.Doubts).Not.ToHaveCountAsync(0);
        await visit.Find("accept-rest").ClickAsync();
        await Expect(page.OpenCount).ToContainTextAsync("全部處理完畢");
        await page.MakePlanAsync();

        await Expect(visit.Page).ToHaveURLAsync(PlanPage());
        (await site.AskAsync(db => db.Measures.CountAsync())).ShouldBe(36);
    }

    [Fact]
    public async Task A_table_from_the_clipboard_shows_as_text_and_is_read_as_html()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await EnterAsync(chromium, site);
        var page = await ImportPage.OpenAsync(visit);
        var html = await File.ReadAllTextAsync(Sample("ncl-100-printed.html"));

        await page.PasteAsync(html + "<img src=x onerror=alert(1)><script>alert(2)</script>", "不用這個");
        await Expect(visit.Page.GetByText("已貼上")).ToContainTextAsync("個表格");
        await visit.ShouldBeSoundAsync("import-pasted");
        await visit.Find("paste").ClickAsync();

        await Expect(page.Table.GetByTestId("tree-row")).ToHaveCountAsync(97);
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_file_is_explained_where_it_was_chosen()
    {
        await using var site = RunningSite.Start("Production");
        await using var visit = await EnterAsync(chromium, site);
        await ImportPage.OpenAsync(visit);

        await visit.Find("upload-file").SetInputFilesAsync(new FilePayload { Name = "計畫.xls", MimeType = "application/vnd.ms-excel", Buffer = [1, 2, 3] });
        await visit.Find("upload").ClickAsync();

        await Expect(visit.Page.Locator(".errors")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".errors")).ToContainTextAsync("匯入不支援舊版格式「.xls」");
        await visit.ShouldBeSoundAsync("import-refused");
    }

    private static string Sample(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", "plans", file);

    internal static async Task<Visit> EnterAsync(Chromium chromium, RunningSite site, bool javaScript = true)
    {
        var account = new Account("office", "研發小組承辦", [Role.PlanOffice], null);
        account.SetPassword(site.Services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password), mustChange: false);
        await site.AskAsync(async db =>
        {
            db.Accounts.Add(account);
            db.Units.AddRange(Departments.Select((name, index) => new Unit(name, UnitKind.Department, index + 1)));
            return await db.SaveChangesAsync();
        });
        var visit = await chromium.VisitAsync(site, javaScript);
        await (await SignInPage.OpenAsync(visit)).SignInAsync("office", Password);
        return visit;
    }

    [GeneratedRegex("/plans/[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex PlanPage();
}
