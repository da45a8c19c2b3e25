using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;

namespace QualityPlan.BrowserTests;

/// <summary>What every page has to keep, whatever it shows.</summary>
public static class SoundPages
{
    // Elements that stick out to the right and are not inside something that scrolls by itself.
    private const string FindWide =
        """
        [...document.querySelectorAll('body *')].filter(element => {
          if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
          for (let up = element.offsetParent; up && up !== document.body; up = up.offsetParent) {
            if (getComputedStyle(up).overflowX !== 'visible') return false;
          }
          return true;
        }).map(element => element.outerHTML.slice(0, 80)).slice(0, 5).join('\n')
        """;

    /// <summary>
    /// Photographs the page and checks it: no violation axe knows, no sideways scrolling at 320 × 256,
    /// no script error, nothing blocked by the content security policy, no server error.
    /// </summary>
    public static async Task ShouldBeSoundAsync(this Visit visit, string name)
    {
        await Pictures.TakeAsync(visit, name);
        await visit.ShouldHaveNoAxeViolationsAsync();
        await visit.ShouldNotScrollSidewaysAsync();
        visit.Problems.ShouldBeEmpty();
    }

    public static async Task ShouldHaveNoAxeViolationsAsync(this Visit visit)
    {
        var result = await visit.Page.RunAxe();

        result.Passes.ShouldNotBeEmpty();
        result.Violations.Select(Describe).ShouldBeEmpty();
    }

    /// <summary>Wide tables scroll inside their own region, never the page.</summary>
    public static async Task ShouldNotScrollSidewaysAsync(this Visit visit)
    {
        await visit.Page.SetViewportSizeAsync(Screens.Zoomed.Width, Screens.Zoomed.Height);
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var widest = await visit.Page.EvaluateAsync<string>(FindWide);
        await visit.Page.SetViewportSizeAsync(Screens.Desk.Width, Screens.Desk.Height);

        width.ShouldBeLessThanOrEqualTo(Screens.Zoomed.Width, widest);
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node => "  " + node.Html));
}
