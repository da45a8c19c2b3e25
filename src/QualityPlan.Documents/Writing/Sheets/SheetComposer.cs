namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>
/// Cuts a document into worksheets: one per table, with the words before it above and those after the last
/// table below it. Long prose gets a sheet of its own, so that the header of the table can stay in view.
/// </summary>
internal static class SheetComposer
{
    private const double MostProseAbove = 120;
    private const double MostFrozen = 220;

    // LibreOffice counts the width of an xlsx column anew: a single one may come out wider than the paper, and is then cut
    // at both sides where several are made smaller.
    private const int ProseColumns = 5;

    public static IReadOnlyList<Sheet> Compose(Document document)
    {
        var names = new SheetNames();
        return [.. Drafts(document).Select(draft => Build(document, draft, names))];
    }

    private sealed record Draft(IReadOnlyList<Block> Above, Table? Table)
    {
        public List<Block> Below { get; } = [];
    }

    private static List<Draft> Drafts(Document document)
    {
        var drafts = new List<Draft>();
        var prose = new List<Block>();
        foreach (var block in document.Blocks)
        {
            if (block is not Table table)
            {
                prose.Add(block);
                continue;
            }

            var cut = WhereTheTableBegins(prose, SheetWidths.Of(table, document.Page).Sum());
            if (cut > 0)
            {
                drafts.Add(new Draft([.. prose.Take(cut)], null));
            }

            drafts.Add(new Draft([.. prose.Skip(cut)], table));
            prose.Clear();
        }

        if (drafts.Count == 0 || prose is [PageBreak, ..])
        {
            drafts.Add(new Draft(prose, null));
        }
        else
        {
            drafts[^1].Below.AddRange(prose);
        }

        return drafts;
    }

    // Prose that ends in a page break, or is too high to stay in view, goes before; its last heading stays.
    private static int WhereTheTableBegins(List<Block> prose, double width)
    {
        var breakAt = prose.FindLastIndex(block => block is PageBreak);
        var tail = prose.Skip(breakAt + 1).ToList();
        var before = prose.Take(breakAt + 1).Any(block => block is not PageBreak) ? breakAt + 1 : 0;
        if (Height(tail, width) <= MostProseAbove)
        {
            return before;
        }

        var heading = prose.FindLastIndex(block => block is Heading);
        return heading > breakAt && Height(prose.Skip(heading), width) <= MostProseAbove ? heading : prose.Count;
    }

    private static double Height(IEnumerable<Block> blocks, double width) => Lines(blocks)
        .Sum(line => TextMeasure.Height(line.Text, SheetGrid.UsablePoints(width), line.Style.Size));

    private static Sheet Build(Document document, Draft draft, SheetNames names)
    {
        var widths = draft.Table is null
            ? [.. Enumerable.Repeat((document.Page.Width - 2 * document.Page.Margin) / ProseColumns, ProseColumns)]
            : SheetWidths.Of(draft.Table, document.Page);
        var grid = new SheetGrid(widths);
        var above = TitleLines(document).Concat(Lines(draft.Above)).ToList();
        above.ForEach(grid.AddLine);
        foreach (var row in draft.Table?.Rows ?? [])
        {
            grid.AddRow(row);
        }

        foreach (var line in Lines(draft.Below))
        {
            grid.AddLine(line);
        }

        return Finish(grid, NameOf(document, draft, names), (document.Page, above.Count), draft.Table);
    }

    private static Sheet Finish(SheetGrid grid, string name, (PageSetup Page, int Above) on, Table? table)
    {
        var header = Math.Clamp(table?.HeaderRows ?? 0, 0, table?.Rows.Count ?? 0);
        var (rows, starts) = grid.Finish((on.Page, on.Above, on.Above + header));
        var (headerStart, bodyStart) = (starts[on.Above], starts[on.Above + header]);
        var frozen = header > 0 && rows.Take(bodyStart).Sum(row => row.Height) <= MostFrozen;
        return new Sheet(name, grid.Widths, rows)
        {
            HeaderStart = headerStart,
            HeaderRows = bodyStart - headerStart,
            FrozenRows = frozen ? bodyStart : 0,
        };
    }

    private static string NameOf(Document document, Draft draft, SheetNames names)
    {
        var heading = draft.Above.OfType<Heading>();
        return names.Take(draft.Table switch
        {
            null => heading.FirstOrDefault()?.Text ?? document.Title,
            { Name: { Length: > 0 } name } => name,
            _ => heading.LastOrDefault()?.Text ?? "",
        });
    }

    private static IEnumerable<SheetLine> TitleLines(Document document)
    {
        if (document.Agency.Length > 0)
        {
            yield return new(document.Agency, CellStyle.Agency);
        }

        yield return new(document.Title, CellStyle.Title);
        if (document.PrintedOn.Length > 0)
        {
            yield return new($"列印日期：{document.PrintedOn}", CellStyle.PrintedOn);
        }
    }

    private static IEnumerable<SheetLine> Lines(IEnumerable<Block> blocks) => blocks.SelectMany<Block, SheetLine>(block => block switch
    {
        Heading heading => [new(heading.Text, CellStyle.Heading(heading.Level))],
        Paragraph paragraph => [new(paragraph.Text, CellStyle.Prose)],
        _ => [],
    });
}

/// <summary>A line of words across all columns of a sheet.</summary>
internal readonly record struct SheetLine(string Text, CellStyle Style);
