using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>A table as a text document needs it: columns that fit the paper and every place of every row filled.</summary>
internal sealed class TextTable
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double Padding = 11;

    // A row higher than this part of the page may be cut: moving it whole would leave a hole.
    private const double HighestWhole = 0.4;

    private readonly Table table;
    private readonly PageSetup page;
    private readonly List<List<(CellSpan Span, Cell Cell)>> anchors = [];
    private readonly CellSpan?[] owners;

    public TextTable(Table table, PageSetup page)
    {
        (this.table, this.page) = (table, page);
        Widths = Fit(SheetWidths.Of(table, page), page.Width - 2 * page.Margin);
        owners = new CellSpan?[Widths.Count];
        var placing = new CellPlacing(Widths.Count);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            anchors.Add([.. table.Rows[row].Cells.Select(cell => (Span: placing.Place(row, cell), cell))
                .Where(pair => pair.Span is not null).Select(pair => (pair.Span!, pair.cell))]);
        }

        anchors.ForEach(row => row.ForEach(pair => pair.Span.EndBy(table.Rows.Count)));
    }

    public string Name => table.Name;

    /// <summary>In millimetres; a table wider than the paper is made narrower.</summary>
    public IReadOnlyList<double> Widths { get; }

    public int RowCount => table.Rows.Count;

    public int HeaderRows => Math.Clamp(table.HeaderRows, 0, table.Rows.Count);

    /// <summary>The places of a row from the left, those covered from above included; rows are asked for in their order, once.</summary>
    public IEnumerable<TextPlace> Places(int row)
    {
        foreach (var (span, _) in anchors[row])
        {
            Array.Fill(owners, span, span.Column, span.Columns);
        }

        var next = 0;
        for (var column = 0; column < Widths.Count;)
        {
            var owner = owners[column] is { } one && one.Row + one.Rows > row ? one : null;
            var isAnchor = owner is not null && owner.Row == row;
            yield return new TextPlace(owner, isAnchor ? anchors[row][next++].Cell : null);
            column += owner?.Columns ?? 1;
        }
    }

    /// <summary>Whether the row moves to the next page as a whole when it does not fit.</summary>
    public bool StaysWhole(int row) => anchors[row].Where(pair => pair.Span.Rows == 1)
        .All(pair => Height(pair.Span, pair.Cell) < page.Height * PointsPerMillimetre * HighestWhole);

    private double Height(CellSpan span, Cell cell)
    {
        var width = Enumerable.Range(span.Column, span.Columns).Sum(column => Widths[column]) * PointsPerMillimetre - Padding;
        return TextMeasure.Height(cell.Text, Math.Max(8, width), CellStyle.Of(cell).Size);
    }

    private static IReadOnlyList<double> Fit(IReadOnlyList<double> widths, double room)
    {
        var scale = Math.Min(1, room / widths.Sum());
        return [.. widths.Select(width => width * scale)];
    }
}

/// <summary>
/// One place of a row: a cell with its rectangle; a rectangle without a cell where one from above reaches down; neither
/// where nothing stands.
/// </summary>
internal readonly record struct TextPlace(CellSpan? Span, Cell? Cell)
{
    public int Columns => Span?.Columns ?? 1;
}
