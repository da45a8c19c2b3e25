using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Accounts;

public class AccountPagesTests(Site site) : IClassFixture<Site>
{
    private const string Form = "[data-testid=account-form]";

    [Fact]
    public async Task A_new_account_signs_in_with_its_first_password_and_must_change_it()
    {
        var unit = await site.AddUnitAsync();
        var admin = await site.SignInAsync(Role.Administrator);
        var shown = await admin.SubmitAsync(await admin.GetAsync("/accounts/new"), Form,
            ("Form.UserName", "new.person"), ("Form.Name", "新同仁"), ("Form.Roles", "Reporter"), ("Form.UnitId", unit.Id.ToString()));

        var password = shown.Find("first-password")!;
        password.Length.ShouldBeGreaterThanOrEqualTo(16);
        var visit = await site.SignInAsync("new.person", password);
        (await visit.GetAsync("/my-account")).Location.ShouldBe("/my-account/password");
        (await admin.GetAsync("/accounts?words=NEW.per")).Find("accounts")!.ShouldContain("待變更初次密碼");
        var entry = await site.AskAsync(db => db.AuditEntries.SingleAsync(found => found.Action == "create-account" && found.Summary.Contains("new.person")));
        (entry.After + entry.Summary).ShouldNotContain(password);
    }

    [Theory]
    [InlineData("ab", "某人", "Viewer", "", "帳號為3至60個")]
    [InlineData("中文帳號", "某人", "Viewer", "", "帳號為3至60個")]
    [InlineData("good.name1", "", "Viewer", "", "請輸入姓名。")]
    [InlineData("good.name2", "某人", "", "", "請至少選一個角色。")]
    [InlineData("good.name3", "某人", "Reporter", "", "承辦人與單位主管必須指定單位。")]
    [InlineData("good.name4", "某人", "Reporter", "999999", "所選的單位不存在")]
    [InlineData("good.name5", "某人", "99", "", "「99」無效，請重新輸入。")]
    public async Task What_cannot_be_is_refused_with_the_reason(string userName, string name, string role, string unit, string reason)
    {
        var admin = await site.SignInAsync(Role.Administrator);
        var fields = new List<(string, string)> { ("Form.UserName", userName), ("Form.Name", name), ("Form.UnitId", unit) };
        if (role.Length > 0)
        {
            fields.Add(("Form.Roles", role));
        }
        var answer = await admin.SubmitAsync(await admin.GetAsync("/accounts/new"), Form, [.. fields]);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain(reason, customMessage: answer.Html.QuerySelector("main")!.TextContent);
        (await site.AskAsync(db => db.Accounts.AnyAsync(account => account.UserName == userName))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_name_in_other_letters_is_taken()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var admin = await site.SignInAsync(Role.Administrator);
        var answer = await admin.SubmitAsync(await admin.GetAsync("/accounts/new"), Form,
            ("Form.UserName", account.UserName!.ToUpperInvariant()), ("Form.Name", "某人"), ("Form.Roles", "Viewer"));
        answer.Text.ShouldContain("這個帳號已有人使用");
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_once_and_can_come_back_when_enabled()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = await site.SignInAsync(account.UserName!);
        var admin = await site.SignInAsync(Role.Administrator);

        await ActAsync(admin, account, "disable");
        (await visit.GetAsync("/my-account")).Location!.ShouldStartWith("/sign-in");
        await ActAsync(admin, account, "enable");
        (await visit.TrySignInAsync(account.UserName!, Site.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_locked_person_is_unlocked()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        for (var i = 0; i < 5; i++)
        {
            await site.Visit().TrySignInAsync(account.UserName!, "Wrong-Horse-77");
        }
        var admin = await site.SignInAsync(Role.Administrator);
        (await admin.GetAsync($"/accounts/{account.Id}")).Find("locked").ShouldNotBeNull();

        await ActAsync(admin, account, "unlock");
        (await site.Visit().TrySignInAsync(account.UserName!, Site.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_reset_password_replaces_the_old_one()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = await site.SignInAsync(account.UserName!);
        var admin = await site.SignInAsync(Role.Administrator);

        var shown = await ActAsync(admin, account, "reset-password");

        (await visit.GetAsync("/my-account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.Visit().TrySignInAsync(account.UserName!, Site.Password)).Status.ShouldBe(HttpStatusCode.OK);
        await site.SignInAsync(account.UserName!, shown.Find("first-password")!);
    }

    [Fact]
    public async Task Nobody_disables_himself_or_the_last_administrator()
    {
        using var own = new Site();
        var account = await own.AddAccountAsync(null, Role.Administrator);
        var admin = await own.SignInAsync(account.UserName!);
        var page = await admin.GetAsync($"/accounts/{account.Id}");

        var disabled = await ActAsync(admin, account, "disable");
        disabled.Text.ShouldContain("不能停用自己的帳號");
        var degraded = await admin.PostAsync($"/accounts/{account.Id}",
            ("Form.Name", "某人"), ("Form.Roles", "Viewer"), ("Form.Version", VersionIn(page)));
        degraded.Text.ShouldContain("這是最後一位系統管理者");
        (await admin.GetAsync("/accounts")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_opened_before_another_change_is_told_so()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var admin = await site.SignInAsync(Role.Administrator);
        var page = await admin.GetAsync($"/accounts/{account.Id}");
        await ActAsync(admin, account, "disable");
        (await admin.SubmitAsync(page, Form, ("Form.Name", "後到"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.AskAsync(db => db.Accounts.SingleAsync(found => found.Id == account.Id))).DisplayName.ShouldBe(account.DisplayName);
    }

    [Fact]
    public async Task What_the_form_does_not_list_stays_as_it_is()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var admin = await site.SignInAsync(Role.Administrator);
        await admin.SubmitAsync(await admin.GetAsync($"/accounts/{account.Id}"), Form, ("Form.Name", "改名"),
            ("Form.UserName", "stolen"), ("Form.IsActive", "false"), ("Form.PasswordHash", "x"), ("Form.SecurityStamp", "x"), ("Form.IsDemonstration", "true"));
        var after = await site.AskAsync(db => db.Accounts.SingleAsync(found => found.Id == account.Id));
        after.DisplayName.ShouldBe("改名");
        (after.UserName, after.PasswordHash, after.IsActive, after.IsDemonstration).ShouldBe((account.UserName, account.PasswordHash, true, false));
    }

    [Theory]
    [InlineData(Role.PlanOffice)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Reporter)]
    public async Task Other_roles_touch_no_account(Role role)
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var unit = await site.AddUnitAsync();
        var visit = await site.SignInAsync(unit.Id, role);
        foreach (var act in new[] { "", "/disable", "/enable", "/unlock", "/reset-password" })
        {
            (await visit.PostAsync($"/accounts/{account.Id}{act}", ("version", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await visit.GetAsync($"/accounts/{account.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<Answer> ActAsync(Visit admin, Account account, string act)
    {
        var page = await admin.GetAsync($"/accounts/{account.Id}");
        return await admin.PostAsync($"/accounts/{account.Id}/{act}", ("version", VersionIn(page)));
    }

    private static string VersionIn(Answer page) => page.Html.QuerySelector("[name=version]")!.GetAttribute("value")!;
}
