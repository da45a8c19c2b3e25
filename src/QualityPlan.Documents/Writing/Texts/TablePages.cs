namespace QualityPlan.Documents.Writing.Texts;

/// <summary>
/// Cuts a table with merged cells into one table a page, each with the header rows, so that no page begins below a merged
/// cell whose text stands on the page before: the text is repeated with 「（續）」. Where a page ends is a guess to the
/// cautious side, and a table that turns out higher simply runs on to one more page. Heights in points.
/// </summary>
internal sealed class TablePages
{
    private readonly Table table;
    private readonly TextTable measured;
    private readonly double header;
    private readonly double full;
    private readonly List<int> starts = [];
    private List<Open> open = [];
    private double limit;

    private TablePages(Table table, PageSetup page, double full)
    {
        (this.table, measured) = (table, new TextTable(table, page));
        header = Enumerable.Range(0, measured.HeaderRows).Sum(measured.OwnHeight);
        this.full = Math.Max(full, 2 * header);
    }

    /// <summary>How far down its last page the table reaches.</summary>
    public double Bottom { get; private set; }

    /// <summary>Whether the first row has no room below what stands on the page already.</summary>
    public bool LeavesFirstPageEmpty => starts is [var first, var second, ..] && first == second;

    /// <summary>Only cells merged downwards below the header rows ask for it.</summary>
    public static bool AreNeededFor(Table table) =>
        table.Rows.Skip(table.HeaderRows).Any(row => row.Cells.Any(cell => cell.RowSpan > 1));

    /// <summary><paramref name="room"/> is what the first page has left, <paramref name="full"/> what a new one has.</summary>
    public static TablePages Of(Table table, PageSetup page, (double Room, double Full) on)
    {
        var header = new TextTable(table, page) is var whole ? Enumerable.Range(0, whole.HeaderRows).Sum(whole.OwnHeight) : 0;
        var pages = new TablePages(HighRows.Split(table, page, on.Full - header), page, on.Full);
        pages.Find(on.Room);
        return pages;
    }

    public IEnumerable<Table> Tables()
    {
        for (var at = 0; at < starts.Count; at++)
        {
            yield return PageOf(starts[at], at + 1 < starts.Count ? starts[at + 1] : table.Rows.Count);
        }
    }

    public static Cell Continued(Cell cell) =>
        cell.Text.Length == 0 ? cell : cell with { Paragraphs = [Continuation.Of(cell.Paragraphs[0]), .. cell.Paragraphs.Skip(1)] };

    private void Find(double room)
    {
        limit = room;
        starts.Add(measured.HeaderRows);
        Bottom = header;
        for (var row = measured.HeaderRows; row < table.Rows.Count; row++)
        {
            var isFirst = row == starts[^1] && (starts.Count > 1 || room >= full);
            if (!TryPlace(row, isForced: isFirst))
            {
                NextPage(row);
                TryPlace(row, isForced: true);
            }
        }
    }

    private void NextPage(int row)
    {
        starts.Add(row);
        (Bottom, limit) = (header, full);
        open = open.ConvertAll(one => new Open(one.Span, header + measured.Height(Continued(one.Cell)), Continued(one.Cell)));
    }

    /// <summary>A row has room when it fits, and so do the whole texts of the merged cells that would be cut below it.</summary>
    private bool TryPlace(int row, bool isForced)
    {
        var all = open.Concat(measured.Anchors(row).Where(pair => pair.Span.Rows > 1)
            .Select(pair => new Open(pair.Span, Bottom + measured.Height(pair.Cell), pair.Cell))).ToList();
        var bottom = all.Where(one => one.Span.Row + one.Span.Rows == row + 1).Select(one => one.Needed)
            .Append(Bottom + measured.OwnHeight(row)).Max();
        if (!isForced && (bottom > limit || all.Any(one => one.Needed > limit)))
        {
            return false;
        }

        open = all.FindAll(one => one.Span.Row + one.Span.Rows > row + 1);
        Bottom = bottom;
        return true;
    }

    private Table PageOf(int start, int end)
    {
        var rows = table.Rows.Take(measured.HeaderRows).Select((row, at) => Clip(row, at, start == measured.HeaderRows ? end : measured.HeaderRows))
            .Concat(Enumerable.Range(start, end - start).Select(row => Clip(table.Rows[row], row, end))).ToList();
        if (start > measured.HeaderRows)
        {
            var from = measured.HeaderRows;
            rows[from] = rows[from] with { Cells = [.. rows[from].Cells.Concat(Above(start, end)).OrderBy(cell => cell.Column)] };
        }

        return table with { Columns = [.. measured.Widths.Select(width => new Column(width))], Rows = rows };
    }

    private IEnumerable<Cell> Above(int start, int end) => Enumerable.Range(measured.HeaderRows, start - measured.HeaderRows)
        .SelectMany(measured.Anchors).Where(pair => pair.Span.Row + pair.Span.Rows > start)
        .Select(pair => Continued(pair.Cell) with { RowSpan = Math.Min(pair.Span.Row + pair.Span.Rows, end) - start, ColumnSpan = pair.Span.Columns });

    private static Row Clip(Row row, int index, int end) =>
        row with { Cells = [.. row.Cells.Select(cell => cell with { RowSpan = Math.Max(1, Math.Min(cell.RowSpan, end - index)) })] };

    /// <summary>A merged cell that goes on below, and how far down the page its text reaches.</summary>
    private sealed record Open(CellSpan Span, double Needed, Cell Cell);
}
