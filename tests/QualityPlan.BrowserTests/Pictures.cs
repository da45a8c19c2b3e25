using Microsoft.Playwright;

namespace QualityPlan.BrowserTests;

/// <summary>Pictures of pages: for looking at, under artifacts/screenshots, and for the user guide when asked.</summary>
public static class Pictures
{
    private static readonly string Root = FindRoot();

    /// <summary>The folder of the user guide in the source tree.</summary>
    public static string GuideFolder => Path.Combine(Root, "docs", "user-guide");

    /// <summary>Whether the user guide's pictures are taken anew: bash tests/run.sh pictures.</summary>
    public static bool AreForGuide => Environment.GetEnvironmentVariable("QUALITYPLAN_PICTURES") == "1";

    /// <summary>The whole page at 1440, 768 and 320 pixels, as name-width.png; leaves the window at 1440.</summary>
    public static async Task TakeAsync(Visit visit, string name)
    {
        foreach (var screen in new[] { Screens.Phone, Screens.Tablet, Screens.Desk })
        {
            await visit.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await visit.Page.EvaluateAsync("scrollTo(0, 0)");
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Root, "artifacts", "screenshots", $"{name}-{screen.Width}.png"),
                FullPage = true,
            });
        }
    }

    /// <summary>The window as a reader of docs/user-guide sees it; does nothing unless pictures were asked for.</summary>
    public static async Task ForGuideAsync(Visit visit, string name)
    {
        if (AreForGuide)
        {
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Root, "docs", "user-guide", "pictures", $"{name}.png"),
            });
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualityPlan.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("QualityPlan.sln is in no folder above the tests.");
        }
        return folder.FullName;
    }
}
