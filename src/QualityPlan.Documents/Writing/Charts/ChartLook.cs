using System.Globalization;

namespace QualityPlan.Documents.Writing.Charts;

/// <summary>What the drawn charts have in common, whatever draws them. Lengths in millimetres.</summary>
internal static class ChartLook
{
    private const double RowHeight = 5;
    private const double Around = 20;
    private const double Highest = 150;
    private const double DarkBelow = 0.5;

    /// <summary>As high as its bars need, but never more than a page holds.</summary>
    public static double Height(Chart chart, PageSetup page) =>
        Math.Min(Math.Min(Highest, page.Height - (2 * page.Margin) - Around), (chart.Categories.Count * RowHeight) + Around);

    public static double Width(PageSetup page) => page.Width - (2 * page.Margin);

    /// <summary>White on dark colours and black on light ones.</summary>
    public static string InkOn(string colour) => Luminance(colour) < DarkBelow ? "#FFFFFF" : "#000000";

    private static double Luminance(string colour)
    {
        double Channel(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
