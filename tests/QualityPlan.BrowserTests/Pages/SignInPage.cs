using Microsoft.Playwright;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>登入.</summary>
public sealed class SignInPage(Visit visit)
{
    public ILocator Form => visit.Find("sign-in-form");

    public ILocator Refusal => visit.Find("sign-in-refusal");

    public ILocator OneClickPeople => visit.Find("one-click").GetByRole(AriaRole.Button);

    public static async Task<SignInPage> OpenAsync(Visit visit)
    {
        await visit.GoAsync("/sign-in");
        return new SignInPage(visit);
    }

    public async Task SignInAsync(string userName, string password)
    {
        await Form.Locator("[name='Form.UserName']").FillAsync(userName);
        await Form.Locator("[name='Form.Password']").FillAsync(password);
        await visit.Find("sign-in").ClickAsync();
    }

    /// <summary>Signs in as one of the demonstration's people, e.g. 召集人 or 閱覽組.</summary>
    public async Task SignInAsAsync(string words)
    {
        await visit.Find("one-click-more").EvaluateAsync("more => more.open = true");
        await OneClickPeople.Filter(new LocatorFilterOptions { HasText = words }).First.ClickAsync();
    }
}
