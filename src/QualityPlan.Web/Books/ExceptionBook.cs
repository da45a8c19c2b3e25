using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>落後與逾期表: what the 館務會議 has to look at, overdue rows first, with room for its decision.</summary>
public static class ExceptionBook
{
    private static readonly double[] Widths = [62, 26, 28, 20, 42, 42, 22, 25];

    private static readonly string[] Names =
        ["推動作法", "承辦單位", "完成期限", "燈號", "落後原因", "因應對策", "預定完成日", "會議裁示"];

    /// <param name="quarters">The quarters up to the one asked for, which is the last; older ones lend the cause of a row overdue since then.</param>
    public static Document Build(IReadOnlyList<QuarterContent> quarters)
    {
        var (asked, content) = (quarters[^1], quarters[^1].Content);
        var lines = content.Rows.Where(row => row.IsTracked)
            .SelectMany(row => row.Units.Where(unit => unit.IsException).Select(unit => (Row: row, Unit: unit)))
            .OrderBy(pair => pair.Unit.Light)
            .ToList();
        var blocks = new List<Block> { new Paragraph(Summary(lines.ConvertAll(pair => pair.Unit), asked)) };
        if (lines.Count > 0)
        {
            blocks.Add(new Table(
                [.. Widths.Select(width => new Column(width))],
                [BookCells.Header(Names), .. lines.Select(pair => Line(pair.Row, pair.Unit, quarters))])
            {
                Name = "落後與逾期",
                HeaderRows = 1,
            });
        }
        return new Document($"{content.PlanTitle}　{content.Quarter}落後與逾期表", blocks)
        {
            Agency = content.Agency,
            PrintedOn = content.PrintedOn,
            Footer = asked.Footer,
        };
    }

    private static string Summary(List<QuarterBookUnit> units, QuarterContent asked)
    {
        var overdue = units.Count(unit => unit.Light == Light.Overdue);
        var behind = units.Count - overdue;
        return units.Count == 0
            ? $"{asked.Title}沒有落後或逾期的推動作法。"
            : $"{asked.Title}逾期 {overdue} 項、落後 {behind} 項，依承辦單位分列；同一推動作法由數個單位承辦時各計一項。";
    }

    private static Row Line(QuarterBookRow row, QuarterBookUnit unit, IReadOnlyList<QuarterContent> quarters)
    {
        var (told, since) = LatestCause(row, unit, quarters);
        var mark = since == quarters[^1].Quarter ? "" : $"（{since}所報）";
        return new Row(
        [
            new Cell(0, BookCells.NumberedApproach(row.Row)),
            new Cell(1, unit.UnitName),
            new Cell(2, row.Row.Text.Deadline),
            BookCells.OfLight(3, unit.Light),
            new Cell(4, told.Cause.Length == 0 ? "" : told.Cause + mark),
            new Cell(5, told.Countermeasure),
            new Cell(6, told.ExpectedDoneOn is { } day ? RocDate.Short(day) : ""),
            new Cell(7, ""),
        ]);
    }

    /// <summary>An overdue row keeps the words of the quarter it fell behind in.</summary>
    private static (QuarterBookUnit Told, Quarter Since) LatestCause(
        QuarterBookRow row, QuarterBookUnit unit, IReadOnlyList<QuarterContent> quarters) => quarters.Reverse()
            .Select(one => (Told: one.Content.Rows.FirstOrDefault(other => other.Row.MeasureId == row.Row.MeasureId)?
                .Units.FirstOrDefault(other => other.UnitId == unit.UnitId && !other.IsSupporting), one.Quarter))
            .Where(pair => pair.Told is { Cause.Length: > 0 })
            .Select(pair => (pair.Told!, pair.Quarter))
            .FirstOrDefault((unit, quarters[^1].Quarter));
}
