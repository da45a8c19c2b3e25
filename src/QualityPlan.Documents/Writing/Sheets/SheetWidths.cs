namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>Column widths of a table in millimetres: those known stay, the others share what the paper has left.</summary>
internal static class SheetWidths
{
    private const double Least = 8;
    private const double Shared = 20;

    public static IReadOnlyList<double> Of(Table table, PageSetup page)
    {
        var count = Math.Max(1, table.Columns.Count);
        foreach (var row in table.Rows)
        {
            // A cell outside the columns named still has to be seen.
            count = row.Cells.Count == 0 ? count : Math.Max(count, row.Cells[^1].Column + 1);
        }

        var known = table.Columns.Where(column => column.Width > 0).ToList();
        var left = page.Width - 2 * page.Margin - known.Sum(column => column.Width);
        var share = known.Count == count ? 0 : Math.Max(Shared, left / (count - known.Count));
        return
        [
            .. Enumerable.Range(0, count).Select(index =>
                index < table.Columns.Count && table.Columns[index].Width > 0
                    ? Math.Max(Least, table.Columns[index].Width)
                    : share),
        ];
    }
}
