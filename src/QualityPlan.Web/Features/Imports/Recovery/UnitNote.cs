using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Units printed once for all measures below: 「承辦單位：農務課」, with or without 協辦單位 beside it, or the bare name of a unit.
/// <paramref name="Printed"/> is the text as a person finds it, <paramref name="Cells"/> where it stood, if in a table.
/// </summary>
internal sealed partial record UnitNote(string Units, string SupportingUnits, string Printed, IReadOnlyList<SourceCell> Cells)
{
    private const int LongestLine = 60;
    private const int LongestName = 14;
    private const int MostCells = 6;

    /// <summary>「承辦單位」 says whose work it is; 「單位」 and 「填報單位」 may name the agency whose paper it is.</summary>
    public bool IsSure { get; private init; }

    /// <summary>A line with a label of units, leading or supporting.</summary>
    public static bool IsOne(string line) => line.Length <= LongestLine && Label().IsMatch(Folding.Fold(line)) && Labelled().IsMatch(Folding.Fold(line));

    /// <summary>Reads the rows and lines with nothing but labels and what they say, the nearest first; null when none names a leading unit.</summary>
    public static UnitNote? Of(TableGrid grid, IEnumerable<int> rows, IEnumerable<string> lines)
    {
        var (texts, cells) = (new List<string>(), new List<(string Text, SourceCell Cell)>());
        foreach (var row in rows)
        {
            var labels = Labels(grid, row);
            texts.AddRange(labels);
            cells.AddRange(labels.Count == 0 ? [] : grid.Beginning(row).Select(cell => (Folding.Fold(cell.Text), new SourceCell(PlanField.Units, grid.Place.Table, row + 1, cell.Column))));
        }

        var note = Of([.. texts, .. lines.Where(IsOne).Select(Folding.Fold)]);
        return note is null ? null : note with { Cells = [.. cells.Where(one => one.Text.Contains(note.Units, StringComparison.Ordinal)).Take(1).Select(one => one.Cell)] };
    }

    /// <summary>The texts of a row that holds labels alone, each with what it says, in one cell or in two beside each other; else none.</summary>
    public static List<string> Labels(TableGrid grid, int row)
    {
        var cells = grid.Beginning(row);
        if (cells.Count is 0 or > MostCells)
        {
            return [];
        }

        var texts = cells.ConvertAll(cell => Folding.Fold(cell.Text));
        for (var at = texts.Count - 2; at >= 0; at--)
        {
            if (BareLabel().IsMatch(texts[at]))
            {
                texts[at] = $"{texts[at].TrimEnd('：', ':')}：{texts[at + 1]}";
                texts.RemoveAt(at + 1);
            }
        }

        return texts.TrueForAll(text => Labelled().IsMatch(text)) ? texts : [];
    }

    /// <summary>The name of a unit that stands alone, numbered or not; else null.</summary>
    public static UnitNote? OfName(string text)
    {
        var name = PrintedNumber.Split(Folding.Fold(text)).After.Trim();
        return IsName(name) ? new UnitNote(name, "", text.Trim(), []) : null;
    }

    private static UnitNote? Of(List<string> lines)
    {
        var (leading, supporting, printed, isSure) = ("", "", "", false);
        foreach (var match in lines.Where(line => line.Length <= LongestLine).SelectMany(line => Label().Matches(line)))
        {
            var value = match.Groups["value"].Value.Trim(' ', '、', '；', ';', '，', ',', ')', '）');
            var names = UnitNames.Split(value);
            if (names.Count == 0 || !names.TrueForAll(name => IsName(name) || (match.Groups["sure"].Success && IsWord(name))))
            {
                continue;
            }

            (leading, supporting) = match.Groups["supporting"].Success ? (leading, value) : (leading.Length > 0 ? leading : value, supporting);
            (printed, isSure) = leading == value ? (match.Value.Trim(), match.Groups["sure"].Success) : (printed, isSure);
        }

        return leading.Length > 0 ? new UnitNote(leading, supporting, printed, []) { IsSure = isSure } : null;
    }

    private static bool IsName(string name) => name.Length is > 1 and <= LongestName && UnitNames.EndsAsUnit(name) && !name.Any(char.IsDigit);

    private static bool IsWord(string name) => name.Length is > 1 and <= LongestName && Word().IsMatch(name);

    [GeneratedRegex("""
        (?<=^|[\s(（、，；;])(?:
          (?<supporting>(?:協辦|協助|配合)(?:單位|科室|課室|處室|組室|部門)?)
        | (?<sure>(?:主辦|承辦|主責|權責|負責|辦理|執行|業務|責任|推動)(?:單位|科室|課室|處室|組室|部門|組別|科別|課別))
        | (?:填報|提報|填表|所屬)?(?:單位|科室|課室|處室|組室|部門|組別|科別|課別)(?:名稱|別)?
        )\s*[:：]\s*(?<value>.+?)(?=$|[\s；;，,)）]+[\u4E00-\u9FFF]{2,8}\s*[:：]|[)）]\s*$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Label();

    /// <summary>Any label with what it says: 「填報日期：115年1月20日」.</summary>
    [GeneratedRegex(@"^[(（]?[\u4E00-\u9FFF]{2,8}\s*[:：]\s*\S")]
    private static partial Regex Labelled();

    [GeneratedRegex("^(?:(?:主辦|承辦|主責|權責|負責|辦理|執行|業務|責任|推動|填報|提報|協辦)(?:單位|科室|課室|處室|組室|部門)|(?:填報|填表|製表)日期|(?:完成|辦理|執行)期限)\\s*[:：]?$")]
    private static partial Regex BareLabel();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]+$")]
    private static partial Regex Word();
}
