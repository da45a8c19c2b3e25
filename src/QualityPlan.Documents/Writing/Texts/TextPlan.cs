namespace QualityPlan.Documents.Writing.Texts;

/// <summary>A block on its way into a text document; a table as one piece for each page it is cut for.</summary>
internal sealed record TextStep(Block Block, bool OnNewPage)
{
    public IReadOnlyList<TextTable> Pages { get; init; } = [];
}

/// <summary>Decides before anything is written which blocks begin a page and where tables with merged cells are cut.</summary>
internal sealed class TextPlan
{
    // A heading and the words under it go with their table to the next page when they fill no more than this part of it.
    private const double Announcement = 0.4;

    private readonly Document document;
    private readonly PageFill fill;
    private readonly List<TextStep> steps = [];

    private TextPlan(Document document)
    {
        this.document = document;
        fill = new PageFill(document);
        foreach (var (text, style) in TextFlow.TitleLines(document))
        {
            fill.Add(text, style);
        }
    }

    public static IReadOnlyList<TextStep> Of(Document document)
    {
        var plan = new TextPlan(document);
        var breaks = false;
        foreach (var block in document.Blocks)
        {
            if (block is PageBreak)
            {
                breaks = true;
            }
            else if (block is not (Chart { Categories.Count: 0 } or Table { Rows.Count: 0 }))
            {
                plan.Add(block, breaks);
                breaks = false;
            }
        }

        return plan.steps;
    }

    private void Add(Block block, bool breaks)
    {
        if (breaks)
        {
            fill.Restart();
        }

        if (block is Table table && TablePages.AreNeededFor(table))
        {
            AddInPages(table, breaks);
            return;
        }

        steps.Add(new TextStep(block, breaks) { Pages = block is Table whole ? [new TextTable(whole, document.Page)] : [] });
        fill.Add(fill.HeightOf(block));
    }

    private void AddInPages(Table table, bool breaks)
    {
        var full = fill.Full - fill.AfterTable;
        var pages = fill.IsKnown ? TablePages.Of(table, document.Page, (fill.Full - fill.Used, full)) : null;
        if (pages is null || pages.LeavesFirstPageEmpty)
        {
            breaks |= !MoveAnnouncement();
            pages = TablePages.Of(table, document.Page, (fill.Full - fill.Used, full));
        }

        var parts = pages.Tables().Select(part => new TextTable(part, document.Page)).ToList();
        steps.Add(new TextStep(table, breaks) { Pages = parts });
        fill.Restart((parts.Count > 1 ? 0 : fill.Used) + pages.Bottom + fill.AfterTable);
    }

    /// <summary>Begins a page with the heading of the table; false when none stands near, and the table is to begin it.</summary>
    private bool MoveAnnouncement()
    {
        var (height, from) = (0.0, steps.Count - 1);
        while (from >= 0 && steps[from].Block is Paragraph && height < Announcement * fill.Full)
        {
            height += fill.HeightOf(steps[from--].Block);
        }

        if (from < 0 || steps[from] is not { Block: Heading, OnNewPage: false } || height >= Announcement * fill.Full)
        {
            fill.Restart();
            return false;
        }

        steps[from] = steps[from] with { OnNewPage = true };
        fill.Restart(height + fill.HeightOf(steps[from].Block));
        return true;
    }
}
