using System.Globalization;
using System.Text.RegularExpressions;

namespace QualityPlan.WebTests.HouseRules;

/// <summary>Our own style sheets as text, and the colours that tokens.css holds for both themes.</summary>
internal static partial class StyleSheets
{
    public static IReadOnlyDictionary<string, string> All { get; } = Directory
        .EnumerateFiles(Path.Combine(Root(), "src", "QualityPlan.Web", "wwwroot", "css"), "*.css")
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    /// <summary>The colour of a variable: light theme first, dark theme second.</summary>
    public static (string Light, string Dark) Colour(string name)
    {
        var match = Regex.Match(All["tokens.css"], $@"--{name}: light-dark\((#[0-9a-f]{{6}}), (#[0-9a-f]{{6}})\);");
        return match.Success
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : throw new InvalidOperationException($"tokens.css has no light-dark() colour --{name}.");
    }

    /// <summary>Font sizes in px or pt, which a reader's own text size could not change.</summary>
    public static IReadOnlyList<string> FixedFontSizes(string css) =>
        FixedSize().Matches(css).Select(match => match.Value.Trim()).ToList();

    /// <summary>Contrast as WCAG 2.2 defines it, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualityPlan.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        }
        return folder.FullName;
    }

    [GeneratedRegex(@"font(-size)?:[^;}]*?[\d.](px|pt)\b")]
    private static partial Regex FixedSize();
}
