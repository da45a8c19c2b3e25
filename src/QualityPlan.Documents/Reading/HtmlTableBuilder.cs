namespace QualityPlan.Documents.Reading;

/// <summary>Builds one table out of html rows and cells: places covered by spans are skipped, spans are cut to what is there.</summary>
internal sealed class HtmlTableBuilder
{
    public const int MaximumColumns = 200;

    private readonly List<List<Cell>> _rows = [];
    private readonly List<bool> _hidden = [];
    private readonly int[] _coveredRows = new int[MaximumColumns];
    private HtmlToken _cellTag;
    private int _column;
    private int _headerRows;

    /// <summary>Paragraphs of the open cell; null when no cell is open.</summary>
    public List<string>? OpenCell { get; private set; }

    public bool InHead { get; set; }

    /// <summary>The open cell holds a table of its own, and what follows in it stands behind that table.</summary>
    public bool IsBehindInner { get; private set; }

    public int RowCount => _rows.Count;

    public void StartRow(HtmlToken tag)
    {
        CloseCell();
        for (var column = 0; column < MaximumColumns; column++)
        {
            _coveredRows[column] = Math.Max(0, _coveredRows[column] - 1);
        }

        _rows.Add([]);
        _hidden.Add(tag.Value.Length > 0 && IsHidden(tag));
        _headerRows += InHead && _headerRows == _rows.Count - 1 ? 1 : 0;
        _column = 0;
    }

    /// <summary>The texts of the open cell that were not yet taken out of it as paragraphs of the page.</summary>
    public IEnumerable<string> TakeBefore() =>
        IsBehindInner || OpenCell is null ? [] : OpenCell.Where(text => text.Length > 0).ToList();

    public void NoteInner(bool isTable) => IsBehindInner |= isTable;

    /// <summary>Opens a cell; false when the row has no column left.</summary>
    public bool StartCell(HtmlToken tag)
    {
        CloseCell();
        if (_rows.Count == 0)
        {
            StartRow(new HtmlToken(HtmlTokenKind.Start, "", ""));
        }

        while (_column < MaximumColumns && _coveredRows[_column] > 0)
        {
            _column++;
        }

        _cellTag = tag;
        OpenCell = [];
        return _column < MaximumColumns;
    }

    public void CloseCell()
    {
        if (OpenCell is not { } paragraphs)
        {
            return;
        }

        var rowSpan = Span("rowspan", 20_000);
        var columnSpan = FreeColumns(Span("colspan", MaximumColumns));
        _rows[^1].Add(new Cell(_column, paragraphs) { ColumnSpan = columnSpan, RowSpan = rowSpan, Notice = Notice(paragraphs), Fill = CellFill.OfHtml(_cellTag.Attribute("style"), _cellTag.Attribute("bgcolor")) });
        Array.Fill(_coveredRows, rowSpan, _column, columnSpan);
        _column += columnSpan;
        OpenCell = null;
        IsBehindInner = false;
    }

    public Table Build()
    {
        CloseCell();
        var width = _rows.SelectMany(row => row).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(0).Max();
        var columns = Enumerable.Repeat(new Column(0), width).ToList();
        var rows = _rows.Select((cells, index) => new Row(cells.Select(cell => Cut(cell, index)).ToList())
        {
            SourceNumber = index + 1,
            IsHidden = _hidden[index],
        });
        return new Table(columns, rows.ToList()) { HeaderRows = _headerRows };
    }

    private Cell Cut(Cell cell, int row) =>
        cell.RowSpan <= _rows.Count - row ? cell : cell with { RowSpan = _rows.Count - row };

    private int Span(string name, int maximum) =>
        int.TryParse(_cellTag.Attribute(name), out var span) ? Math.Clamp(span == 0 ? maximum : span, 1, maximum) : 1;

    private int FreeColumns(int wanted)
    {
        var free = 1;
        while (free < wanted && _column + free < MaximumColumns && _coveredRows[_column + free] == 0)
        {
            free++;
        }

        return free;
    }

    private CellNotice Notice(List<string> paragraphs)
    {
        if (paragraphs is [var only] && only.StartsWith('#') && only.Length < 9 && only[^1] is '!' or '?' or 'A')
        {
            return CellNotice.Error;
        }

        return _cellTag.Attribute("x:fmla") is null ? CellNotice.None : CellNotice.Formula;
    }

    private static bool IsHidden(HtmlToken tag) =>
        tag.Attribute("hidden") is not null
        || (tag.Attribute("style") ?? "").Replace(" ", "").Contains("display:none", StringComparison.OrdinalIgnoreCase);
}
