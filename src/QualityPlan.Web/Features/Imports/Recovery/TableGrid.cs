using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery.Shapes;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>A table with its merged cells undone: every place a merged cell covers holds that cell.</summary>
internal sealed class TableGrid
{
    private const int MaximumColumns = 200;
    private readonly Cell?[][] _places;
    private readonly Dictionary<Cell, int> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly CellOrigins? _origins;

    public TableGrid(Table table, SourcePlace place, CellOrigins? origins = null)
    {
        _origins = origins;
        Table = table;
        Place = place;
        Width = Math.Min(MaximumColumns, table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(0).Max());
        _places = table.Rows.Select(_ => new Cell?[Width]).ToArray();
        for (var row = 0; row < _places.Length; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                Fill(row, cell);
                _rows.TryAdd(cell, row);
            }
        }
    }

    public Table Table { get; }

    public SourcePlace Place { get; }

    public int Width { get; }

    public int Height => _places.Length;

    public IReadOnlyList<Cell?> this[int row] => _places[row];

    public bool IsHiddenColumn(int column) => column < Table.Columns.Count && Table.Columns[column].IsHidden;

    /// <summary>The row of the cell's upper edge, from 0.</summary>
    public int RowOf(Cell cell) => _rows[cell];

    /// <summary>Where in the file the cell stands: row from 1, column from 0; several when it was put together from marks.</summary>
    public IEnumerable<(int Row, int Column)> PlacesOf(Cell cell) => _origins?.Of(cell) ?? [(RowOf(cell) + 1, cell.Column)];

    /// <summary>The table was laid out anew from another shape, so that it is none that a page tore off.</summary>
    public bool IsLaidOutAnew => _origins is not null && !IsRest;

    /// <summary>It goes on with the ticked columns of the table before it, without headings of its own.</summary>
    public bool IsRest { get; init; }

    public string TextAt(int row, int column) => _places[row][column]?.Text ?? "";

    public bool IsMergedWithRowAbove(int row, int column) =>
        row > 0 && _places[row][column] is { } cell && ReferenceEquals(cell, _places[row - 1][column]);

    /// <summary>The cells with text that begin in a row, from left to right; what reaches down from above is not among them.</summary>
    public List<Cell> Beginning(int row) => _places[row]
        .Where((cell, column) => !string.IsNullOrWhiteSpace(cell?.Text) && !IsMergedWithRowAbove(row, column))
        .Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>().ToList();

    private void Fill(int row, Cell cell)
    {
        var lastRow = Math.Min(_places.Length, row + cell.RowSpan);
        var lastColumn = Math.Min(Width, cell.Column + cell.ColumnSpan);
        for (var y = row; y < lastRow; y++)
        {
            for (var x = cell.Column; x < lastColumn; x++)
            {
                _places[y][x] ??= cell;
            }
        }
    }
}
