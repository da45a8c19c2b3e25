using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Reads the 單位 cells of one plan with what the whole document says about its units: names that a narrow column broke are
/// put together, 「秘書室及人事室」 is two units and 「推廣及數位學習組」 one, numbers of a list are no units.
/// </summary>
internal sealed partial class UnitCells
{
    private const int LongestName = 24;
    private const int MostNames = 2_000;
    private readonly HashSet<string> _listed;
    private readonly HashSet<string> _alone = [];

    private UnitCells(HashSet<string> listed) => _listed = listed;

    /// <summary>The units that paragraphs list (執行對象) and those that stand alone in a cell.</summary>
    public static UnitCells Of(Document document, IEnumerable<RowDraft> rows)
    {
        var texts = document.Blocks.Select(block => block switch { Paragraph paragraph => paragraph.Text, Heading heading => heading.Text, _ => "" });
        var cells = new UnitCells([.. texts.SelectMany(text => Clause().Split(text)).SelectMany(Listed).Select(name => Own().Replace(Folding.WithoutBlanks(name), "")).Where(EndsAsUnit).Distinct().Take(MostNames)]);
        foreach (var cell in rows.SelectMany(row => new[] { row.Units, row.SupportingUnits }).Where(cell => cell.IndexOfAny([ParallelList.Separator, '\n']) < 0))
        {
            cells._alone.UnionWith(Between().Split(cell).Select(Folding.WithoutBlanks).Where(name => name.Length is > 1 and <= LongestName));
        }

        return cells;
    }

    /// <summary>The leading and supporting units of a cell; <paramref name="doubts"/> takes what a person should look at.</summary>
    public (List<string> Leading, List<string> Supporting) Read(string text, List<string> doubts)
    {
        var (leading, supporting) = UnitNames.SplitByRole(Mend(UnitNumbers.Strip(text), doubts));
        return (Apart(leading, doubts), Apart(supporting, doubts));
    }

    /// <summary>The units of a cell that knows no roles.</summary>
    public List<string> Names(string text, List<string> doubts) => Apart(UnitNames.Split(Mend(UnitNumbers.Strip(text), doubts)), doubts);

    /// <summary>The names of an enumeration; only its last two may be joined by 及.</summary>
    private static IEnumerable<string> Listed(string clause)
    {
        var names = clause.Split('、');
        return names.Length == 1 ? names : [.. names.SkipLast(1), .. Joiner().Split(names[^1])];
    }

    private List<string> Apart(List<string> names, List<string> doubts) => names.SelectMany(name => Apart(name, doubts)).Distinct().ToList();

    /// <summary>Cuts at 及, 與, 和 where units stand on both sides, never inside the name of one.</summary>
    private IEnumerable<string> Apart(string name, List<string> doubts)
    {
        name = JoinerInFront().Replace(name, "");
        if (Extension().Match(name) is { Success: true, Index: > 0 } extension)
        {
            doubts.Add($"「{name}」的「{extension.Value}」未列入單位名稱。");
            name = name[..extension.Index].Trim();
        }

        foreach (var joiner in name.IndexOfAny(['(', '（']) >= 0 ? [] : Joiner().Matches(name).ToArray())
        {
            var (left, right) = (name[..joiner.Index].Trim(), name[(joiner.Index + joiner.Length)..].Trim());
            var first = Joiner().Split(right)[0].Trim();
            if (IsUnit(left, first) && EndsAsUnit(first) && (IsKnown(left) || !_listed.Contains(name)))
            {
                if (!IsKnown(left) || !IsKnown(first))
                {
                    doubts.Add($"「{name}」讀成「{left}」與「{right}」兩個單位，請確認。");
                }

                return [left, .. Apart(right, doubts)];
            }
        }

        return [name];
    }

    /// <summary>A short name such as 「場館」 counts only where both end alike (甲科及乙科) or the document knows it.</summary>
    private bool IsUnit(string left, string right) => EndsAsUnit(left) && (left.Length > 2 || left[^1] == right[^1] || IsKnown(left));

    private bool IsKnown(string name) => _listed.Contains(name) || _alone.Contains(name);

