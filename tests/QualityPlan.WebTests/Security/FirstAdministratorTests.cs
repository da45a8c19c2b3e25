using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Web.Setup;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

public class FirstAdministratorTests
{
    private const string Form = "form[action='/first-administrator']";

    [Fact]
    public async Task The_printed_link_makes_one_administrator_and_then_opens_nothing()
    {
        using var site = new Site();
        var link = await InviteAsync(site);
        var visit = site.Visit();

        var answer = await visit.SubmitAsync(await visit.GetAsync(link!), Form,
            ("Form.UserName", "chief"), ("Form.Name", "王主任"), ("Form.Password", Site.Password), ("Form.Repeated", Site.Password));

        answer.Location.ShouldBe("/sign-in");
        (await visit.GetAsync(link!)).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await (await site.SignInAsync("chief")).GetAsync("/my-account");
        own.Find("my-account")!.ShouldContain("系統管理者");
        (await InviteAsync(site)).ShouldBeNull("there is an administrator now");
    }

    [Fact]
    public async Task Only_the_hash_of_the_token_is_kept_and_each_start_makes_a_new_link()
    {
        using var site = new Site();
        var first = await InviteAsync(site);
        var second = await InviteAsync(site);
        (await site.Visit().GetAsync(first!)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visit().GetAsync(second!)).Status.ShouldBe(HttpStatusCode.OK);
        var kept = await site.AskAsync(db => db.FirstAdministratorLinks.SingleAsync());
        second!.ShouldNotContain(kept.TokenHash);
    }

    [Fact]
    public async Task The_link_ends_after_its_hours()
    {
        using var site = new Site();
        var link = await InviteAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(25));
        (await site.Visit().GetAsync(link!)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_usable()
    {
        using var site = new Site();
        var visit = site.Visit();
        var page = await visit.GetAsync((await InviteAsync(site))!);
        var answer = await visit.SubmitAsync(page, Form,
            ("Form.UserName", "chief"), ("Form.Name", "王主任"), ("Form.Password", "short"), ("Form.Repeated", "short"));
        answer.Text.ShouldContain("密碼至少要12個字元。");
        answer = await visit.SubmitAsync(answer, Form,
            ("Form.UserName", "chief"), ("Form.Name", "王主任"), ("Form.Password", Site.Password), ("Form.Repeated", Site.Password));
        answer.Location.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Of_two_people_with_the_same_link_one_wins()
    {
        using var site = new Site();
        var link = (await InviteAsync(site))!;
        var visits = new[] { site.Visit(), site.Visit() };
        var pages = await Task.WhenAll(visits.Select(visit => visit.GetAsync(link)));
        await Task.WhenAll(visits.Select((visit, i) => visit.SubmitAsync(pages[i], Form,
            ("Form.UserName", "chief" + i), ("Form.Name", "王主任"), ("Form.Password", Site.Password), ("Form.Repeated", Site.Password))));
        var made = await site.AskAsync(db => db.Accounts.CountAsync(account => account.Roles.Any(role => role.Role == Role.Administrator)));
        made.ShouldBe(1);
    }

    private static async Task<string?> InviteAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await FirstAdministrator.InviteIfNobodyAsync(scope.ServiceProvider);
    }
}
