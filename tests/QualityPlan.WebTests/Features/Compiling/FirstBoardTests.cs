using System.Net;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Compiling;

/// <summary>What the rooms say in a library without a plan, and which round they open in one with a single plan.</summary>
public class FirstBoardTests
{
    [Fact]
    public async Task Without_a_plan_the_pages_say_what_will_be_there()
    {
        using var site = new Site();
        var office = await site.SignInAsync(Role.PlanOffice);
        var convener = await site.SignInAsync(Role.Convener);

        (await office.GetAsync("/rounds")).Text.ShouldContain("還沒有填報輪次");
        (await office.GetAsync("/compiling")).Text.ShouldContain("還沒有可彙整的填報輪次");
        (await convener.GetAsync("/signing")).Text.ShouldContain("目前沒有待核閱的報告");
        (await convener.GetAsync("/signing")).Text.ShouldContain("還沒有核定的報告");
    }

    [Fact]
    public async Task The_board_opens_with_the_earliest_round_that_is_not_signed()
    {
        using var site = new QuarterSite();
        var library = await site.AddLibraryAsync();
        var office = await library.OfficeAsync();

        (await office.GetAsync("/compiling")).Html.QuerySelector("h1")!.TextContent.ShouldBe("115年第1季彙整");
        await site.ChangeAsync(db => db.Rounds.Single(one => one.Id == library.RoundId).Lock());
        (await office.GetAsync("/compiling")).Html.QuerySelector("h1")!.TextContent.ShouldBe("115年第2季彙整");
        (await office.GetAsync($"/compiling?round={library.RoundId}")).Html.QuerySelector("h1")!.TextContent.ShouldBe("115年第1季彙整");
        (await office.GetAsync("/compiling?round=999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
