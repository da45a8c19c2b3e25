using System.Net;
using System.Text.RegularExpressions;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

public class HeadersTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/my-account", HttpStatusCode.Redirect)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/lib/bootstrap.min.css", HttpStatusCode.OK)]
    public async Task Every_answer_carries_the_protecting_headers(string path, HttpStatusCode status) =>
        ShouldBeProtected(await site.Visit().GetAsync(path), status);

    [Fact]
    public async Task A_refused_form_carries_them_too() =>
        ShouldBeProtected(await site.Visit().PostRawAsync("/sign-in", []), HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_page_that_fails_carries_them_and_says_so_in_Chinese_with_a_trace()
    {
        using var broken = new Site();
        var visit = await broken.SignInAsync(Role.Viewer);
        await broken.AskAsync(async db =>
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                db.Database, "ALTER TABLE Accounts RENAME TO Gone");
            return 0;
        });

        var answer = await visit.GetAsync("/my-account");

        ShouldBeProtected(answer, HttpStatusCode.InternalServerError);
        answer.Text.ShouldContain("系統發生錯誤");
        answer.Text.ShouldContain("追蹤編號");
        answer.Text.ShouldNotContain("SqliteException");
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own_and_its_scripts_bear_it()
    {
        var visit = site.Visit();
        var first = await visit.GetAsync("/sign-in");
        var second = await visit.GetAsync("/sign-in");

        NonceOf(first).ShouldNotBe(NonceOf(second));
        first.Html.Scripts.ShouldNotBeEmpty();
        first.Html.Scripts.ShouldAllBe(script => script.GetAttribute("nonce") == NonceOf(first));
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_out_of_reach_of_scripts()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = site.Visit();
        var cookies = (await visit.GetAsync("/sign-in")).Header("Set-Cookie")
            + ", " + (await visit.TrySignInAsync(account.UserName!, Site.Password)).Header("Set-Cookie");

        foreach (var name in new[] { "__Host-session", "__Host-form" })
        {
            var line = Regex.Match(cookies, name + "=[^,]*").Value;
            line.ShouldContain("secure", Case.Insensitive);
            line.ShouldContain("httponly", Case.Insensitive);
            line.ShouldContain("samesite=lax", Case.Insensitive);
        }
    }

    [Fact]
    public async Task Pages_are_not_stored_and_Chinese_is_not_encoded()
    {
        var answer = await site.Visit().GetAsync("/sign-in");
        answer.Header("Cache-Control").ShouldContain("no-store");
        answer.Text.ShouldContain(">登入<");
        answer.Text.ShouldNotMatch("&#x[0-9A-F]{4};");
    }

    private static string NonceOf(Answer answer) =>
        Regex.Match(answer.Header("Content-Security-Policy"), "'nonce-([^']+)'").Groups[1].Value;

    private static void ShouldBeProtected(Answer answer, HttpStatusCode status)
    {
        answer.Status.ShouldBe(status);
        var policy = answer.Header("Content-Security-Policy");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldMatch("script-src 'nonce-[^']+';");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Referrer-Policy").ShouldBe("same-origin");
        answer.Header("Strict-Transport-Security").ShouldNotBeEmpty();
        answer.Header("Server").ShouldBeEmpty();
    }
}
