using QualityPlan.BrowserTests.Pages;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

public class SignInTests(Chromium chromium, Demonstration demonstration)
{
    [Fact]
    public async Task Whoever_comes_without_signing_in_is_asked_to_and_the_page_is_sound()
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);

        await visit.GoAsync("/");

        await Expect(new SignInPage(visit).Form).ToBeVisibleAsync();
        await visit.ShouldBeSoundAsync("sign-in");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_what_was_wrong()
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);
        var signIn = await SignInPage.OpenAsync(visit);

        await signIn.SignInAsync("nobody", "wrong-Password-1");

        await Expect(signIn.Refusal).ToContainTextAsync("帳號或密碼");
        await visit.ShouldBeSoundAsync("sign-in-refused");
    }

    [Fact]
    public async Task The_skip_link_comes_first_and_leads_to_the_content()
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);
        await SignInPage.OpenAsync(visit);

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".skip-link")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        visit.Page.Url.ShouldEndWith("#C");
        await Expect(visit.Page.Locator("#C")).ToBeFocusedAsync();
    }
}
