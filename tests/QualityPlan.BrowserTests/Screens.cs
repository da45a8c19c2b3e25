using Microsoft.Playwright;

namespace QualityPlan.BrowserTests;

/// <summary>The sizes pages are looked at in, in CSS pixels.</summary>
public static class Screens
{
    public static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };
    public static readonly ViewportSize Tablet = new() { Width = 768, Height = 1024 };
    public static readonly ViewportSize Phone = new() { Width = 320, Height = 640 };

    /// <summary>What is left of 1280 × 1024 at 400 % zoom (WCAG 1.4.10).</summary>
    public static readonly ViewportSize Zoomed = new() { Width = 320, Height = 256 };
}
