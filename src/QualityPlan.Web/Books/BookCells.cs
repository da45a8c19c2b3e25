using QualityPlan.Documents;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>The cells that several books share.</summary>
internal static class BookCells
{
    public static Row Header(IEnumerable<string> names) =>
        new([.. names.Select((name, index) => new Cell(index, name) { Look = CellLook.Header })]);

    /// <summary>The merged area and item cells of a row, none where an upper row's cell covers the place.</summary>
    public static List<Cell> Place(OutlineRow row, OutlineSpan span)
    {
        var cells = new List<Cell>();
        if (span.AreaRows > 0)
        {
            IReadOnlyList<string> texts = row.Place.SubArea is { } sub
                ? span.BeginsArea ? [row.Place.Area.Text, sub.Text] : [sub.Text]
                : [row.Place.Area.Text];
            cells.Add(new Cell(0, texts) { RowSpan = span.AreaRows });
        }
        if (span.ItemRows > 0)
        {
            cells.Add(new Cell(1, row.Place.Item.Text) { RowSpan = span.ItemRows });
        }
        return cells;
    }

    /// <summary>The approach behind its number: 「1.1 …」, and 「1. …」 with the dot that tells a lone figure from the text.</summary>
    public static string NumberedApproach(OutlineRow row) => row.Text.Number switch
    {
        "" => row.Text.Approach,
        var number when number.All(char.IsAsciiDigit) => $"{number}. {row.Text.Approach}",
        var number => $"{number} {row.Text.Approach}",
    };

    public static Cell Count(int column, int count, bool isTotal = false) => new(column, $"{count}")
    {
        Number = count,
        Look = isTotal ? CellLook.Total : CellLook.Centered,
    };

    /// <summary>A light as shape and word, on its tint.</summary>
    public static Cell OfLight(int column, Light light) => new(column, $"{light.Shape()} {light.Chinese()}")
    {
        Look = light switch
        {
            Light.Completed => CellLook.Good,
            Light.OnTrack or Light.Continuing => CellLook.Calm,
            Light.Behind => CellLook.Warning,
            Light.Overdue => CellLook.Alarm,
            _ => CellLook.Muted,
        },
    };

    /// <summary>The names of the evidence on one line, none without evidence.</summary>
    public static IEnumerable<string> EvidenceLine(IReadOnlyList<string> evidence) =>
        evidence.Count == 0 ? [] : [$"佐證：{string.Join('、', evidence)}"];

    /// <summary>What a unit wrote, one paragraph a line.</summary>
    public static IEnumerable<string> OwnWords(QuarterBookUnit unit, bool isNamed)
    {
        if (unit.State is not { } state)
        {
            yield return $"{(isNamed ? $"【{unit.UnitName}】" : "")}{WithoutReport(unit.Light)}";
            yield break;
        }
        yield return $"{(isNamed ? $"【{unit.UnitName}】" : "")}（{state.Chinese()}）{unit.Narrative}";
        if (unit.Cause.Length > 0)
        {
            yield return $"落後原因：{unit.Cause}";
        }
        if (unit.Countermeasure.Length > 0)
        {
            yield return $"因應對策：{unit.Countermeasure}";
        }
    }

    /// <summary>Not filing is told apart from owing nothing.</summary>
    private static string WithoutReport(Light light) => light switch
    {
        Light.Completed => "前已完成，本季無須填報",
        Light.NotDue => "本季未填，尚無到期的查核點",
        _ => "未填報",
    };
}
