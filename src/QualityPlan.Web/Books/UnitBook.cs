using QualityPlan.Documents;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>單位表: the rows of one unit, each with what it reported quarter by quarter.</summary>
public static class UnitBook
{
    private static readonly double[] Widths = [24, 28, 55, 24, 16, 16, 20, 14, 70];

    public static Document Build(UnitBookContent content) =>
        new($"{content.PlanTitle}　{content.UnitName}執行情形", Blocks(content))
        {
            Agency = content.Agency,
            PrintedOn = content.PrintedOn,
            Footer = string.Join('、', content.Quarters.Select(one => one.Title)),
        };

    private static List<Block> Blocks(UnitBookContent content)
    {
        var leading = content.Rows.Count(row => row.Role == AssignmentRole.Lead);
        var blocks = new List<Block> { new Paragraph($"主辦 {leading} 列、協辦 {content.Rows.Count - leading} 列。") };
        if (content.Quarters.Count > 0)
        {
            blocks.Add(new Heading(1, "壹、各季燈號"));
            blocks.AddRange(LightTables.Of("各季燈號", "季別（主辦列）", [.. content.Quarters.Select(one => Counts(one, content.UnitId))], PageSetup.A4Landscape));
        }
        blocks.Add(new Heading(1, content.Quarters.Count > 0 ? "貳、各列執行情形" : "壹、承辦的推動作法"));
        blocks.Add(Rows(content));
        return blocks;
    }

    private static CountLine Counts(QuarterContent quarter, int unitId) => new(quarter.Title, new LightCounts(
        quarter.Content.Rows.Where(row => row.IsTracked).SelectMany(row => row.Units)
            .Where(unit => unit.UnitId == unitId && !unit.IsSupporting)
            .CountBy(unit => unit.Light).ToDictionary()));

    private static Table Rows(UnitBookContent content)
    {
        var headings = content.Headings;
        string[] names = [headings.Area, headings.Item, headings.Approach, headings.Deadline, "主／協辦", "季別", "燈號", "進度", "執行情形"];
        var histories = content.Rows.Select(row => content.HistoryOf(row.Row.MeasureId)).ToList();
        var spans = Outline.Spans([.. content.Rows.Select(row => row.Row)]);
        var rows = new List<Row> { BookCells.Header(names) };
        for (var index = 0; index < content.Rows.Count; index++)
        {
            var cells = Place(content.Rows[index], spans[index], count => histories.Skip(index).Take(count).Sum(one => Math.Max(1, one.Count)));
            var history = histories[index];
            cells.AddRange(history.Count == 0 ? [new Cell(5, "－") { Look = CellLook.Muted }] : Told(history[0]));
            rows.Add(new Row(cells));
            rows.AddRange(history.Skip(1).Select(one => new Row(Told(one))));
        }
        return new Table([.. Widths.Select(width => new Column(width))], rows) { Name = "執行情形", HeaderRows = 1 };
    }

    /// <summary>The cells that stand once for all quarters of a row.</summary>
    private static List<Cell> Place(UnitBookRow row, OutlineSpan span, Func<int, int> lines)
    {
        var cells = BookCells.Place(row.Row, span).ConvertAll(cell => cell with { RowSpan = lines(cell.RowSpan) });
        var own = lines(1);
        cells.Add(new Cell(2, BookCells.NumberedApproach(row.Row)) { RowSpan = own });
        cells.Add(new Cell(3, row.Row.Text.Deadline) { RowSpan = own });
        cells.Add(new Cell(4, row.Role == AssignmentRole.Lead ? "主辦" : "協辦") { RowSpan = own, Look = CellLook.Centered });
        return cells;
    }

    private static List<Cell> Told((int Quarter, QuarterBookUnit Unit) one) =>
    [
        new Cell(5, $"第{one.Quarter}季") { Look = CellLook.Centered },
        BookCells.OfLight(6, one.Unit.Light),
        new Cell(7, one.Unit.ActualPercent is { } percent ? $"{percent}%" : "－") { Look = CellLook.Centered },
        new Cell(8, [.. BookCells.OwnWords(one.Unit, isNamed: false), .. BookCells.EvidenceLine(one.Unit.Evidence)]),
    ];
}

/// <summary>What a 單位表 is made of.</summary>
public sealed record UnitBookContent(int UnitId, string UnitName, IReadOnlyList<UnitBookRow> Rows)
{
    public required string Agency { get; init; }

    public required string PlanTitle { get; init; }

    public PlanHeadings Headings { get; init; } = PlanHeadings.Usual;

    /// <summary>The quarters whose reports are shown.</summary>
    public IReadOnlyList<QuarterContent> Quarters { get; init; } = [];

    public string PrintedOn { get; init; } = "";

    public IReadOnlyList<(int Quarter, QuarterBookUnit Unit)> HistoryOf(int measureId) =>
    [
        .. Quarters.Select(one => (one.Quarter.Number, Unit: one.Content.Rows.FirstOrDefault(row => row.Row.MeasureId == measureId)?
                .Units.FirstOrDefault(unit => unit.UnitId == UnitId)))
            .Where(pair => pair.Unit is not null)
            .Select(pair => (pair.Number, pair.Unit!)),
    ];
}

/// <summary>One row that the unit carries.</summary>
public sealed record UnitBookRow(OutlineRow Row, AssignmentRole Role);
