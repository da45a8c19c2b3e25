namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>
/// Ends the printed pages of a sheet with merged cells: where a page ends, a merged cell ends with it, and its text is
/// repeated with 「（續）」 on the next. The rows have fixed heights, so the end is known; it is set a line early.
/// A row too high for Excel runs over the end of a page as it comes. Heights in points.
/// </summary>
internal sealed class SheetPages
{
    // The foot may be two lines high, and an office program may round each row up.
    private const double Reserve = 18;

    private readonly List<List<Placed>> rows;
    private readonly double[] heights;
    private readonly IReadOnlyList<double> widths;
    private readonly double full;
    private readonly HashSet<int> starts = [];
    private List<Open> open = [];
    private double header;
    private double used;

    private SheetPages(List<List<Placed>> rows, double[] heights, IReadOnlyList<double> widths, PageSetup page)
    {
        (this.rows, this.heights, this.widths) = (rows, heights, widths);
        // A sheet wider than the paper is printed smaller, so that more rows have room.
        var scale = Math.Max(1, widths.Sum() / (page.Width - (2 * page.Margin)));
        full = ((page.Height - (2 * page.Margin)) * TextMeasure.PointsPerMillimetre - Reserve) * scale;
    }

    /// <summary>
    /// The rows that begin a page, none when no cell is merged downwards. Cells that a page cuts are cut in
    /// <paramref name="rows"/>, and a row grows in <paramref name="heights"/> where a repeated text needs it.
    /// </summary>
    /// <param name="header">The first of the header rows, and the row after them.</param>
    public static IReadOnlySet<int> Cut(
        List<List<Placed>> rows, double[] heights, IReadOnlyList<double> widths, (PageSetup Page, int From, int To) header)
    {
        var pages = new SheetPages(rows, heights, widths, header.Page);
        if (rows.Skip(header.To).Any(row => row.Exists(cell => cell.Span.Rows > 1)))
        {
            pages.Walk(header.From, header.To);
        }

        return pages.starts;
    }

    private void Walk(int headerFrom, int body)
    {
        used = Height(0, body);
        header = Height(headerFrom, body);
        for (var row = body; row < rows.Count; row++)
        {
            if (heights[row] > SheetGrid.Highest)
            {
                RunOn(row);
            }
            else if (!TryPlace(row, isForced: row == body))
            {
                NextPage(row);
                TryPlace(row, isForced: true);
            }
        }
    }

    /// <summary>A row has room when it fits, and so do the whole texts of the merged cells that would be cut below it.</summary>
    private bool TryPlace(int row, bool isForced)
    {
        var all = open.Concat(Merged(row)).ToList();
        var own = used + Height(row, row + 1);
        var bottom = all.Where(one => one.End == row + 1).Select(one => one.Needed).Append(own).Max();
        if (!isForced && (bottom > full || all.Exists(one => one.Needed > full)))
        {
            return false;
        }

        heights[row] += bottom - own;
        open = all.FindAll(one => one.End > row + 1);
        used = bottom;
        return true;
    }

    private void NextPage(int row)
    {
        starts.Add(row);
        heights[row - 1] += Math.Max(0, open.Select(one => one.Needed - used).DefaultIfEmpty().Max());
        foreach (var below in open.Select(one => one.Cell.ContinueAt(row)))
        {
            rows[row].Add(below);
            heights[row] = below.Span.Rows == 1 ? Math.Max(heights[row], below.Height(widths)) : heights[row];
        }

        rows[row].Sort((left, right) => left.Span.Column.CompareTo(right.Span.Column));
        (open, used) = ([], header);
    }

    private void RunOn(int row)
    {
        var (pieces, height) = SheetGrid.Pieces(heights[row]);
        for (var piece = 0; piece < pieces; piece++)
        {
            used = (used + height > full ? header : used) + height;
        }

        open = [.. open.Concat(Merged(row)).Where(one => one.End > row + 1).Select(one => one with { Needed = Math.Min(one.Needed, used) })];
    }

    private double Height(int from, int to)
    {
        var sum = 0.0;
        for (var row = from; row < to; row++)
        {
            var (pieces, height) = SheetGrid.Pieces(heights[row]);
            sum += pieces * height;
        }

        return sum;
    }

    /// <summary>The merged cells that begin in a row, but for those whose text no page could hold.</summary>
    private IEnumerable<Open> Merged(int row) => rows[row].Where(cell => cell.Span.Rows > 1)
        .Select(cell => (Cell: cell, Height: cell.Height(widths))).Where(one => header + one.Height <= full)
        .Select(one => new Open(one.Cell, used + one.Height));

    /// <summary>A merged cell that goes on below, and how far down the page its text reaches.</summary>
    private sealed record Open(Placed Cell, double Needed)
    {
        public int End => Cell.Span.Row + Cell.Span.Rows;
    }
}
