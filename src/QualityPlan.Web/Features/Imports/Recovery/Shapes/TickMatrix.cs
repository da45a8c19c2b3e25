using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>
/// Writes out the ticked columns of a table: those of units become one column of names (承辦單位), those of months or
/// quarters one column of deadlines (完成期限: 「3月、6月」, 「第1季、第2季」, a bar 「1月至6月」).
/// </summary>
internal sealed class TickMatrix
{
    private readonly TableGrid _grid;
    private readonly TickHeader _header;
    private readonly HeadingHints _hints;
    private readonly List<List<TickColumn>> _runs;
    private readonly bool[] _ticked;
    private readonly HashSet<char> _leading;
    private readonly CellOrigins _origins = new();

    private TickMatrix(TableGrid grid, TickHeader header, HashSet<char> leading, HeadingHints hints)
    {
        (_grid, _header, _leading, _hints) = (grid, header, leading, hints);
        _runs = [.. TickHeader.Runs(header.Columns)];
        _ticked = new bool[grid.Width];
        foreach (var tick in header.Columns)
        {
            _ticked[tick.Column] = true;
        }
    }

    /// <summary>It goes on with the table before it; null when it has headings of its own.</summary>
    private TickMatrix? Before { get; init; }

    /// <summary>The ticks of a table; null when it has none.</summary>
    public static TickMatrix? Find(TableGrid grid, MarkLegend legend, HeadingHints hints)
    {
        var marked = ShadedTimes.Marked(grid, hints);
        if (TickHeader.Find(marked, hints) is not { } header)
        {
            return null;
        }

        var marks = Rows(marked, header).SelectMany(row => header.Columns.Where(tick => tick.Time is null).Select(tick => MarkLegend.MarkIn(marked.TextAt(row, tick.Column)))).OfType<char>();
        return new TickMatrix(marked, header, legend.Leading(marks), hints);
    }

    /// <summary>The ticks of a table on the next page that has the same columns and no headings; null when it is none.</summary>
    public TickMatrix? FindRest(TableGrid rest)
    {
        if (rest.Width != _grid.Width || rest.Table.IsInside != _grid.Table.IsInside || rest.Table.IsHidden != _grid.Table.IsHidden || OtherTable.Begins(rest, _hints) || HeaderDemand.Least(_hints).HeaderOf(rest) is not null)
        {
            return null;
        }

        var header = _header.OverRest(rest);
        var marked = ShadedTimes.Marked(rest, header, HeadFill);
        return header.IsTickedIn(marked) ? new TickMatrix(marked, header, _leading, _hints) { Before = this } : null;
    }

    /// <summary>The colour of a column's heading, on whatever page it stands.</summary>
    private string? HeadFill(int column) => Before is null ? _grid[_header.Last][column]?.Fill : Before.HeadFill(column);

    private static IEnumerable<int> Rows(TableGrid grid, TickHeader header) => Enumerable.Range(0, grid.Height).Where(row => header.Rows[row] == TickRow.Measures);

    /// <summary>The table with its ticks written out.</summary>
    public TableGrid Write()
    {
        var places = Places();
        var rows = _grid.Table.Rows.Select((row, index) => row with { Cells = [.. Cells(index, places).OrderBy(cell => cell.Column)] }).ToList();
        var columns = _grid.Table.Columns.Take(places.Length).Where((_, column) => column == 0 || places[column] != places[column - 1]).ToList();
        return new TableGrid(new Table(columns, rows) { Name = _grid.Table.Name, IsInside = _grid.Table.IsInside, IsHidden = _grid.Table.IsHidden }, _grid.Place, _origins) { IsRest = Before is not null };
    }

    /// <summary>Where each column of the file goes: all of a run to the same one.</summary>
    private int[] Places()
    {
        var places = new int[_grid.Width];
        var begins = _runs.Select(run => run[0].Column).ToHashSet();
        for (var (column, next) = (0, 0); column < _grid.Width; column++)
        {
            places[column] = _ticked[column] && !begins.Contains(column) ? places[column - 1] : next++;
        }

        return places;
    }

    private IEnumerable<Cell> Cells(int row, int[] places)
    {
        var kind = _header.Rows[row];
        var isHeader = kind == TickRow.Header && (row == _header.First || row > _header.Last);
        foreach (var cell in _grid.Table.Rows[row].Cells.Where(cell => cell.Column < places.Length && (kind == TickRow.Other || !_ticked[cell.Column])))
        {
            var end = Math.Min(places.Length, cell.Column + cell.ColumnSpan) - 1;
            yield return _origins.Keep(cell with { Column = places[cell.Column], ColumnSpan = places[end] - places[cell.Column] + 1 }, (row + 1, cell.Column));
        }

        foreach (var run in _runs.Where(_ => kind == TickRow.Measures || isHeader))
        {
            var column = places[run[0].Column];
            yield return isHeader ? Heading(run, row, column) : Written(run, row, column);
        }
    }

    /// <summary>The heading printed over the columns where it says what they hold, else the usual word.</summary>
    private Cell Heading(List<TickColumn> run, int row, int column)
    {
        var isTime = run[0].Time is not null;
        var over = run[0].Over;
        if (IsSaidBeside(isTime ? PlanField.Deadline : PlanField.Units) && !(_hints.Find(over) == PlanField.SupportingUnits))
        {
            return new Cell(column, []);
        }

        var isSaid = _hints.Find(over) is { } field && (isTime ? field == PlanField.Deadline : field is PlanField.Units or PlanField.SupportingUnits);
        var text = isSaid ? over : isTime ? "完成期限" : "承辦單位";
        var span = row == _header.First ? _header.Last - _header.First + 1 : 1;
        return _origins.Keep(new Cell(column, text) { RowSpan = span }, (row + 1, run[0].Column));
    }

    /// <summary>A column of its own says it in words; the ticks only draw it.</summary>
    private bool IsSaidBeside(PlanField field) => Enumerable.Range(0, _grid.Width).Where(column => !_ticked[column])
        .Any(column => _hints.Find(Folding.Fold(_grid.TextAt(_header.First, column))) == field || _hints.Find(Folding.Fold(_grid.TextAt(_header.Last, column))) == field);

    private Cell Written(List<TickColumn> run, int row, int column)
    {
        var ticked = run.FindAll(tick => !MarkLegend.IsNothing(_grid.TextAt(row, tick.Column)));
        var text = run[0].Time is null ? Units(ticked, row) : TickedTimes.Write(ticked, column => _grid[row][column]);
        var places = ticked.Select(tick => _grid[row][tick.Column]!).Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>()
            .Select(cell => (_grid.RowOf(cell) + 1, cell.Column)).ToList();
        return _origins.Keep(new Cell(column, text.Length > 0 ? [text] : []), places);
    }

    /// <summary>The names of the ticked units; where some only support, the role stands behind each name.</summary>
    private string Units(List<TickColumn> ticked, int row)
    {
        var roles = ticked.ConvertAll(tick => (tick.Name, Leads: MarkLegend.MarkIn(_grid.TextAt(row, tick.Column)) is { } mark && _leading.Contains(mark)));
        return roles.TrueForAll(role => role.Leads)
            ? string.Join('、', roles.Select(role => role.Name))
            : string.Join('、', roles.Select(role => role.Name + (role.Leads ? "(主辦)" : "(協辦)")));
    }
}
