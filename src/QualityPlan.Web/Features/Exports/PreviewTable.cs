using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Exports;

/// <summary>
/// The head of a book's table for a page: every place has its cell or is covered by a merged one, and a merged cell ends
/// where the preview ends.
/// </summary>
public sealed record PreviewTable(string Name, IReadOnlyList<IReadOnlyList<Cell>> Heads, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Rows that are shown of every table.</summary>
    public const int MostRows = 50;

    /// <summary>Rows without the heads that the book has.</summary>
    public int Total { get; init; }

    public bool IsCut => Total > Rows.Count;

    public static PreviewTable Of(Table table)
    {
        var all = Filled(table.Rows.Take(table.HeaderRows + MostRows).ToList(), table.Columns.Count);
        return new PreviewTable(table.Name, [.. all.Take(table.HeaderRows)], [.. all.Skip(table.HeaderRows)])
        {
            Total = Math.Max(0, table.Rows.Count - table.HeaderRows),
        };
    }

    private static List<IReadOnlyList<Cell>> Filled(List<Row> rows, int columns)
    {
        var coveredUntil = new int[columns];
        var filled = new List<IReadOnlyList<Cell>>();
        for (var at = 0; at < rows.Count; at++)
        {
            filled.Add(Line(rows[at], (at, rows.Count), coveredUntil));
        }
        return filled;
    }

    /// <summary>The cells of a row from left to right, an empty one where the book has none.</summary>
    private static List<Cell> Line(Row row, (int At, int Of) place, int[] coveredUntil)
    {
        var given = row.Cells.ToDictionary(cell => cell.Column);
        var line = new List<Cell>();
        for (var column = 0; column < coveredUntil.Length; column++)
        {
            if (coveredUntil[column] > place.At)
            {
                continue;
            }
            var cell = given.GetValueOrDefault(column) ?? new Cell(column, "");
            cell = cell with
            {
                RowSpan = Math.Min(cell.RowSpan, place.Of - place.At),
                ColumnSpan = Math.Min(cell.ColumnSpan, coveredUntil.Length - column),
            };
            Array.Fill(coveredUntil, place.At + cell.RowSpan, column, cell.ColumnSpan);
            line.Add(cell);
        }
        return line;
    }
}
