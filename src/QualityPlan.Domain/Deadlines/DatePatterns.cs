using System.Text.RegularExpressions;

namespace QualityPlan.Domain.Deadlines;

/// <summary>
/// 日期的寫法, each matched at a place of the folded text. Groups: <c>y</c> year, <c>m</c> month,
/// <c>ms</c>/<c>ds</c>/<c>qs</c> lists of months, days, quarters, <c>before</c> 前.
/// </summary>
internal static partial class DatePatterns
{
    private const string Year = "(?:(?<era>中華民國|民國|西元)?(?<y>[0-9]{1,4})年度?|(?<now>[本當今每該]年度?))";
    private const string Sep = "[、,及和與/]";
    private const string Tail =
        "(?:(?<before>以前|之前|前)|[止內間]|期間)?(?:執行|辦理|建置)?(?:完成|完竣|辦竣)?";

    public static readonly IReadOnlyList<Regex> InOrder = [Run(), Slashed(), MonthSlashDay(), Written(), DaysOnly()];

    [GeneratedRegex("^(?:(?:自?即日起至?|預計|預定|預訂|應|擬|最遲|於|自|從|在|(?:辦理)?期程:?|期限:?)*)")]
    public static partial Regex Opening();

    [GeneratedRegex("\\G(?:以及|[、,;及和與暨/])?")]
    public static partial Regex Separator();

    [GeneratedRegex("\\G,?起?(?:至|到|迄|~|-)(?=[^-~])")]
    public static partial Regex To();

    [GeneratedRegex("[0-9]+")]
    public static partial Regex Digits();

    [GeneratedRegex("\\G起")]
    public static partial Regex Onward();

    [GeneratedRegex("\\G底?止")]
    public static partial Regex Until();

    [GeneratedRegex("\\G[,(]?(?:共計|計|共|為期)(?<n>[0-9]{1,3})(?<unit>年|個月|月|季|日|天)\\)?")]
    public static partial Regex StatedLength();

    [GeneratedRegex("\\G(?<era>中華民國|民國|西元)?(?<y>[0-9]{3,4})(?<m>[0-9]{2})(?<ds>[0-9]{2})(?![0-9年月日季])" + Tail)]
    private static partial Regex Run();

    // Two digits before a slash are a year only when three parts stand there; 6/30 is a month and a day.
    [GeneratedRegex("\\G(?<era>中華民國|民國|西元)?(?:"
        + "(?<y>[0-9]{3,4})(?<s>[/.-])(?<m>[0-9]{1,2})(?:\\k<s>(?<ds>[0-9]{1,2}))?"
        + "|(?<y>[0-9]{1,2})(?<s>[/.-])(?<m>[0-9]{1,2})\\k<s>(?<ds>[0-9]{1,2}))(?![0-9月])" + Tail)]
    private static partial Regex Slashed();

    [GeneratedRegex("\\G(?<m>[0-9]{1,2})/(?<ds>[0-9]{1,2})(?![0-9/月])" + Tail)]
    private static partial Regex MonthSlashDay();

    [GeneratedRegex("\\G" + Year + "?的?(?:"
        + "(?<ms>[0-9]{1,2}(?:" + Sep + "[0-9]{1,2})+)月份?(?<part>底|末)?"
        + "|(?<m>[0-9]{1,2})月份?(?:(?<ds>[0-9]{1,2}(?:" + Sep + "[0-9]{1,2})*)[日號]|(?<part>底|末|上旬|中旬|下旬))?"
        + "|(?<m>[0-9]{1,2})(?=[-~至到][0-9]{1,2}月)"
        + "|第(?<qs>[0-9](?:" + Sep + "第?[0-9])*)季度?(?<part>底|末)?"
        + "|(?<half>[上下前後])半年度?(?<part>底|末)?"
        + "|(?<whole>全年度?|年度(?:內|底|結束|終了)|結束|終了|年?[底末]|年?終|歲末)"
        + "|(?<=年度?))" + Tail)]
    private static partial Regex Written();

    [GeneratedRegex("\\G(?<ds>[0-9]{1,2}(?:" + Sep + "[0-9]{1,2})*)[日號]" + Tail)]
    private static partial Regex DaysOnly();
}
