using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// A deadline printed once for all measures below: 「完成期限：115年12月」. <paramref name="Printed"/> is the text as a person
/// finds it, <paramref name="Cells"/> where it stood, if in a table.
/// </summary>
internal sealed partial record DeadlineNote(string Deadline, string Printed, IReadOnlyList<SourceCell> Cells)
{
    private const int LongestLine = 60;

    public static bool IsOne(string line) => Of(line, []) is not null;

    /// <summary>Reads the rows and lines with nothing but labels and what they say; null when none names a deadline.</summary>
    public static DeadlineNote? Of(TableGrid grid, IEnumerable<int> rows, IEnumerable<string> lines)
    {
        var inside = rows.SelectMany(row => UnitNote.Labels(grid, row).Select(text =>
            Of(text, [new SourceCell(PlanField.Deadline, grid.Place.Table, row + 1, grid.Beginning(row)[0].Column)])));
        return lines.Select(line => Of(line, [])).Concat(inside).LastOrDefault(note => note is not null);
    }

    private static DeadlineNote? Of(string line, IReadOnlyList<SourceCell> cells)
    {
        var match = Label().Match(Folding.Fold(line));
        var value = match.Groups["value"].Value.Trim(' ', '、', '；', ';', '，', ',', ')', '）');
        return line.Length <= LongestLine && match.Success && Day().IsMatch(value) ? new DeadlineNote(Folding.WithoutBlanks(value), match.Value.Trim(), cells) : null;
    }

    [GeneratedRegex("""
        (?<=^[(（]?|[\s；;，,])(?:(?:預定|預計)?(?:完成|辦理|執行|實施)(?:期限|時限)|(?:預定|預計)?完成(?:日期?|時間|年月|期程))
        \s*[:：]\s*(?<value>.+?)(?=$|[\s；;，,)）]+[\u4E00-\u9FFF]{2,8}\s*[:：]|[)）]\s*$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Label();

    /// <summary>「詳如下表」 is no day.</summary>
    [GeneratedRegex(@"\d\s*[年月]|\d[./]\d|每[日週周月季年半]|全年|年底|隨時|持續|經常|不定期")]
    private static partial Regex Day();
}
