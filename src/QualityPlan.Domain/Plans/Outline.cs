using QualityPlan.Domain.Deadlines;

namespace QualityPlan.Domain.Plans;

/// <summary>One row of the plan's table, with the area and item it stands under.</summary>
public sealed record OutlineRow(int MeasureId, OutlinePlace Place, MeasureText Text)
{
    public int Position { get; init; }

    public DeadlineKind DeadlineKind { get; init; }

    /// <summary>True when a person chose the checkpoints in place of the text.</summary>
    public bool IsDeadlineDecided { get; init; }

    /// <summary>True while a name in the unit columns is not known.</summary>
    public bool HasUnknownUnit { get; init; }

    public MeasureControl Control { get; init; }

    public int Version { get; init; }
}

/// <summary>Where a measure stands: ids, texts as printed, and positions of area, sub area and item.</summary>
public sealed record OutlinePlace(OutlineStep Area, OutlineStep? SubArea, OutlineStep Item)
{
    /// <summary>The lowest area level, whose cell is merged over its rows.</summary>
    public OutlineStep Leaf => SubArea ?? Area;
}

/// <summary>One step of the outline.</summary>
public sealed record OutlineStep(int Id, string Text, int Position);

/// <summary>How many rows the area and item cells of a row cover; 0 where an upper row's cell covers the place.</summary>
public sealed record OutlineSpan(int AreaRows, int ItemRows)
{
    /// <summary>True at the first row of a first-level area, whose text then stands above the sub area's.</summary>
    public bool BeginsArea { get; init; }
}

/// <summary>The order and the merged cells of a plan's table.</summary>
public static class Outline
{
    /// <summary>Sorts by area, item, then the printed number by sense (1.10 after 1.9), then the position.</summary>
    public static IReadOnlyList<OutlineRow> Sort(IEnumerable<OutlineRow> rows) =>
        rows.OrderBy(row => row.Place.Area.Position).ThenBy(row => row.Place.Area.Id)
            .ThenBy(row => row.Place.SubArea?.Position ?? 0).ThenBy(row => row.Place.SubArea?.Id ?? 0)
            .ThenBy(row => row.Place.Item.Position).ThenBy(row => row.Place.Item.Id)
            .ThenBy(row => row.Text.Number, PrintedNumber.Comparer)
            .ThenBy(row => row.Position)
            .ToList();

    /// <summary>The spans of each row, in the same order; works for a filtered list as well.</summary>
    public static IReadOnlyList<OutlineSpan> Spans(IReadOnlyList<OutlineRow> rows)
    {
        var spans = new List<OutlineSpan>(rows.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            var before = index == 0 ? null : rows[index - 1].Place;
            var place = rows[index].Place;
            var beginsLeaf = before?.Leaf.Id != place.Leaf.Id;
            var beginsItem = beginsLeaf || before?.Item.Id != place.Item.Id;
            spans.Add(new OutlineSpan(
                beginsLeaf ? RunLength(rows, index, one => one.Leaf.Id) : 0,
                beginsItem ? RunLength(rows, index, one => one.Item.Id) : 0)
            {
                BeginsArea = before?.Area.Id != place.Area.Id,
            });
        }
        return spans;
    }

    private static int RunLength(IReadOnlyList<OutlineRow> rows, int start, Func<OutlinePlace, int> id)
    {
        var end = start + 1;
        while (end < rows.Count && id(rows[end].Place) == id(rows[start].Place))
        {
            end++;
        }
        return end - start;
    }
}
