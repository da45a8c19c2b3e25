using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

public class SessionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_disabled_account_is_out_at_its_next_request()
    {
        var (account, visit) = await SomebodyAsync();
        await ChangeAsync(account, found => found.Disable());
        (await visit.GetAsync("/my-account")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Another_role_or_unit_ends_the_session_at_the_next_request()
    {
        var (account, visit) = await SomebodyAsync();
        await ChangeAsync(account, found => found.Change(found.DisplayName, [Role.PlanOffice], null));
        (await visit.GetAsync("/my-account")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Another_name_alone_does_not_end_the_session()
    {
        var (account, visit) = await SomebodyAsync();
        await ChangeAsync(account, found => found.Change("新名字", [Role.Viewer], null));
        (await visit.GetAsync("/my-account")).Find("my-account")!.ShouldContain("新名字");
    }

    [Fact]
    public async Task Half_an_hour_of_idleness_ends_the_session_and_work_prolongs_it()
    {
        var (_, visit) = await SomebodyAsync();
        for (var i = 0; i < 3; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
        }
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Twelve_hours_end_the_session_of_whoever_never_rests()
    {
        var (_, visit) = await SomebodyAsync();
        for (var minutes = 0; minutes < 700; minutes += 20)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
        }
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_first_password_opens_nothing_but_the_page_that_changes_it()
    {
        var (account, _) = await SomebodyAsync();
        await ChangeAsync(account, found => found.SetPassword(found.PasswordHash!, mustChange: true));
        var visit = await site.SignInAsync(account.UserName!);

        (await visit.GetAsync("/my-account")).Location.ShouldBe("/my-account/password");
        var page = await visit.GetAsync("/my-account/password");
        page.Find("first-password").ShouldNotBeNull();
        var answer = await visit.SubmitAsync(page, "form[action='/my-account/password']",
            ("Form.Current", Site.Password), ("Form.New", "Another-Horse-8"), ("Form.Repeated", "Another-Horse-8"));

        answer.Location.ShouldBe("/my-account");
        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Wrong-Horse-77", "Another-Horse-8", "目前的密碼不正確。")]
    [InlineData(Site.Password, Site.Password, "新密碼不可與目前的密碼相同。")]
    [InlineData(Site.Password, "Short-1", "密碼至少要12個字元。")]
    [InlineData(Site.Password, "onlysmallletters", "密碼須含大寫字母、小寫字母、數字、符號中的3種。")]
    public async Task A_password_that_may_not_be_is_refused_with_the_reason(string current, string wanted, string reason)
    {
        var (_, visit) = await SomebodyAsync();
        var answer = await visit.SubmitAsync(await visit.GetAsync("/my-account/password"), "form[action='/my-account/password']",
            ("Form.Current", current), ("Form.New", wanted), ("Form.Repeated", wanted));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Find("password-refusal").ShouldBe(reason);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions()
    {
        var (account, visit) = await SomebodyAsync();
        var other = await site.SignInAsync(account.UserName!);
        await visit.SubmitAsync(await visit.GetAsync("/my-account/password"), "form[action='/my-account/password']",
            ("Form.Current", Site.Password), ("Form.New", "Another-Horse-8"), ("Form.Repeated", "Another-Horse-8"));

        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_makes_a_copied_cookie_worthless_and_leaves_other_devices_alone()
    {
        var (account, visit) = await SomebodyAsync();
        var other = await site.SignInAsync(account.UserName!);
        var thief = visit.Copy(site);
        (await thief.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);

        await visit.PostAsync("/sign-out");

        (await thief.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await other.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_says_so()
    {
        var (account, visit) = await SomebodyAsync();
        var page = await visit.GetAsync("/my-account/password");
        await ChangeAsync(account, found => found.Disable());
        var answer = await visit.SubmitAsync(page, "form[action='/my-account/password']", ("Form.Current", "x"));
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Text.ShouldContain("登入已逾時");
    }

    [Fact]
    public async Task A_script_whose_session_ended_is_told_so_instead_of_sent_elsewhere()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/my-account");
        request.Headers.Add("HX-Request", "true");
        (await site.Visit().SendAsync(request)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Knowing_who_asks_costs_one_query()
    {
        var (_, visit) = await SomebodyAsync();
        await visit.GetAsync("/");
        (await site.CountQueriesAsync(() => visit.GetAsync("/my-account"))).ShouldBeLessThanOrEqualTo(3);
    }

    private async Task<(Account Account, Visit Visit)> SomebodyAsync()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        return (account, await site.SignInAsync(account.UserName!));
    }

    private Task ChangeAsync(Account account, Action<Account> change) => site.AskAsync(async db =>
    {
        change(await db.Accounts.Include(found => found.Roles).SingleAsync(found => found.Id == account.Id));
        return await db.SaveChangesAsync();
    });
}
