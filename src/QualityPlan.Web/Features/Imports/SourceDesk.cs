using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Recovery.Prose;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Lays out the tables of the file as they were read, with merged cells and the file's own row numbers.</summary>
internal static class SourceDesk
{
    /// <summary>Rows of a table shown at once, beside a part of the plan.</summary>
    private const int MostRows = 600;

    public static string IdOf(SourceCell cell) => IdOf(cell.Table, cell.Row, cell.Column);

    /// <summary>The tables that the rows were read from, or the lines of text: those parts of them that stand beside the rows shown.</summary>
    public static IReadOnlyList<SourceTable> Beside(Document document, IReadOnlyList<RowReading> shown, bool isFirst, bool isLast)
    {
        var cells = shown.SelectMany(row => row.Cells.Select(cell => (Cell: cell, row.Id))).ToList();
        var rowsOf = cells.ToLookup(one => IdOf(one.Cell), one => one.Id);
        List<Table> tables = [ProseLine.AsTable(document), .. document.Tables];
        return cells.GroupBy(one => one.Cell.Table).Where(group => group.Key < tables.Count).OrderBy(group => group.Key)
            .Select(group =>
            {
                var grid = new TableGrid(tables[group.Key], new SourcePlace(group.Key, tables[group.Key].Name, 0));
                var from = isFirst ? 0 : group.Min(one => one.Cell.Row) - 1;
                var to = isLast ? grid.Height : Math.Min(grid.Height, group.Max(one => one.Cell.Row));
                return Table(grid, from, Math.Min(to, from + MostRows), rowsOf);
            })
            .ToList();
    }

    public static SourceTable Table(TableGrid grid, int from, int to, ILookup<string, int>? rowsOf = null)
    {
        var rows = Enumerable.Range(from, Math.Max(0, Math.Min(to, grid.Height) - from))
            .Select(row => new SourceRow(row + 1, NumberOf(grid, row), grid.Table.Rows[row].IsHidden, Cells(grid, row, (from, to), rowsOf)))
            .ToList();
        return new SourceTable(grid.Place.Table, grid.Place.Name, rows) { Total = grid.Height };
    }

    private static int NumberOf(TableGrid grid, int row) => grid.Table.Rows[row].SourceNumber is var number and > 0 ? number : row + 1;

    private static List<SourceText> Cells(TableGrid grid, int row, (int From, int To) window, ILookup<string, int>? rowsOf)
    {
        var cells = new List<SourceText>();
        for (var column = 0; column < grid.Width; column++)
        {
            if (grid[row][column] is not { } cell)
            {
                cells.Add(new SourceText("", ""));
                continue;
            }

            // A merged cell that began above what is shown stands at the upper edge.
            var top = grid.RowOf(cell);
            if (column == cell.Column && row == Math.Max(top, window.From))
            {
                var id = IdOf(grid.Place.Table, top + 1, cell.Column);
                cells.Add(new SourceText(id, cell.Text)
                {
                    ColumnSpan = Math.Min(cell.ColumnSpan, grid.Width - column),
                    RowSpan = Math.Max(1, Math.Min(top + cell.RowSpan, Math.Min(window.To, grid.Height)) - row),
                    Notice = cell.Notice,
                    Rows = rowsOf?[id].Distinct().ToList() ?? [],
                });
            }
        }
        return cells;
    }

    private static string IdOf(int table, int row, int column) => $"s{table}-{row}-{column}";
}

/// <summary>A table of the file, or the part of it that is shown.</summary>
public sealed record SourceTable(int Number, string Name, IReadOnlyList<SourceRow> Rows)
{
    public int Total { get; init; }

    public string Caption => Name.Length > 0 ? $"「{Name}」" : $"第 {Number} 個表格";
}

/// <summary>A row: its place in the table from 1, and the number people see in the file.</summary>
public sealed record SourceRow(int Index, int Number, bool IsHidden, IReadOnlyList<SourceText> Cells)
{
    /// <summary>The first row of the plan that was read from here.</summary>
    public int? LeadsTo => Cells.SelectMany(cell => cell.Rows).Cast<int?>().Min();
}

/// <summary>A cell with the ids of the plan's rows that were read from it.</summary>
public sealed record SourceText(string Id, string Text)
{
    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    public CellNotice Notice { get; init; }

    public IReadOnlyList<int> Rows { get; init; } = [];
}
