using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Lines that name a plan: 「…115年度服務品質精進方案」, with the agency in front of it or on the line above.</summary>
internal static partial class PlanTitle
{
    private const int LongestTitle = 100;
    private const int LongestLine = 60;

    /// <summary>Names a plan, in whatever words.</summary>
    public static bool IsOne(string text) => text.Length is > 0 and < LongestTitle && Word().IsMatch(text) && !IsNumbered(text);

    /// <summary>Names it with its year, and is no sentence about it: goes before the heading of a web page.</summary>
    public static bool IsFull(string text) => text.Length < LongestLine && IsOne(text) && Full().IsMatch(text);

    /// <summary>The first of the lines that names a plan, else empty.</summary>
    public static string FirstOf(IReadOnlyList<string> lines, Func<string, bool> isOne)
    {
        var at = lines.ToList().FindIndex(text => text.Length < LongestLine && isOne(text));
        return at < 0 ? "" : WithLinesAbove(lines, at);
    }

    /// <summary>The title at this place with the lines above that belong to it: 「115年度」, and over it the agency.</summary>
    public static string WithLinesAbove(IReadOnlyList<string> lines, int at)
    {
        var title = lines[at];
        var hasYearAbove = at > 0 && BareYear().IsMatch(lines[at - 1]) && !title.Contains('年', StringComparison.Ordinal);
        (title, at) = hasYearAbove ? (lines[at - 1] + title, at - 1) : (title, at);
        return at > 0 ? WithAgency(title, lines[at - 1]) : title;
    }

    /// <summary>The title with the line above in front of it, when that is an agency's name and the title has none.</summary>
    public static string WithAgency(string title, string above) =>
        Agency().IsMatch(above) && !Word().IsMatch(above) && BeginsWithoutAgency().IsMatch(title) ? above + title : title;

    /// <summary>「一、依據」 is a chapter, 「二、執行計畫表」 the heading of a table.</summary>
    public static bool IsNumbered(string text) => PrintedNumber.Split(text).Number is { Rank: < PrintedNumber.NoRank };

    [GeneratedRegex(@"計[畫劃]|(?:方案|要點)(?:\s*[(（〔\[].{0,12}[)）〕\]])?$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?!依|為(?!民)|茲|附)[^。，,；;：:>›»|]*(?:\d{2,4}|[一二三四五六七八九○〇零百]{2,5})\s*年[^。，,；;：:>›»|]*(?:計[畫劃](?:[書表]|[(（〔\[].{0,12}[)）〕\]])?|(?:方案|要點)(?:[(（〔\[].{0,12}[)）〕\]])?)$")]
    private static partial Regex Full();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{2,24}(?:館|局|所|處|府|中心|院|署|會|大學|學校|[高國]中|國小|學院|公司|隊|場|園|部|廳|站|法院|檢察署)$")]
    private static partial Regex Agency();

    [GeneratedRegex(@"^(?:中華民國|民國)?\s*(?:\d{2,3}|[一二三四五六七八九○〇零百]{2,5})\s*年度?$")]
    private static partial Regex BareYear();

    [GeneratedRegex(@"^(?:中華民國|民國)?\s*(?:\d{2,4}\s*[年~～-]|[一二三四五六七八九○〇零百]{2,5}\s*年|年度|提升|為民|服務|推動|強化|精進)")]
    private static partial Regex BeginsWithoutAgency();
}
