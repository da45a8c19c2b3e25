using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>Cuts the text of a 單位 cell into names, at 、,，/; and line breaks, but not inside brackets.</summary>
internal static partial class UnitNames
{
    public static List<string> Split(string text)
    {
        var names = new List<string>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            depth += letter is '(' or '（' ? 1 : letter is ')' or '）' ? -1 : 0;
            if (at == text.Length || (depth <= 0 && letter is '、' or ',' or '，' or '/' or '／' or ';' or '；' or '\n' or ParallelList.Separator))
            {
                names.AddRange(SplitAtBlanks(Folding.Fold(text[start..at])).Select(Tidy));
                start = at + 1;
            }
        }

        return names.Where(name => name.Length > 0 && !Nobody().IsMatch(name)).Distinct().ToList();
    }

    /// <summary>
    /// Tells leading units from supporting ones inside one cell: 「主辦：閱覽組 協辦：參考組」, 「(主辦)閱覽組(協辦)參考組」,
    /// 「閱覽組(主辦)、參考組(協辦)」, 「閱覽組(協辦：參考組)」.
    /// </summary>
    public static (List<string> Leading, List<string> Supporting) SplitByRole(string text)
    {
        var (leading, supporting) = (new List<string>(), new List<string>());
        var rest = RoleInBrackets().Replace(text, match =>
        {
            (IsSupporting(match) ? supporting : leading).Add(match.Groups["names"].Value);
            return "\n";
        });
        if (RoleBehind().IsMatch(rest) && !RoleInFront().IsMatch(rest.TrimStart()))
        {
            foreach (var name in Split(RoleBehind().Replace(rest, "$0\n")))
            {
                var mark = RoleBehind().Match(name);
                (mark.Success && IsSupporting(mark) ? supporting : leading).Add(RoleBehind().Replace(name, ""));
            }
        }
        else
        {
            SplitAtMarks(rest, leading, supporting);
        }

        return (Split(string.Join('\n', leading)), Split(string.Join('\n', supporting)));
    }

    private static void SplitAtMarks(string text, List<string> leading, List<string> supporting)
    {
        var marks = RoleMark().Matches(text);
        leading.Insert(0, marks.Count == 0 ? text : text[..marks[0].Index]);
        foreach (Match mark in marks)
        {
            var end = mark.NextMatch() is { Success: true } next ? next.Index : text.Length;
            (IsSupporting(mark) ? supporting : leading).Add(text[(mark.Index + mark.Length)..end]);
        }
    }

    private static bool IsSupporting(Match mark) => mark.Groups["role"].Value[0] is '協' or '配' or '會' or '支';

    public static bool EndsAsUnit(string name) => UnitEnding().IsMatch(name);

    /// <summary>A blank parts names only where each part ends as names of units do; else it is a wrap or 「秘 書 室」.</summary>
    private static IEnumerable<string> SplitAtBlanks(string text)
    {
        var parts = text.Split(' ');
        return parts.Length > 1 && parts.All(part => UnitEnding().IsMatch(part)) ? parts : [text];
    }

    private static string Tidy(string name) => BlankBetweenChinese().Replace(name.Trim(), "");

    [GeneratedRegex(@"[(（【〔\[]\s*(?<role>主辦|承辦|主責|主政|協辦|協助|協同|協力|會辦|配合|支援|主|協)(?:單位|機關)?\s*[:：](?<names>[^)）】〕\]]+)[)）】〕\]]")]
    private static partial Regex RoleInBrackets();

    [GeneratedRegex(@"[(（【〔\[]\s*(?<role>主辦|承辦|主責|主政|協辦|協助|協同|協力|會辦|配合|支援|主|協)(?:單位|機關)?\s*[)）】〕\]]")]
    private static partial Regex RoleBehind();

    [GeneratedRegex(@"^[(（【〔\[]\s*(?:主|承|協|配合|會辦|支援)")]
    private static partial Regex RoleInFront();

    [GeneratedRegex(@"(?:[(（【〔\[]\s*(?<role>主辦|承辦|主責|主政|協辦|協助|協同|協力|會辦|配合|支援|主|協)(?:單位|機關)?\s*[)）】〕\]]|(?<role>主辦|承辦|主責|主政|協辦|協助|協同|協力|會辦|配合|支援|(?<![\u4E00-\u9FFF])主|(?<![\u4E00-\u9FFF])協)(?:單位|機關)?\s*[:：])[:：]?")]
    private static partial Regex RoleMark();

    [GeneratedRegex("[組室科課處股館局會隊所部院站系廳]$|中心$|小組$|單位$|人員$|機關$|學校$|公所$")]
    private static partial Regex UnitEnding();

    [GeneratedRegex("^(?:[-－—–─]+|無|免|略)$")]
    private static partial Regex Nobody();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF])")]
    private static partial Regex BlankBetweenChinese();
}
