using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>A table as a text document needs it: columns that fit the paper and every place of every row filled.</summary>
internal sealed class TextTable
{
    private const double Padding = 11;
    private const double AboveAndBelow = 4.6;

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

    /// <summary>The cells that begin in a row, each with the places it covers.</summary>
    public IReadOnlyList<(CellSpan Span, Cell Cell)> Anchors(int row) => anchors[row];

    /// <summary>Whether the row moves to the next page as a whole when it does not fit.</summary>
    public bool StaysWhole(int row) => OwnHeight(row) < page.Height * TextMeasure.PointsPerMillimetre * HighestWhole;

    /// <summary>What the cells of this row alone ask for, in points.</summary>
    public double OwnHeight(int row) => Highest(anchors[row].Where(pair => pair.Span.Rows == 1).Select(pair => pair.Cell));

    public double OwnHeight(Row row) => Highest(row.Cells.Where(cell => cell.RowSpan == 1));

    public double Height(Cell cell) => TextMeasure.Height(cell.Text, TextWidth(cell), Size(cell)) + AboveAndBelow;

    /// <summary>How many characters of the cell's text have room in a row of this height.</summary>
    public int LongestFit(Cell cell, double height)
    {
        var (fits, tooLong) = (0, cell.Text.Length + 1);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            var isFit = TextMeasure.Height(cell.Text.AsSpan(0, middle), TextWidth(cell), Size(cell)) + AboveAndBelow <= height;
            (fits, tooLong) = isFit ? (middle, tooLong) : (fits, middle);
        }

        return fits;
    }

    private static double Size(Cell cell) => CellStyle.Of(cell) is { Bold: true } bold ? bold.Size * 1.06 : CellStyle.Of(cell).Size;

    private double Highest(IEnumerable<Cell> cells) => cells.Select(Height).DefaultIfEmpty(Height(new Cell(0, ""))).Max();

    private double TextWidth(Cell cell)
    {
        var columns = Widths.Skip(cell.Column).Take(Math.Max(1, cell.ColumnSpan));
        return Math.Max(8, columns.Sum() * TextMeasure.PointsPerMillimetre - Padding);
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
