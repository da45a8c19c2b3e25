using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>
/// Lays out tables whose headings stand in front of the texts instead of above them: a turned table, where each column is
/// a row of the plan, and cards (推動作法 | …, 完成期限 | …), one for each measure.
/// </summary>
internal static class TurnedTable
{
    private const int LargestTurned = 200;
    private const int LargestCards = 2_000;

    /// <summary>The table in rows; null when it has its headings above.</summary>
    public static TableGrid? LayOut(TableGrid grid, HeadingHints hints)
    {
        if (grid.Height is < 2 or > LargestCards || grid.Width < 2 || Lines(grid, hints) is not { } lines || !IsOfMeasures(lines))
        {
            return null;
        }

        var isTurned = lines.Count(line => line.Pairs.Count == 1 && line.Pairs[0].Values.Count > 1) * 2 > lines.Count(line => line.Pairs.Count > 0);
        return isTurned ? Turned(grid, lines) : new CardLayout(grid, lines).LayOut();
    }

    /// <summary>The rows cut into headings and texts; null when a row is a header row or too many have no heading in front.</summary>
    private static List<LabelLine>? Lines(TableGrid grid, HeadingHints hints)
    {
        var lines = new List<LabelLine>(grid.Height);
        var others = 0;
        for (var row = 0; row < grid.Height; row++)
        {
            var line = LabelLine.Of(grid, row, hints);
            if (line.HeadingsBeside > 2)
            {
                return null;
            }

            others += line.Pairs.Count == 0 && line.Band is null && grid.Beginning(row).Count > 0 ? 1 : 0;
            lines.Add(line);
        }

        return others * 4 > grid.Height ? null : lines;
    }

    /// <summary>A heading of measures with a text, and two more known ones, a deadline or units among them.</summary>
    private static bool IsOfMeasures(List<LabelLine> lines)
    {
        var pairs = lines.SelectMany(line => line.Pairs).ToList();
        var fields = pairs.Select(pair => pair.Field).Distinct().ToList();
        return fields.Count(field => field is not null) > 2 && fields.Exists(field => field is PlanField.Deadline or PlanField.Units)
            && pairs.Exists(pair => pair.Field == PlanField.Approach && pair.Values.Count > 0);
    }

    private static TableGrid? Turned(TableGrid grid, List<LabelLine> lines)
    {
        var first = lines.FindIndex(line => line.Pairs.Count > 0);
        if (grid.Height - first > LargestTurned)
        {
            return null;
        }

        var origins = new CellOrigins();
        var rows = Enumerable.Range(0, grid.Width).Select(column => new Row(Column(grid, (first, column), origins)) { SourceNumber = column + 1 }).ToList();
        var above = Enumerable.Range(0, first).Where(row => lines[row].Band is not null)
            .Select(row => new Row([origins.Keep(new Cell(0, lines[row].Band!.Paragraphs) { ColumnSpan = grid.Height - first }, (row + 1, lines[row].Band!.Column))]) { SourceNumber = row + 1 });
        return new TableGrid(new Table([], [.. above, .. rows]) { Name = grid.Table.Name, IsHidden = grid.Table.IsHidden, IsInside = grid.Table.IsInside }, grid.Place, origins);
    }

    /// <summary>The cells whose upper left corner stands in the column, with their spans turned.</summary>
    private static List<Cell> Column(TableGrid grid, (int First, int Column) at, CellOrigins origins)
    {
        var cells = new List<Cell>();
        for (var row = at.First; row < grid.Height; row++)
        {
            if (grid[row][at.Column] is { } cell && cell.Column == at.Column && !(row > at.First && grid.IsMergedWithRowAbove(row, at.Column)))
            {
                cells.Add(origins.Keep(cell with { Column = row - at.First, RowSpan = cell.ColumnSpan, ColumnSpan = cell.RowSpan }, (grid.RowOf(cell) + 1, cell.Column)));
            }
        }

        return cells;
    }
}
