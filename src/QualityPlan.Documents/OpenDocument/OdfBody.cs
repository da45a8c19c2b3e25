using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>Reads paragraphs, lists and tables of an OpenDocument body, tracked changes as if accepted.</summary>
internal sealed class OdfBody(PartReader part, ReadingBudget budget, OdfStyles styles)
{
    private const int ParagraphBytes = 400;

    /// <summary>The text of the first paragraph in the style Title (標題), or empty.</summary>
    public string Title { get; private set; } = "";

    public OdfStyles Styles => styles;

    /// <summary>
    /// Reads the children of a body, cell, section or text box. Deleted text stands in text:tracked-changes, and
    /// indexes say again what the headings say: both are left out, and so is what is not shown.
    /// </summary>
    public void ReadBlocks(List<Block> blocks) => ReadBlocks(blocks, new OdfListPlace(null, -1));

    private void ReadBlocks(List<Block> blocks, OdfListPlace place)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "text:p" or "text:h": ReadParagraph(name == "text:h", blocks, place); break;
                case "text:list": ReadList(blocks, place); break;
                case "table:table": blocks.AddRange(new OdfTable(part, budget, this).ReadAll()); break;
                case "text:section" when IsHiddenSection(): break;
                case "text:section" or "text:numbered-paragraph": ReadBlocks(blocks, place); break;
                default:
                    if (name.StartsWith("draw:", StringComparison.Ordinal))
                    {
                        ReadBlocks(blocks);
                    }

                    break;
            }
        }
    }

    private bool IsHiddenSection() => part["text:display"] == "none" || (part["text:display"] == "condition" && part["text:is-hidden"] == "true");

    private void ReadList(List<Block> blocks, OdfListPlace outer)
    {
        var list = part["text:style-name"] is { } style ? styles.List(style) : outer.List ?? OdfList.Plain;
        if (outer.Level < 0 && part["text:continue-numbering"] != "true" && part["text:continue-list"] is null)
        {
            list.Restart();
        }

        foreach (var name in part.Children())
        {
            if (name is "text:list-item" or "text:list-header")
            {
                var start = part.Integer("text:start-value", int.MinValue);
                ReadBlocks(blocks, new OdfListPlace(list, outer.Level + 1)
                {
                    Start = start == int.MinValue ? null : start,
                    Numbered = name == "text:list-item",
                });
            }
        }
    }

    private void ReadParagraph(bool isHeading, List<Block> blocks, OdfListPlace place)
    {
        var style = part["text:style-name"];
        if (styles.HidesText("paragraph", style))
        {
            return;
        }

        var level = isHeading ? Math.Clamp(part.Integer("text:outline-level", 1), 1, 10) : styles.HeadingLevel(style);
        var label = place.List is not null ? place.TakeLabel() : isHeading ? HeadingLabel(level) : "";
        var paragraph = new OdfParagraph(part, budget, this);
        paragraph.Read();
        budget.Keep(ParagraphBytes);
        if (paragraph.IsHidden)
        {
            return;
        }

        var text = paragraph.Text.Trim();
        var printed = ListNumbers.InFront(label, text);
        var title = styles.IsTitle(style);
        if (title && Title.Length == 0)
        {
            Title = printed;
        }

        blocks.Add(title || level > 0
            ? new Heading(Math.Max(1, level), printed)
            : new Paragraph(printed) { HadListNumber = label.Length > 0 && text.Length > 0 });
        blocks.AddRange(paragraph.Boxes);
    }

    private string HeadingLabel(int level)
    {
        var start = part.Integer("text:start-value", int.MinValue);
        return part["text:is-list-header"] == "true"
            ? ""
            : styles.Outline.Next(level - 1, start == int.MinValue ? null : start);
    }
}

/// <summary>Where in a list a paragraph stands: only the first one of an item bears the number.</summary>
internal sealed record OdfListPlace(OdfList? List, int Level)
{
    public int? Start { get; init; }

    public bool Numbered { get; set; }

    public string TakeLabel()
    {
        var label = Numbered ? List!.Next(Level, Start) : "";
        Numbered = false;
        return label;
    }
}
