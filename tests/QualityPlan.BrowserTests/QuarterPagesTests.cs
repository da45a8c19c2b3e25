using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>我的待辦, 本季填報 and 單位審核 in the demonstration library, empty, begun, returned, handed in and locked.</summary>
public class QuarterPagesTests(Chromium chromium, Demonstration demonstration)
{
    [Theory]
    [InlineData("陳怡君", "/", "todo-reporter")]
    [InlineData("鄭雅文", "/", "todo-returned")]
    [InlineData("張文琪", "/", "todo-head")]
    [InlineData("方文彬", "/", "todo-office")]
    [InlineData("彭美玉", "/", "todo-nothing")]
    [InlineData("陳怡君", "/progress", "progress-begun")]
    [InlineData("鄭雅文", "/progress", "progress-returned")]
    [InlineData("許雅婷", "/progress", "progress-empty")]
    [InlineData("李佳穎", "/progress", "progress-submitted")]
    [InlineData("方文彬", "/progress", "progress-units")]
    [InlineData("張文琪", "/reviews", "reviews")]
    public async Task Each_page_is_sound(string who, string path, string name)
    {
        await using var visit = await OpenAsync(who, path);
        await visit.ShouldBeSoundAsync(name);
    }

    [Fact]
    public async Task A_filing_before_its_head_is_sound()
    {
        await using var visit = await OpenAsync("張文琪", "/reviews");
        await visit.Find("reviews").GetByRole(Microsoft.Playwright.AriaRole.Link).First.ClickAsync();
        await Expect(visit.Find("approve")).ToBeVisibleAsync();
        await visit.ShouldBeSoundAsync("review-open");
    }

    private async Task<Visit> OpenAsync(string who, string path)
    {
        var visit = await chromium.VisitAsync(demonstration.Site);
        var signIn = await SignInPage.OpenAsync(visit);
        await signIn.SignInAsAsync(who);
        (await visit.GoAsync(path)).ShouldBe(200);
        return visit;
    }
}
