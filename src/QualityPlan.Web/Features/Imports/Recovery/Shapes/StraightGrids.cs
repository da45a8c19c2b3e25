using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>
/// The tables of a document as the columns of a plan want them: ticks written out, also where they go on over a page,
/// turned tables and cards laid out in rows.
/// </summary>
internal static class StraightGrids
{
    public static List<(Table Table, TableGrid Grid)> Of(Document document, HeadingHints hints)
    {
        var legend = MarkLegend.Of(document);
        var grids = new List<(Table, TableGrid)>();
        TickMatrix? above = null;
        foreach (var block in document.Blocks)
        {
            if (block is not Table table)
            {
                above = IsBetweenPages(block) ? above : null;
                continue;
            }

            var grid = new TableGrid(table, new SourcePlace(grids.Count + 1, table.Name, 0));
            above = hints.For(grid) is not null ? null : TickMatrix.Find(grid, legend, hints) ?? above?.FindRest(grid);
            grids.Add((table, above?.Write() ?? (hints.For(grid) is not null ? grid : TurnedTable.LayOut(grid, hints) ?? grid)));
        }

        return grids;
    }

    /// <summary>Nothing that parts a table from the rest of it on the next page.</summary>
    public static bool IsBetweenPages(Block block) => block is PageBreak || (block is Paragraph paragraph && string.IsNullOrWhiteSpace(paragraph.Text));
}
