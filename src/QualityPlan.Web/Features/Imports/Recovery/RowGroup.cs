using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>The physical rows beside one 推動作法 cell: usually one, more when that cell is merged over several.</summary>
internal sealed class RowGroup
{
    public static readonly IReadOnlyList<PlanField> Fields =
    [
        PlanField.Area, PlanField.SubArea, PlanField.Item, PlanField.No, PlanField.Approach,
        PlanField.Deadline, PlanField.Units, PlanField.SupportingUnits,
    ];

    private readonly TableGrid _grid;
    private readonly PlanColumns _columns;
    private readonly int _first;
    private readonly int _last;

    public RowGroup(TableGrid grid, PlanColumns columns, int first)
    {
        (_grid, _columns, _first, _last) = (grid, columns, first, first);
        while (_last + 1 < grid.Height && grid.IsMergedWithRowAbove(_last + 1, columns.Approach))
        {
            _last++;
        }
    }

    public PlanColumns Columns => _columns;

    public int Last => _last;

    public SourcePlace Place => _grid.Place with { Row = _grid.Table.Rows[_first].SourceNumber };

    public bool IsHidden => Enumerable.Range(_first, _last - _first + 1).Any(row => _grid.Table.Rows[row].IsHidden);

    /// <summary>The cells of a field, a merged one once.</summary>
    public List<Cell> Cells(PlanField field) => Enumerable.Range(_first, _last - _first + 1)
        .SelectMany(row => _columns.Cells(_grid[row], field))
        .Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>().ToList();

    /// <summary>Lines of a heading column that begin here; a cell merged with the row above says nothing new.</summary>
    public List<string> NewLines(PlanField field)
    {
        var above = _first > 0 ? _columns.Cells(_grid[_first - 1], field).ToList() : [];
        return Folding.Lines(Cells(field).Where(cell => !above.Exists(other => ReferenceEquals(other, cell))));
    }

    /// <summary>The lines of cells that belong to this group alone; a number merged over more rows counts something else.</summary>
    public List<string> OwnLines(PlanField field) => Folding.Lines(Cells(field).Where(cell => cell.RowSpan <= _last - _first + 1));

    /// <summary>Where in the file each field stands; of headings only those that are printed here.</summary>
    public IEnumerable<SourceCell> SourceCells() =>
        from field in Fields
        from cell in Cells(field)
        where field is not (PlanField.Area or PlanField.SubArea or PlanField.Item) || !string.IsNullOrWhiteSpace(cell.Text)
        select new SourceCell(field, _grid.Place.Table, _grid.RowOf(cell) + 1, cell.Column);

    /// <summary>No heading stands in front, not even a merged one: the row goes on with what was above.</summary>
    public bool HasNoHeading =>
        Folding.Lines(Cells(PlanField.Area)).IsBlank() && Folding.Lines(Cells(PlanField.SubArea)).IsBlank() && Folding.Lines(Cells(PlanField.Item)).IsBlank();
}
