using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Features.SignIn;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

public class SignInTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_comes_back_to_his_page()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = site.Visit();

        var asked = await visit.GetAsync("/my-account?x=1");
        asked.Location.ShouldBe("/sign-in?returnUrl=%2Fmy-account%3Fx%3D1");

        var page = await visit.GetAsync(asked.Location!);
        var answer = await visit.SubmitAsync(
            page, "[data-testid=sign-in-form]", ("Form.UserName", account.UserName!), ("Form.Password", Site.Password));
        answer.Location.ShouldBe("/my-account?x=1");
        (await visit.GetAsync("/my-account")).Find("my-account")!.ShouldContain(account.DisplayName);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = site.Visit();
        var page = await visit.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var answer = await visit.SubmitAsync(
            page, "[data-testid=sign-in-form]", ("Form.UserName", account.UserName!), ("Form.Password", Site.Password));
        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task Unknown_wrong_locked_and_disabled_get_the_same_answer()
    {
        var wrong = await site.AddAccountAsync(null, Role.Viewer);
        var disabled = await site.AddAccountAsync(null, Role.Viewer);
        await site.AskAsync(async db =>
        {
            (await db.Accounts.SingleAsync(found => found.Id == disabled.Id)).Disable();
            return await db.SaveChangesAsync();
        });
        var visit = site.Visit();

        foreach (var (name, password) in new[]
                 {
                     ("nobody-here", Site.Password), (wrong.UserName!, "Wrong-Horse-77"), (disabled.UserName!, Site.Password),
                 })
        {
            var answer = await visit.TrySignInAsync(name, password);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Find("sign-in-refusal").ShouldBe(SignInController.Refusal);
        }
    }

    [Fact]
    public async Task Five_failures_lock_for_fifteen_minutes_even_for_the_right_password()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visit.TrySignInAsync(account.UserName!, "Wrong-Horse-77");
        }

        (await visit.TrySignInAsync(account.UserName!, Site.Password)).Find("sign-in-refusal").ShouldBe(SignInController.Refusal);

        site.Clock.Advance(TimeSpan.FromMinutes(16));
        (await visit.TrySignInAsync(account.UserName!, Site.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Four_failures_and_a_success_begin_the_count_anew()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await site.Visit().TrySignInAsync(account.UserName!, "Wrong-Horse-77");
            }
            (await site.Visit().TrySignInAsync(account.UserName!, Site.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Signing_in_out_and_failing_stand_in_the_trail()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        await site.Visit().TrySignInAsync(account.UserName!, "Wrong-Horse-77");
        var visit = await site.SignInAsync(account.UserName!);
        (await visit.PostAsync("/sign-out")).Location.ShouldBe("/sign-in");
        (await visit.GetAsync("/my-account")).Location!.ShouldStartWith("/sign-in");

        var actions = await site.AskAsync(db => db.AuditEntries
            .Where(entry => entry.AccountId == account.Id).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        actions.ShouldBe(["sign-in-failed", "sign-in", "sign-out"]);
    }

    [Fact]
    public async Task In_production_there_is_no_demonstration_sign_in()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = site.Visit();
        (await visit.GetAsync("/sign-in")).Find("one-click").ShouldBeNull();
        (await visit.PostAsync("/sign-in/demonstration", ("accountId", account.Id.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
