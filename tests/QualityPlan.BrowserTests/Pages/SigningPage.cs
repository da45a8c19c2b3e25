using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>核閱: the report of one quarter on one page.</summary>
public sealed class SigningPage(Visit visit)
{
    public static async Task<SigningPage> OpenAsync(Visit visit, string quarter)
    {
        await visit.GoAsync("/signing");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = quarter }).First.ClickAsync();
        await Expect(visit.Find("sign-offs")).ToBeVisibleAsync();
        return new SigningPage(visit);
    }

    public async Task SignAsync(string directive)
    {
        await visit.Find("directive").FillAsync(directive);
        await visit.Find("sign").ClickAsync();
        await Expect(visit.Find("sign-offs")).ToContainTextAsync(directive);
        await Expect(visit.Find("sign")).ToHaveCountAsync(0);
    }

    /// <summary>The signed bytes in one format.</summary>
    public Task<Download> TakeAsync(string format) => visit.DownloadAsync(() => visit.Find($"file-{format}").ClickAsync());
}
