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
                names.Add(Tidy(text[start..at]));
                start = at + 1;
            }
        }

        return names.Where(name => name.Length > 0).Distinct().ToList();
    }

    /// <summary>Separates 「主辦：閱覽組 協辦：參考組」 into leading and supporting units.</summary>
    public static (List<string> Leading, List<string> Supporting) SplitByRole(string text)
    {
        var marks = RoleMark().Matches(text);
        if (marks.Count == 0)
        {
            return (Split(text), []);
        }

        var leading = new List<string> { text[..marks[0].Index] };
        var supporting = new List<string>();
        foreach (Match mark in marks)
        {
            var part = text[(mark.Index + mark.Length)..(mark.NextMatch() is { Success: true } next ? next.Index : text.Length)];
            (mark.Value[0] == '協' ? supporting : leading).Add(part);
        }

        return (Split(string.Join('\n', leading)), Split(string.Join('\n', supporting)));
    }

    private static string Tidy(string name) => BlankBetweenChinese().Replace(Folding.Fold(name), "");

    [GeneratedRegex(@"[主承協]辦(?:單位)?\s*[:：]")]
    private static partial Regex RoleMark();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF])")]
    private static partial Regex BlankBetweenChinese();
}
