namespace QualityPlan.Documents.Reading;

/// <summary>Collects the rows of one table, joins what is merged downwards and keeps the largest grid.</summary>
internal sealed class TableBuilder(ReadingBudget budget)
{
    private const int CellBytes = 160;
    private static readonly Column Shown = new(0);
    private static readonly Column Hidden = new(0) { IsHidden = true };
    private readonly List<List<Cell>> rows = [];
    private readonly List<(int Number, bool Hidden)> marks = [];
    private readonly Dictionary<int, (int Row, int Index)> anchors = [];
    private readonly bool[] hiddenColumns = new bool[ReadingLimits.Columns];

    public int RowCount => rows.Count;

    public void BeginRow(int number, bool hidden = false)
    {
        if (rows.Count >= ReadingLimits.Rows)
        {
            throw new RefusedException(Refusals.OutOfRange(number));
        }

        budget.Keep(CellBytes);
        rows.Add([]);
        marks.Add((number, hidden));
    }

    /// <summary>Columns (from 0) that the source does not show; what lies beyond the largest grid does not matter.</summary>
    public void HideColumns(long from, long count)
    {
        for (var column = Math.Max(0, from); column < Math.Min(from + count, ReadingLimits.Columns); column++)
        {
            hiddenColumns[column] = true;
        }
    }

    /// <summary>Adds a cell to the last row; a span that leaves the grid is refused with the number of the row.</summary>
    public void Add(Cell cell)
    {
        if (cell.Column + (long)cell.ColumnSpan > ReadingLimits.Columns)
        {
            throw new RefusedException(Refusals.OutOfRange(marks[^1].Number));
        }

        budget.Keep(CellBytes + Characters(cell) * 2);
        anchors[cell.Column] = (rows.Count - 1, rows[^1].Count);
        rows[^1].Add(cell);
    }

    /// <summary>Lets the cell above reach down into the last row; false when no cell stands above.</summary>
    public bool MergeUp(int column)
    {
        if (!anchors.TryGetValue(column, out var anchor))
        {
            return false;
        }

        var cell = rows[anchor.Row][anchor.Index];
        if (anchor.Row + cell.RowSpan != rows.Count - 1)
        {
            return false;
        }

        rows[anchor.Row][anchor.Index] = cell with { RowSpan = cell.RowSpan + 1 };
        return true;
    }

    /// <summary>Lets the last cell of the last row reach one column further.</summary>
    public void MergeLeft()
    {
        var row = rows[^1];
        if (row.Count > 0)
        {
            row[^1] = row[^1] with { ColumnSpan = row[^1].ColumnSpan + 1 };
        }
    }

    /// <summary>How many columns have text, a notice or a merged cell; sheets are filled with colour far beyond.</summary>
    public void DropFillsBeyond()
    {
        var width = rows.SelectMany(cells => cells).Where(cell => !IsOnlyFilled(cell)).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(0).Max();
        rows.ForEach(cells => cells.RemoveAll(cell => cell.Column >= width && IsOnlyFilled(cell)));
    }

    /// <summary>Nothing but colour.</summary>
    public static bool IsOnlyFilled(Cell cell) => cell.Fill.Length > 0 && cell.Paragraphs.Count == 0 && cell is { ColumnSpan: 1, RowSpan: 1, Notice: CellNotice.None or CellNotice.HiddenRow };

    /// <summary>The last row once more, sharing its cells; it costs what reading it out will cost.</summary>
    public void RepeatRow(int number)
    {
        var cells = rows[^1];
        budget.Keep(cells.Sum(Characters) * 2);
        BeginRow(number, marks[^1].Hidden);
        rows[^1] = cells;
    }

    public Table Build(string name, int headerRows = 0)
    {
        var width = 0;
        var built = new List<Row>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i];
            for (var k = 0; k < cells.Count; k++)
            {
                budget.Tick();
                width = Math.Max(width, cells[k].Column + cells[k].ColumnSpan);
                if (cells[k].RowSpan > rows.Count - i)
                {
                    cells[k] = cells[k] with { RowSpan = rows.Count - i };
                }
            }

            built.Add(new Row(cells) { SourceNumber = marks[i].Number, IsHidden = marks[i].Hidden });
        }

        var columns = Enumerable.Range(0, width).Select(column => hiddenColumns[column] ? Hidden : Shown).ToList();
        return new Table(columns, built) { Name = name, HeaderRows = headerRows };
    }

    private static long Characters(Cell cell) => cell.Paragraphs.Sum(paragraph => (long)paragraph.Length);
}
