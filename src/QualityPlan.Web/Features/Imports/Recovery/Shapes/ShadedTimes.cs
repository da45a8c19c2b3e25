using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>
/// Writes a mark into the months and quarters that are only coloured. A colour marks where it is neither that of the row (its
/// measure has it too) nor that of the whole column and its heading. Where a mark is written on no such colour, colours only adorn.
/// </summary>
internal static class ShadedTimes
{
    private const string Mark = "■";

    /// <summary>The table with marks, or the table itself when nothing in it is marked by colour alone.</summary>
    public static TableGrid Marked(TableGrid grid, HeadingHints hints)
    {
        var isColoured = grid.Table.Rows.Any(row => row.Cells.Any(cell => cell.Fill.Length > 0));
        return isColoured && TickHeader.OfTimes(grid, hints).FirstOrDefault(header => header.Columns.Count > 0) is { } header
            ? Marked(grid, header, column => grid[header.Last][column]?.Fill) : grid;
    }

    /// <summary>The same below a header that is known; <paramref name="headOf"/> gives the colour of a column's heading.</summary>
    public static TableGrid Marked(TableGrid grid, TickHeader header, Func<int, string?> headOf)
    {
        var rows = Enumerable.Range(0, grid.Height).Where(row => header.Rows[row] == TickRow.Measures).ToList();
        var (coloured, written) = (new HashSet<Cell>(ReferenceEqualityComparer.Instance), new List<Cell>());
        foreach (var column in header.Columns.Where(tick => tick.Time is not null).Select(tick => tick.Column))
        {
            var cells = rows.ConvertAll(row => (Cell: grid[row][column], OfRow: grid[row][header.Approach]?.Fill));
            written.AddRange(cells.Where(one => !MarkLegend.IsNothing(one.Cell?.Text ?? "")).Select(one => one.Cell!));
            coloured.UnionWith(IsOfColumn(cells.Select(one => one.Cell), headOf(column)) ? [] : cells.Where(one => one.Cell is { Fill.Length: > 0 } && one.Cell.Fill != one.OfRow).Select(one => one.Cell!));
        }

        var isMarked = written.TrueForAll(coloured.Contains);
        coloured.ExceptWith(written);
        return isMarked && coloured.Count > 0 ? WithMarks(grid, coloured) : grid;
    }

    /// <summary>Every cell has the colour of the heading.</summary>
    private static bool IsOfColumn(IEnumerable<Cell?> cells, string? head) => cells.All(cell => cell?.Fill == head);

    private static TableGrid WithMarks(TableGrid grid, HashSet<Cell> marked)
    {
        var rows = grid.Table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => marked.Contains(cell) ? cell with { Paragraphs = [Mark] } : cell)] });
        return new TableGrid(grid.Table with { Rows = [.. rows] }, grid.Place);
    }
}
