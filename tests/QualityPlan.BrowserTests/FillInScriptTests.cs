using Microsoft.Playwright;
using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>The fill-in with scripts and without; on a library of its own, because it is changed.</summary>
public sealed class FillInScriptTests(Chromium chromium) : IAsyncLifetime
{
    private readonly RunningSite _site = RunningSite.Start();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_is_typed_saves_itself_counts_and_is_there_after_a_reload()
    {
        await using var visit = await OpenAsync("許雅婷");
        var row = visit.Page.Locator(".report-row").First;
        var before = await visit.Page.Locator(".progress-line span").InnerTextAsync();
        await row.Locator("textarea[data-words]").FillAsync("本季辦理兩場說明會，共六十人參加。");
        await Expect(visit.Page.Locator(".progress-line span")).Not.ToHaveTextAsync(before);
        await Expect(row.Locator("[data-behind]")).ToHaveAttributeAsync("open", "");
        await row.Locator("[data-due]").First.CheckAsync();
        await Expect(row.Locator("[data-save-state]")).ToContainTextAsync("已儲存");
        await visit.Page.ReloadAsync();
        await Expect(row.Locator("textarea[data-words]")).ToHaveValueAsync("本季辦理兩場說明會，共六十人參加。");
        await Expect(row.Locator("[data-due]").First).ToBeCheckedAsync();
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_reporters_in_one_row_see_both_texts()
    {
        await using var first = await OpenAsync("許雅婷");
        await using var second = await OpenAsync("許雅婷");
        foreach (var (visit, words) in new[] { (first, "先寫的"), (second, "後寫的") })
        {
            var row = visit.Page.Locator(".report-row").First;
            await row.Locator("textarea[data-words]").FillAsync(words);
            await row.Locator("textarea[data-words]").BlurAsync();
            await Expect(row.Locator("[data-save-state]")).ToContainTextAsync(visit == first ? "已儲存" : "已被他人更新");
        }
        await second.Find("save").ClickAsync();
        await Expect(second.Page.Locator(".conflict-text").First).ToHaveTextAsync("先寫的");
        await second.ShouldBeSoundAsync("progress-conflict");
    }

    [Fact]
    public async Task Without_scripts_a_file_goes_up_lacks_are_named_and_the_filing_is_submitted()
    {
        await using var visit = await OpenAsync("許雅婷", javaScript: false);
        await visit.Find("submit").ClickAsync();
        await Expect(visit.Page.Locator(".errors a").First).ToContainTextAsync("請填寫執行情形");
        foreach (var row in await visit.Page.Locator(".report-row[data-owes]").AllAsync())
        {
            await row.Locator("textarea[data-words]").FillAsync("已依計畫辦理。");
            foreach (var due in await row.Locator("[data-due]").AllAsync())
            {
                await due.CheckAsync();
            }
        }
        await visit.Page.Locator(".row-more summary", new() { HasText = "佐證資料" }).First.ClickAsync();
        await visit.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload
        {
            Name = "問卷統計.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray(),
        });
        await visit.Page.Locator("[data-testid^=upload-]").First.ClickAsync();
        await Expect(visit.Page.Locator("ul.evidence").First).ToContainTextAsync("問卷統計.pdf");
        await visit.Find("submit").ClickAsync();
        await Expect(visit.Find("withdraw")).ToBeVisibleAsync();
        await visit.ShouldNotScrollSidewaysAsync();
        visit.Problems.ShouldBeEmpty();
    }

    private async Task<Visit> OpenAsync(string who, bool javaScript = true)
    {
        var visit = await chromium.VisitAsync(_site, javaScript);
        var signIn = await SignInPage.OpenAsync(visit);
        await signIn.SignInAsAsync(who);
        (await visit.GoAsync("/progress")).ShouldBe(200);
        return visit;
    }
}
