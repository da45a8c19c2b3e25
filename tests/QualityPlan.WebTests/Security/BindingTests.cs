using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.Web.Security;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Security;

public class BindingTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("a\0b", true)]
    [InlineData("a\u0007b", true)]
    [InlineData("a\u0085b", true)]
    [InlineData("tab\tline\r\nend", false)]
    [InlineData("𠮷野家", false)]
    [InlineData("圖書館", false)]
    public void Controls_and_halves_of_characters_are_forbidden(string text, bool forbidden) =>
        CleanText.HasForbiddenCharacters(text).ShouldBe(forbidden);

    [Fact]
    public void Half_a_character_is_forbidden()
    {
        CleanText.HasForbiddenCharacters("a\uD800b").ShouldBeTrue();
        CleanText.HasForbiddenCharacters("a\uDC00").ShouldBeTrue();
    }

    [Fact]
    public async Task A_form_with_NUL_is_refused_with_a_page_in_Chinese()
    {
        var answer = await site.Visit().TrySignInAsync("some\0one", Site.Password);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("系統沒有儲存");
    }

    [Fact]
    public async Task A_form_with_a_control_character_is_shown_again_with_the_reason()
    {
        var visit = site.Visit();
        var answer = await visit.TrySignInAsync("some\u0007one", "Correct-Horse-7");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("看不見的控制字元");
    }

    [Theory]
    [InlineData("/sign-in?returnUrl=%00")]
    [InlineData("/first-administrator?token=%07")]
    public async Task A_control_character_in_the_address_names_no_page(string path) =>
        (await site.Visit().GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("99999999999")]
    [InlineData("abc")]
    [InlineData("-1")]
    public async Task A_number_that_is_none_is_no_account(string id)
    {
        var visit = site.Visit();
        var answer = await visit.PostAsync("/sign-in/demonstration", ("accountId", id));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task More_attempts_than_allowed_from_one_address_are_put_off()
    {
        using var strict = new Site().With("Security:SignInsPerMinuteAndAddress", "3");
        var visit = strict.Visit();
        for (var i = 0; i < 3; i++)
        {
            (await visit.TrySignInAsync("nobody", "Wrong-Horse-77")).Status.ShouldBe(HttpStatusCode.OK);
        }
        var answer = await visit.TrySignInAsync("nobody", "Wrong-Horse-77");
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Text.ShouldContain("請稍候");
    }

    [Fact]
    public async Task The_role_alone_decides_not_what_is_posted()
    {
        var account = await site.AddAccountAsync(null, Role.Viewer);
        var visit = await site.SignInAsync(account.UserName!);
        await visit.SubmitAsync(await visit.GetAsync("/my-account/password"), "form[action='/my-account/password']",
            ("Form.Current", Site.Password), ("Form.New", "Another-Horse-8"), ("Form.Repeated", "Another-Horse-8"),
            ("Form.Roles", "Administrator"), ("Roles", "Administrator"), ("Form.UnitId", "1"), ("Form.IsActive", "false"));
        (await visit.GetAsync("/my-account")).Find("my-account")!.ShouldContain("檢視者");
    }
}
