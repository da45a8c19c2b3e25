using System.Net;
using AngleSharp.Dom;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Shared;

public sealed class FrameTests(Site site) : IClassFixture<Site>
{
    private const string AnyPage = "/my-account";

    [Fact]
    public async Task Every_line_of_the_menu_leads_to_a_page_that_is_there()
    {
        var visit = await site.SignInAsync(Enum.GetValues<Role>());
        var links = (await visit.GetAsync(AnyPage)).Html.QuerySelectorAll("#menu li a").Select(link => link.GetAttribute("href")!).ToList();

        links.ShouldNotBeEmpty();
        foreach (var link in links)
        {
            (await visit.GetAsync(link)).Status.ShouldNotBe(HttpStatusCode.NotFound, link);
        }
    }

    [Fact]
    public async Task What_is_not_so_is_not_said_by_an_empty_attribute()
    {
        var outside = (await site.Visit().GetAsync("/sign-in")).Html;
        var inside = (await (await site.SignInAsync(Role.Reporter)).GetAsync(AnyPage)).Html;

        outside.Body!.HasAttribute("data-idle-minutes").ShouldBeFalse();
        inside.Body!.GetAttribute("data-idle-minutes").ShouldBe("30");
        inside.DocumentElement.HasAttribute("data-menu").ShouldBeFalse();
        inside.DocumentElement.HasAttribute("data-bs-theme").ShouldBeFalse();
    }

    [Fact]
    public void The_menu_shows_only_what_the_role_may_open()
    {
        var menu = new MainMenu(PermissionFile.Parse("GET Plans.Index | everyone | any |\nGET Imports.Index | PlanOffice | any |"));

        TitlesFor(menu, Role.Viewer).ShouldBe(["計畫"]);
        TitlesFor(menu, Role.PlanOffice).ShouldBe(["計畫", "匯入計畫"]);
        MainMenu.Items.Select(item => item.Title).ShouldBeUnique();
    }

    [Fact]
    public async Task The_bar_shows_the_quarter_in_force_and_each_persons_own_closing()
    {
        await OpenRoundAsync();

        (await PeriodOfAsync(Role.Reporter)).ShouldBe("115年第1季 至 115/4/10 截止");
        (await PeriodOfAsync(Role.UnitHead)).ShouldBe("115年第1季 至 115/4/17 截止");
        (await PeriodOfAsync(Role.Viewer)).ShouldBe("115年第1季");
    }

    [Fact]
    public async Task The_frame_costs_one_query()
    {
        var visit = await site.SignInAsync(Role.Reporter);
        var bare = await site.CountQueriesAsync(() => visit.GetAsync("/session"));

        var framed = await site.CountQueriesAsync(() => visit.GetAsync("/my-account/password"));
        var error = await site.CountQueriesAsync(() => visit.GetAsync("/nothing/at/all"));

        framed.ShouldBeLessThanOrEqualTo(bare + 2, "one for the page's own account, one for the frame");
        error.ShouldBeLessThanOrEqualTo(bare, "an error page must not need the database");
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_with_code_and_trace()
    {
        var answer = await (await site.SignInAsync(Role.Viewer)).GetAsync("/nothing/at/all");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Html.QuerySelector("h1")!.TextContent.ShouldBe("找不到頁面");
        answer.Html.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent).ShouldAllBe(fact => fact.Length > 0);
        answer.Html.Title.ShouldBe("找不到頁面｜圖書館｜服務品質計畫管考系統");
    }

    private static IEnumerable<string> TitlesFor(MainMenu menu, Role role) =>
        menu.For(new Actor(1, "某人", new HashSet<Role> { role }, null)).SelectMany(group => group).Select(item => item.Title);

    private async Task<string> PeriodOfAsync(Role role)
    {
        var page = await (await site.SignInAsync(role)).GetAsync(AnyPage);
        var text = page.Html.QuerySelector(".period")!.TextContent;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task OpenRoundAsync()
    {
        var plan = new Plan(new RocYear(115), "115年度計畫", "圖書館");
        await site.ChangeAsync(db => db.Plans.Add(plan));
        var dates = new RoundDates(new(2026, 4, 1), new(2026, 4, 10), new(2026, 4, 17), new(2026, 4, 24));
        await site.ChangeAsync(db => db.Rounds.Add(new QuarterlyRound(plan.Id, new Quarter(new RocYear(115), 1), dates)));
    }
}
