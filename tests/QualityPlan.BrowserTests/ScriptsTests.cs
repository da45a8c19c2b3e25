using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests;

/// <summary>What the scripts add, on the style page; the answers of the server are played.</summary>
public class ScriptsTests(Chromium chromium, Demonstration demonstration)
{
    private const string Words = "textarea[name=words]";
    private const string State = ".report-row [data-save-state]";

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_the_draft_goes()
    {
        await using var visit = await OpenAsync();
        var posted = await PlayAsync(visit, 200, "{}");

        await visit.Page.Locator(Words).PressSequentiallyAsync("新的一句");
        await Expect(visit.Page.Locator(State)).ToHaveTextAsync("尚未儲存");
        await visit.Page.Locator("#f1").FocusAsync();
        await visit.Page.Locator("#style-q").FocusAsync();

        await Expect(visit.Page.Locator(State)).ToContainTextAsync("已儲存");
        Uri.UnescapeDataString(posted.ShouldHaveSingleItem()).ShouldContain("新的一句");
        (await visit.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_another_was_faster_both_texts_stay_and_nothing_more_is_sent()
    {
        await using var visit = await OpenAsync();
        var posted = await PlayAsync(visit, 409, """{"message":"這一列已被他人更新","theirs":"他的文字"}""");

        await visit.Page.Locator(Words).PressSequentiallyAsync("我的文字");
        await visit.Page.Locator("#style-q").FocusAsync();
        await Expect(visit.Page.Locator("[data-conflict]")).ToContainTextAsync("他的文字");
        await visit.Page.Locator(Words).PressSequentiallyAsync("再寫");
        await visit.Page.Locator("#style-q").FocusAsync();

        (await visit.Page.Locator(Words).InputValueAsync()).ShouldContain("再寫");
        posted.Count.ShouldBe(1);
        (await visit.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_did_not_reach_the_server_is_offered_when_the_page_comes_back()
    {
        await using var visit = await OpenAsync();
        await visit.Page.RouteAsync("**/_style/autosave", route => route.AbortAsync());
        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await visit.Page.Locator(Words).PressSequentiallyAsync("斷線時寫的");
        await visit.Page.Locator("#style-q").FocusAsync();
        await Expect(visit.Page.Locator(State)).ToContainTextAsync("連線中斷");

        await visit.Page.ReloadAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "放回" }).ClickAsync();

        (await visit.Page.Locator(Words).InputValueAsync()).ShouldContain("斷線時寫的");
    }

    [Theory]
    [InlineData("new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })")]
    [InlineData("new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })")]
    public async Task Enter_that_ends_a_composition_sends_no_form(string enter)
    {
        await using var visit = await OpenAsync();

        var isKept = await visit.Page.Locator("#Title").EvaluateAsync<bool>($"box => !box.dispatchEvent({enter})");
        var isSent = await visit.Page.Locator("#Title").EvaluateAsync<bool>(
            "box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))");

        isKept.ShouldBeTrue();
        isSent.ShouldBeTrue("an ordinary Enter in an ordinary form still works");
    }

    [Fact]
    public async Task Enter_in_a_line_of_an_autosaved_form_submits_nothing()
    {
        await using var visit = await OpenAsync();
        await PlayAsync(visit, 200, "{}");

        await visit.Page.Locator("#f1").PressAsync("Enter");

        visit.Page.Url.ShouldEndWith("/_style");
    }

    [Fact]
    public async Task A_question_is_asked_before_what_cannot_be_undone_and_Escape_is_no()
    {
        await using var visit = await OpenAsync();
        var button = visit.Page.Locator(".page-actions [data-confirm]");

        await button.ClickAsync();
        await Expect(visit.Page.Locator("dialog.ask")).ToContainTextAsync("確定核定");
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("dialog.ask")).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Two_minutes_before_the_session_ends_a_warning_is_prolonged_by_one_key()
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);
        await visit.Page.RouteAsync("**/session", route => route.FulfillAsync(new() { Status = 204 }));
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync("/_style");

        await visit.Page.Clock.FastForwardAsync((long)TimeSpan.FromMinutes(28).TotalMilliseconds);
        await Expect(visit.Page.Locator("dialog.ask")).ToContainTextAsync("2分鐘後將自動登出");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#toasts")).ToContainTextAsync("已延長登入時間");
    }

    private async Task<Visit> OpenAsync()
    {
        var visit = await chromium.VisitAsync(demonstration.Site);
        (await visit.GoAsync("/_style")).ShouldBe(200);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return visit;
    }

    private static async Task<List<string>> PlayAsync(Visit visit, int status, string body)
    {
        var posted = new List<string>();
        await visit.Page.RouteAsync("**/_style/autosave", async route =>
        {
            posted.Add(route.Request.PostData ?? "");
            await route.FulfillAsync(new() { Status = status, ContentType = "application/json", Body = body });
        });
        return posted;
    }
}
