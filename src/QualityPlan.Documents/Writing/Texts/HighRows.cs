namespace QualityPlan.Documents.Writing.Texts;

/// <summary>
/// Cuts a row that is higher than a page into rows that are not, at the end of a sentence where there is one. The short
/// cells on its left, which tell the reader where he is, are repeated; nothing else is written twice.
/// </summary>
internal static class HighRows
{
    private const string EndsASentence = "。；！？\n";
    private const int Short = 60;

    public static Table Split(Table table, PageSetup page, double highest)
    {
        var measured = new TextTable(table, page);
        var rows = table.Rows.ToList();
        for (int row = measured.HeaderRows, at = row; row < table.Rows.Count; row++, at++)
        {
            while (measured.OwnHeight(rows[at]) > highest && Cut(measured, rows[at], highest) is var (upper, lower))
            {
                (rows[at], at) = (upper, at + 1);
                rows.Insert(at, lower);
                Reach(rows, at);
            }
        }

        return table with { Rows = rows };
    }

    /// <summary>Merged cells that lay over the row lie over the new one too.</summary>
    private static void Reach(List<Row> rows, int inserted)
    {
        for (var row = 0; row < inserted; row++)
        {
            if (rows[row].Cells.Any(cell => cell.RowSpan > 1 && row + cell.RowSpan >= inserted))
            {
                rows[row] = rows[row] with
                {
                    Cells = [.. rows[row].Cells.Select(cell => cell.RowSpan > 1 && row + cell.RowSpan >= inserted
                        ? cell with { RowSpan = cell.RowSpan + 1 } : cell)],
                };
            }
        }
    }

    private static (Row Upper, Row Lower)? Cut(TextTable measured, Row row, double highest)
    {
        var (upper, lower) = (new List<Cell>(), new List<Cell>());
        var isCut = false;
        foreach (var cell in row.Cells)
        {
            var length = cell.RowSpan > 1 ? 0 : measured.LongestFit(cell, highest);
            if (cell.RowSpan > 1 || length >= cell.Text.Length)
            {
                upper.Add(cell);
                lower.AddRange(cell.RowSpan > 1 ? [] : [!isCut && cell.Text.Length <= Short ? TablePages.Continued(cell) : cell with { Paragraphs = [] }]);
                continue;
            }

            isCut |= length > 0;
            var end = length == 0 ? 0 : WhereASentenceEnds(cell.Text, length);
            upper.Add(cell with { Paragraphs = cell.Text[..end].TrimEnd('\n').Split('\n') });
            lower.Add(cell with { Paragraphs = cell.Text[end..].TrimStart('\n').Split('\n') });
        }

        return isCut ? (row with { Cells = upper }, row with { Cells = lower }) : null;
    }

    private static int WhereASentenceEnds(string text, int longest)
    {
        var end = text.AsSpan(0, longest).LastIndexOfAny(EndsASentence) + 1;
        return end > longest / 2 ? end : longest - (char.IsHighSurrogate(text[longest - 1]) ? 1 : 0);
    }
}
