using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// 「（續）」 in front of or behind a text that is printed again on the next page: no part of the text. Without brackets it
/// counts in front of a blank or a number, behind a blank, and where what is left is the heading that stands anyway.
/// </summary>
internal static partial class ContinuedMark
{
    public static string Strip(string text)
    {
        var stripped = Front().Replace(text, "");
        return Behind().Replace(stripped, "");
    }

    public static bool StandsInFront(string text) => Front().IsMatch(text);

    /// <summary>The heading <paramref name="known"/> with a bare 「續」 at one end.</summary>
    public static bool IsAgain(string text, string known) =>
        known.Length > 0 && text.Length == known.Length + 1 && (text == known + "續" || text == "續" + known);

    [GeneratedRegex("""
        ^\s*(?:
          [(（【〔［\[]\s*(?:續[上前]?[頁表]?|[接承][上前][頁表])\s*[)）】〕］\]]
        | (?:續|[接承])[上前][頁表][:：]?
        | 續[:：]
        | 續(?=\s|[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3}、|[(（]?\d{1,2}[.、)）])
        )\s*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Front();

    [GeneratedRegex(@"(?:\s*[(（【〔［\[]\s*(?:續[上前]?[頁表]?[\d一二三四五六七八九十完]{0,2}|[接承][上前][頁表])\s*[)）】〕］\]]|\s+續)\s*$")]
    private static partial Regex Behind();
}
