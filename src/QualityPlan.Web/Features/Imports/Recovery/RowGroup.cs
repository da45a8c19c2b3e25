using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>The physical rows beside one 推動作法 cell: usually one, more when that cell is merged over several.</summary>
internal sealed partial class RowGroup
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

    /// <summary>The lines of a field; a number in a narrow column before its text (one heading over both) is put in front of it.</summary>
    public List<string> Lines(PlanField field) => Folding.Lines(WithNumbers(Cells(field)));

    /// <summary>Lines of a heading column that begin here; a cell merged with the row above says nothing new.</summary>
    public List<string> NewLines(PlanField field)
    {
        var above = _first > 0 ? _columns.Cells(_grid[_first - 1], field).ToList() : [];
        return Folding.Lines(WithNumbers(Cells(field).FindAll(cell => !above.Exists(other => ReferenceEquals(other, cell)))))
            .FindAll(line => field != PlanField.Area || !BareNumber().IsMatch(line));
    }

    /// <summary>A number printed beside the measure: in a column 編號, or alone where an 實施要項 would stand.</summary>
    public string NumberBeside => Folding.Glue(_columns.Has(PlanField.No) ? OwnLines(PlanField.No) : OwnLines(PlanField.Area).FindAll(line => BareNumber().IsMatch(line)));

    /// <summary>The lines of cells that belong to this group alone; a number merged over more rows counts something else.</summary>
    public List<string> OwnLines(PlanField field) => Folding.Lines(Cells(field).Where(cell => cell.RowSpan <= _last - _first + 1));

    /// <summary>Where in the file each field stands; of headings only those that are printed here.</summary>
    public IEnumerable<SourceCell> SourceCells() =>
        from field in Fields
        from cell in Cells(field)
        where field is not (PlanField.Area or PlanField.SubArea or PlanField.Item) || !string.IsNullOrWhiteSpace(cell.Text)
        from place in _grid.PlacesOf(cell)
        select new SourceCell(field, _grid.Place.Table, place.Row, place.Column);

    /// <summary>No heading stands in front, not even a merged one: the row goes on with what was above.</summary>
    public bool HasNoHeading =>
        Folding.Lines(Cells(PlanField.Area)).IsBlank() && Folding.Lines(Cells(PlanField.SubArea)).IsBlank() && Folding.Lines(Cells(PlanField.Item)).IsBlank();

    private static List<Cell> WithNumbers(List<Cell> cells)
    {
        for (var at = cells.Count - 2; at >= 0; at--)
        {
            var (number, text) = (cells[at], cells[at + 1]);
            var isNumbered = number.Column + number.ColumnSpan == text.Column && text.Paragraphs.Count > 0 && PlainNumber().IsMatch(number.Text);
            if (isNumbered)
            {
                var printed = Folding.Fold(number.Text) + (char.IsLetterOrDigit(Folding.Fold(number.Text)[^1]) ? ". " : " ");
                cells[at] = text with { Paragraphs = [printed + text.Paragraphs[0], .. text.Paragraphs.Skip(1)] };
                cells.RemoveAt(at + 1);
            }
        }

        return cells;
    }

    [GeneratedRegex(@"^\s*\d{1,3}[.、]?\s*$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^\s*(?:\(?\d{1,2}(?:[.-]\d{1,2})*\)?|[(（]?[一二三四五六七八九十]{1,3}[)）]?)[.、]?\s*$")]
    private static partial Regex PlainNumber();
}
