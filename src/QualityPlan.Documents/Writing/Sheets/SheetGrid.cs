namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>
/// Places cells row by row and finds the heights. Excel knows no row above 409 points, so a higher one becomes
/// several sheet rows merged in every column; a merged cell may be as high as it likes.
/// </summary>
internal sealed class SheetGrid(IReadOnlyList<double> widths)
{
    private const double Lowest = 15;

    /// <summary>What a row of a sheet may be high, in points.</summary>
    public const double Highest = 400;

    // Pieces of a higher row: small enough to fill the rest of a page, whatever is left of it.
    private const double Piece = 130;

    // A merged cell with few lines has them all beside its first row, so that no page break goes through them.
    private const double FewLines = 65;

    private readonly List<List<Placed>> rows = [];
    private readonly CellPlacing placing = new(widths.Count);

    public IReadOnlyList<double> Widths => widths;

    /// <summary>Points a line of text may take in a cell of so many millimetres, its own margins taken off.</summary>
    public static double UsablePoints(double millimetres) => Math.Max(8, (millimetres * TextMeasure.PointsPerMillimetre - 5) * 0.97);

    public void AddLine(SheetLine line)
    {
        rows.Add([]);
        Place(new Cell(0, XmlText.Clean(line.Text)) { ColumnSpan = widths.Count }, line.Style);
    }

    public void AddRow(Row row)
    {
        rows.Add([]);
        foreach (var cell in row.Cells)
        {
            Place(cell, CellStyle.Of(cell));
        }
    }

    /// <summary>The finished rows, and for each row added (and one past the last) where it begins among them.</summary>
    /// <param name="header">The first of the header rows added, and the row after them; printed on each page.</param>
    public (IReadOnlyList<SheetRow> Rows, IReadOnlyList<int> Starts) Finish((PageSetup Page, int From, int To) header)
    {
        var heights = Measure();
        var pages = SheetPages.Cut(rows, heights, widths, header);
        var starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            starts[row + 1] = starts[row] + Pieces(heights[row]).Count;
        }

        var finished = new List<SheetRow>(starts[^1]);
        for (var row = 0; row < rows.Count; row++)
        {
            var (pieces, height) = Pieces(heights[row]);
            finished.Add(new SheetRow(height, rows[row].ConvertAll(cell => cell.Finish(starts))) { BeginsPage = pages.Contains(row) });
            for (var piece = 1; piece < pieces; piece++)
            {
                finished.Add(new SheetRow(height, []));
            }
        }

        return (finished, starts);
    }

    /// <summary>How many rows of a sheet a height takes, and the height of each, in half points.</summary>
    public static (int Count, double Height) Pieces(double height)
    {
        var count = height <= Highest ? 1 : (int)Math.Ceiling(height / Piece);
        return (count, Math.Ceiling(height / count * 2) / 2);
    }

    private void Place(Cell cell, CellStyle style)
    {
        if (placing.Place(rows.Count - 1, cell) is { } span)
        {
            var number = cell.Number is { } value && NumberShape.FitsInDouble(value) ? cell.Number : null;
            rows[^1].Add(new Placed(span, XmlText.Clean(cell.Text), style) { Number = number });
        }
    }

    private double[] Measure()
    {
        var heights = new double[rows.Count];
        Array.Fill(heights, Lowest);
        var merged = new List<(Placed Cell, double Height)>();
        foreach (var cell in rows.SelectMany(row => row))
        {
            cell.Span.EndBy(rows.Count);
            var height = cell.Height(widths);
            if (cell.Span.Rows > 1 && height > FewLines)
            {
                merged.Add((cell, height));
            }
            else
            {
                heights[cell.Span.Row] = Math.Max(heights[cell.Span.Row], height);
            }
        }

        // Short merges first: what they add helps the long ones around them.
        foreach (var (cell, height) in merged.OrderBy(each => each.Cell.Span.Rows))
        {
            Stretch(cell, height, heights);
        }

        return heights;
    }

    private static void Stretch(Placed cell, double needed, double[] heights)
    {
        var span = heights.AsSpan(cell.Span.Row, cell.Span.Rows);
        var have = 0.0;
        foreach (var height in span)
        {
            have += height;
        }

        for (var row = 0; needed > have && row < span.Length; row++)
        {
            span[row] += (needed - have) / span.Length;
        }
    }
}
