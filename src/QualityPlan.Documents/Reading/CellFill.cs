using System.Text.RegularExpressions;

namespace QualityPlan.Documents.Reading;

/// <summary>Writes what stands behind a cell in one way for all formats; white and nothing are the same.</summary>
internal static partial class CellFill
{
    private const int Longest = 40;

    /// <summary>A colour as files write it: 「FFC000」, 「#ffc000」, 「yellow」, 「rgb(255, 192, 0)」.</summary>
    public static string Of(string? colour)
    {
        var text = (colour ?? "").Trim().TrimStart('#').Replace(" ", "").ToLowerInvariant();
        return text.Length > Longest || White().IsMatch(text) ? "" : text;
    }

    /// <summary>The background in the style of an html cell, else its attribute bgcolor.</summary>
    public static string OfHtml(string? style, string? attribute)
    {
        var match = Background().Match(style ?? "");
        return match.Success ? Of(match.Groups["colour"].Value) : Of(attribute);
    }

    [GeneratedRegex("^(?:|auto|none|nil|white|transparent|inherit|initial|window|fff|ffffff|ffffffff|rgba?\\(255,255,255(?:,.*)?\\)|rgba\\(.*,0\\))$")]
    private static partial Regex White();

    [GeneratedRegex(@"(?<![\w-])background(?:-color)?\s*:\s*(?<colour>#[0-9a-f]{3,8}|rgba?\([^)]{0,30}\)|[a-z]{3,20}(?![a-z(]))", RegexOptions.IgnoreCase)]
    private static partial Regex Background();
}