    /// <summary>Puts together what a line break tore: the document knows the whole, or a part is no name of a unit.</summary>
    private string Mend(string text, List<string> doubts)
    {
        var lines = Breaks().Split(text).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        for (var at = lines.Count - 2; at >= 0; at--)
        {
            var (first, second) = (Between().Split(lines[at])[^1].Trim(), Between().Split(lines[at + 1])[0].Trim());
            if (!IsTorn(first, second))
            {
                continue;
            }

            if (!_listed.Contains(first + second))
            {
                doubts.Add($"「{first}」與「{second}」分在兩行，讀成一個單位「{first + second}」，請確認。");
            }

            lines[at] += lines[at + 1];
            lines.RemoveAt(at + 1);
        }

        return string.Join(ParallelList.Separator, lines);
    }

    private bool IsTorn(string first, string second)
    {
        if (first.Length == 0 || second.Length == 0 || first.Length + second.Length > LongestName || !Chinese().IsMatch(first + second) || (IsKnown(first) && IsKnown(second)))
        {
            return false;
        }

        // 「人事」 and 「王小明」 stand for a unit too; any other text that ends as no unit is the beginning of one.
        var isBeginning = first.Length > 1 && !EndsAsUnit(first) && !IsKnown(first) && (first.Length > 3 || !StandsForUnit().IsMatch(first));
        return _listed.Contains(first + second) || BareEnding().IsMatch(second) || (isBeginning && !IsKnown(second) && EndsAsUnit(second));
    }

    private static bool EndsAsUnit(string name) => name.Length is > 1 and <= LongestName && UnitNames.EndsAsUnit(name);

    [GeneratedRegex(@"[、，,；;（）()：:。/／\s\u2029]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"[，,；;（）()：:。\s]+")]
    private static partial Regex Clause();

    [GeneratedRegex(@"[\n\u2029]+")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\s*(?:[及與和暨‧·・•+＋&＆]|以及|\sand\s)\s*")]
    private static partial Regex Joiner();

    [GeneratedRegex("^(?:以?及|與|暨)(?=..)")]
    private static partial Regex JoinerInFront();

    /// <summary>Whom to call: 「圖書課（分機123）」.</summary>
    [GeneratedRegex(@"\s*[(（]\s*(?:(?:分機|電話|校內分機|洽詢電話|[Ee]xt)[^)）]*|#?[\d\s~、,-]{2,})\s*[)）]$")]
    private static partial Regex Extension();

    /// <summary>「本館研究典藏組」: the first of a list says whose it is.</summary>
    [GeneratedRegex("^本(?:館|局|處|所|校|府|院|中心|會|署|部|廳|場|站|園|區|市|縣|鄉|鎮|公所|機關)(?=..)")]
    private static partial Regex Own();

    /// <summary>A unit by its work alone, or the name of a person.</summary>
    [GeneratedRegex("""
        ^(?:(?:人事|主計|會計|政風|研考|總務|秘書|文書|出納|庶務|資訊|輔導|教務|學務|企劃|行政|全體|各科室|館長|主任|副?局長|副?處長)
        |[陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董唐藍石紀姚連馮歐程湯黄田康姜汪白鄒尤巫][\u4E00-\u9FFF○]{1,2})$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex StandsForUnit();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]+$")]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?:[組室科課處股館局會隊所部院站系廳園場]|中心|小組|單位|辦公室|委員會)$")]
    private static partial Regex BareEnding();
}

/// <summary>Numbers in front of the units of one measure: 「一、甲科」 「二、乙科」.</summary>
internal static partial class UnitNumbers
{
    /// <summary>The text without the numbers, when each line bears one and they count from 1.</summary>
    public static string Strip(string text)
    {
        var lines = text.Split(ParallelList.Separator, '\n').SelectMany(line => BeforeNumber().Split(line)).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var entries = lines.ConvertAll(PrintedNumber.Split);
        var isList = entries.Count > 0 && entries[0].Number is { IsFirst: true, Depth: 1 } && entries.TrueForAll(entry => entry.Number is not null && UnitNames.EndsAsUnit(entry.After))
            && Enumerable.Range(1, entries.Count - 1).All(index => entries[index].Number!.IsNextAfter(entries[index - 1].Number!));

        // 「一、二科」 are two units.
        var isEnumeration = entries.Count == 1 && CountedUnit().IsMatch(entries[0].After);
        return isList && !isEnumeration ? string.Join(ParallelList.Separator, entries.Select(entry => entry.After)) : text;
    }

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])\s*(?=\d{1,2}[.、)])|(?<=\S)\s+(?=[(（]?[一二三四五六七八九]{1,2}[、)）])")]
    private static partial Regex BeforeNumber();

    [GeneratedRegex(@"^[一二三四五六七八九十\d]")]
    private static partial Regex CountedUnit();
}
