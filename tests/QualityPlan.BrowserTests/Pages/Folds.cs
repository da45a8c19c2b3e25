using Microsoft.Playwright;

namespace QualityPlan.BrowserTests.Pages;

/// <summary>Parts of a page that are folded away until somebody opens them, with scripts and without.</summary>
internal static class Folds
{
    public static async Task UnfoldAsync(this ILocator details)
    {
        if (await details.GetAttributeAsync("open") is null)
        {
            await details.Locator("summary").First.ClickAsync();
        }
    }
}
