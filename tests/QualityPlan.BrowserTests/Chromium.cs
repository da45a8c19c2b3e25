using Microsoft.Playwright;
using QualityPlan.BrowserTests;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(Demonstration))]

namespace QualityPlan.BrowserTests;

/// <summary>The one browser of all tests; each visit is a person of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds; busy machines take their time.</summary>
    private const int Patience = 20_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Args = Flags,
        });
    }

    /// <summary>A person comes to the site with a fresh browser profile, at 1440 × 900.</summary>
    public async Task<Visit> VisitAsync(RunningSite site, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            JavaScriptEnabled = javaScript,
            Locale = "zh-TW",
            TimezoneId = "Asia/Taipei",
            ViewportSize = Screens.Desk,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }
        _playwright?.Dispose();
    }

    private static string Find() =>
        new[] { Environment.GetEnvironmentVariable("QUALITYPLAN_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing. Run the tests with tests/run.sh, which installs it.");
}
