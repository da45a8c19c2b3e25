using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// Chapters of a plan kept in a spreadsheet (計畫各章): there a paragraph is a row with one cell, on a sheet of its own or
/// above and below the table.
/// </summary>
internal static class SheetProse
{
    /// <summary>
    /// The paragraphs, with the tables among them, so that what only announces a table is seen as such; empty when no sheet
    /// has a chapter. What stands before the first chapter (agency, title, day) is repeated on each sheet and left out.
    /// </summary>
    /// <param name="headings">The headings that rows of the plan stand under: printed from edge to edge they look like chapters.</param>
    public static IReadOnlyList<Block> Of(Document document, IReadOnlySet<string> headings)
    {
        if (document.Blocks.Any(block => block is not Table))
        {
            return [];
        }

        var lines = document.Tables.SelectMany(table => Lines(table, headings)).ToList();
        var first = lines.FindIndex(ChapterRecovery.OpensFormalChapter);
        return first < 0 ? [] : [.. Ordered(document, lines.Take(first).ToHashSet(), headings)];
    }

    /// <summary>Above the table, the table, below it.</summary>
    private static IEnumerable<Block> Ordered(Document document, HashSet<string> head, IReadOnlySet<string> headings)
    {
        foreach (var table in document.Tables)
        {
            var (above, below) = Around(table, headings);
            foreach (var line in above.Where(line => !head.Contains(line)))
            {
                yield return new Paragraph(line);
            }

            yield return table;
            foreach (var line in below.Where(line => !head.Contains(line)))
            {
                yield return new Paragraph(line);
            }
        }
    }

    private static IEnumerable<string> Lines(Table table, IReadOnlySet<string> headings)
    {
        var (above, below) = Around(table, headings);
        return above.Concat(below);
    }

    /// <summary>Rows of one cell before the first row of several; and after it, from the first that opens a chapter.</summary>
    private static (List<string> Above, List<string> Below) Around(Table table, IReadOnlySet<string> headings)
    {
        var (above, below) = (new List<string>(), new List<string>());
        var (hasBegun, hasEnded) = (false, false);
        foreach (var row in table.Rows)
        {
            var filled = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text)).ToList();
            hasBegun |= filled.Count > 1;
            var line = filled.Count == 1 ? string.Join('\n', filled[0].Paragraphs).Trim() : "";
            line = headings.Contains(HeadingCell.Tidy(Folding.Glue(line.Split('\n')))) ? "" : line;
            hasEnded |= hasBegun && ChapterRecovery.OpensFormalChapter(line);
            if (line.Length > 0 && (!hasBegun || hasEnded))
            {
                (hasBegun ? below : above).Add(line);
            }
        }

        return (above, below);
    }
}
