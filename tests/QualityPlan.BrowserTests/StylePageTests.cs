using Shouldly;
using Xunit;

namespace QualityPlan.BrowserTests;

public class StylePageTests(Chromium chromium, Demonstration demonstration)
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_piece_in_every_state_is_sound(string theme)
    {
        await using var visit = await chromium.VisitAsync(demonstration.Site);
        await visit.GoAsync("/");
        await visit.Context.AddCookiesAsync(
            [new() { Name = "theme", Value = theme, Url = demonstration.Site.Address.ToString() }]);

        (await visit.GoAsync("/_style")).ShouldBe(200);

        await visit.ShouldBeSoundAsync($"style-{theme}");
    }
}
