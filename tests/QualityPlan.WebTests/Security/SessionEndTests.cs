using System.Net;
using System.Text.Json;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

/// <summary>What somebody sees whose session ended while he was away.</summary>
public class SessionEndTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_page_asked_for_after_the_idle_time_says_why_and_is_reached_after_signing_in()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = await site.SignInAsync(account.UserName!);
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        var location = (await visit.GetAsync("/plans?words=%E9%96%B1%E8%A6%BD")).Location!;
        var page = await visit.GetAsync(location);
        page.Find("session-ended")!.ShouldContain("登入已逾時");
        var entered = await visit.SubmitAsync(
            page, "[data-testid=sign-in-form]", ("Form.UserName", account.UserName!), ("Form.Password", Site.Password));
        entered.Location.ShouldBe("/plans?words=%E9%96%B1%E8%A6%BD");
    }

    [Fact]
    public async Task Whoever_was_never_signed_in_is_not_told_of_a_session()
    {
        var visit = site.Visit();
        var page = await visit.GetAsync((await visit.GetAsync("/plans")).Location!);
        page.Find("session-ended").ShouldBeNull();
    }

    [Fact]
    public async Task A_form_sent_too_late_gives_its_words_back_and_leads_to_where_it_was()
    {
        var visit = await site.SignInAsync(Role.PlanOffice);
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        var answer = await PostAsync(visit, new Uri("https://localhost/units/3?tab=1"),
            ("Form.Name", "閱覽組"), ("Form.Note", "本季辦理\n三場"), ("Form.Version", "12"), ("Form.Password", "Correct-Horse-7"));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Text.ShouldContain("登入已逾時");
        answer.Html.QuerySelectorAll("[data-testid=typed-text]").Select(one => one.TextContent.ReplaceLineEndings("\n").Trim()).ShouldBe(["閱覽組", "本季辦理\n三場"]);
        answer.Text.ShouldNotContain("Correct-Horse-7");
        answer.Html.QuerySelector("[data-testid=sign-in-again]")!.GetAttribute("href")
            .ShouldBe("/sign-in?returnUrl=%2Funits%2F3%3Ftab%3D1&timedOut=true");
    }

    [Fact]
    public async Task A_page_of_another_site_is_no_place_to_return_to()
    {
        var answer = await PostAsync(site.Visit(), new Uri("https://evil.example/units/3"), ("Form.Name", "閱覽組"));
        answer.Html.QuerySelector("[data-testid=sign-in-again]")!.GetAttribute("href").ShouldBe("/sign-in?returnUrl=%2F&timedOut=true");
    }

    [Theory]
    [InlineData("Accept", "application/json")]
    [InlineData("X-Requested-With", "autosave")]
    [InlineData("HX-Request", "true")]
    public async Task A_script_gets_401_as_json(string header, string value)
    {
        var visit = await site.SignInAsync(Role.PlanOffice);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var request = new HttpRequestMessage(HttpMethod.Post, "/units/3") { Content = new FormUrlEncodedContent([new("Form.Name", "閱覽組")]) };
        request.Headers.Add(header, value);
        var answer = await visit.SendAsync(request);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Header("Content-Type").ShouldStartWith("application/json");
        answer.Header("Cache-Control").ShouldBe("no-store");
        using var json = JsonDocument.Parse(answer.Text);
        json.RootElement.GetProperty("message").GetString()!.ShouldStartWith("登入已逾時");
        json.RootElement.GetProperty("signIn").GetString().ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Too_many_sign_ins_are_told_when_to_come_again()
    {
        using var strict = new Site().With("Security:SignInsPerMinuteAndAddress", "2");
        var visit = strict.Visit();
        for (var i = 0; i < 2; i++)
        {
            await visit.TrySignInAsync("nobody", "Wrong-Horse-7");
        }
        var answer = await visit.PostAsync("/sign-in", ("Form.UserName", "nobody"), ("Form.Password", "Wrong-Horse-7"));
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(answer.Header("Retry-After")).ShouldBeInRange(1, 60);
        answer.Text.ShouldContain("操作太頻繁");
    }

    private static Task<Answer> PostAsync(Visit visit, Uri from, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/units/3")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Referrer = from;
        return visit.SendAsync(request);
    }
}
