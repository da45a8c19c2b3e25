using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Criteria;

/// <summary>Finds the level of each line of a list while it is read, and remembers what is doubtful.</summary>
internal sealed class CriteriaLevels
{
    private static readonly string[] Totals = ["合計", "總計", "小計", "總分", "合計分數"];

    private readonly List<(NumberStyle Style, int Parts)> _styles = [];
    private string _group = "";
    private int _groupLevel;

    /// <summary>Adds the line, and before it the group it begins.</summary>
    public void Read(ColumnsOfLine line, List<ReadCriterion> read)
    {
        var group = Folding.OneLine(line[CriterionField.Group]);
        if (group.Length > 0 && group != _group)
        {
            var (number, words) = PrintedNumber.SplitLeading(group);
            read.Add(new ReadCriterion(line.Line.Number, new CriterionLine(1, new CriterionText(number.Text, words))));
            (_group, _groupLevel) = (group, 1);
            _styles.Clear();
        }
        var (own, title) = line.NumberAndTitle();
        var text = new CriterionText(own, title) { Description = line[CriterionField.Description], Points = line[CriterionField.Points] };
        if (own.Length == 0 && title.Length == 0 && text.Description.Length == 0 && text.Points.Length == 0)
        {
            return;
        }
        var level = line.Level ?? _groupLevel + LevelOf(own);
        read.Add(new ReadCriterion(line.Line.Number, new CriterionLine(Math.Min(level, CriterionLine.LowestLevel), text))
        {
            ParentNumber = line[CriterionField.Parent],
            Remark = level > CriterionLine.LowestLevel ? $"層級超過 {CriterionLine.LowestLevel} 層，先列為第 {CriterionLine.LowestLevel} 層。" : "",
            IsLeftOut = Totals.Contains(Folding.WithoutBlanks(title)) || Totals.Contains(Folding.WithoutBlanks(own)),
        });
    }

    /// <summary>A way of writing that came before stands where it stood then; a new one stands one level below.</summary>
    private int LevelOf(string number)
    {
        var printed = PrintedNumber.Parse(number);
        if (printed.Text.Length == 0)
        {
            return Math.Max(1, _styles.Count);
        }
        var style = (printed.Style, printed.Parts.Count);
        var at = _styles.FindIndex(one => one == style || (one.Style == NumberStyle.Arabic && style.Style == NumberStyle.Arabic && one.Parts > style.Count));
        if (at >= 0)
        {
            _styles.RemoveRange(at, _styles.Count - at);
        }
        _styles.Add(style);
        return _styles.Count;
    }

    /// <summary>The lines with each under the one above it, sorted by number, and a remark on every doubtful one.</summary>
    public static IReadOnlyList<ReadCriterion> InOrder(IReadOnlyList<ReadCriterion> read)
    {
        var rows = new List<CriterionRow>(read.Count);
        var remarks = read.Select(one => one.Remark).ToList();
        var bySense = Enumerable.Range(0, read.Count).ToLookup(at => CriteriaOutline.SenseOf(read[at].Line.Text.Number) ?? "");
        for (var at = 0; at < read.Count; at++)
        {
            var parent = ParentByNumber(read, at, (bySense, remarks)) ?? ParentByLevel(read, at);
            rows.Add(new CriterionRow(at, parent, read[at].Line.Text));
        }
        var ordered = CriteriaOutline.Sort(Untangled(rows)).Select(place => read[place.Id] with
        {
            Line = new CriterionLine(Math.Min(place.Level, CriterionLine.LowestLevel), place.Row.Text),
            Remark = remarks[place.Id],
        }).ToList();
        var faults = CriteriaRule.FaultsOf(ordered.ConvertAll(one => one.IsLeftOut ? null : one.Line));
        return ordered.Select((one, at) => one with { Remark = one.Remark + Doubt(one, faults[at]) }).ToList();
    }

    private static string Doubt(ReadCriterion one, string fault) => one.IsLeftOut ? "看起來是合計列，預設不匯入。"
        : fault.Length > 0 ? fault
        : one.Line.Text.Number.Length == 0 ? "沒有編號；可以匯入，資料夾會用標題命名。"
        : "";

    /// <summary>The nearest line above with that number, else the first one below.</summary>
    private static int? ParentByNumber(IReadOnlyList<ReadCriterion> read, int at, (ILookup<string, int> BySense, List<string> Remarks) known)
    {
        var asked = read[at].ParentNumber;
        if (asked.Length == 0)
        {
            return null;
        }
        var same = CriteriaOutline.SenseOf(asked) is { } sense ? known.BySense[sense].Where(other => other != at).Cast<int?>().ToList() : [];
        var found = same.LastOrDefault(other => other < at) ?? same.FirstOrDefault();
        if (found is null)
        {
            known.Remarks[at] += $"找不到上層編號「{Shortening.WithEllipsis(asked, Criterion.NumberLength)}」，請確認層級。";
        }
        return found;
    }

    private static int? ParentByLevel(IReadOnlyList<ReadCriterion> read, int at)
    {
        for (var above = at - 1; above >= 0; above--)
        {
            if (read[above].Line.Level < read[at].Line.Level)
            {
                return above;
            }
        }
        return null;
    }

    /// <summary>Lines that name each other as their parent would be lost: such a line goes to the first level.</summary>
    private static List<CriterionRow> Untangled(List<CriterionRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var steps = 0;
            for (var up = rows[at].ParentId; up is { } parent; up = rows[parent].ParentId)
            {
                if (parent == at || ++steps > rows.Count)
                {
                    rows[at] = rows[at] with { ParentId = null };
                    break;
                }
            }
        }
        return rows;
    }
}
