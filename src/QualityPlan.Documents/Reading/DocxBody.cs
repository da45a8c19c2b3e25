using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>Reads paragraphs and tables of a Word document, tracked changes as if accepted.</summary>
internal sealed class DocxBody(PartReader part, ReadingBudget budget, DocxStyles styles, DocxNumbering numbering)
{
    private const int ParagraphBytes = 400;
    private readonly StringBuilder carried = new();

    /// <summary>The text of the first paragraph in the style Title (標題), or empty.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Reads the children of a body, cell or text box.</summary>
    public void ReadBlocks(List<Block> blocks) => ReadCell(blocks, () => { });

    /// <summary>The same for a cell, whose settings come first.</summary>
    public void ReadCell(List<Block> blocks, Action readSettings)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "w:tcPr": readSettings(); break;
                case "w:p": ReadParagraph(blocks); break;
                case "w:tbl": blocks.AddRange(new DocxTable(part, budget, this).Read()); break;
                case "w:sdt": DocxContentControl.Read(part, () => ReadBlocks(blocks)); break;
                case "mc:AlternateContent": ReadAlternative(() => ReadBlocks(blocks)); break;
                case "w:customXml" or "w:ins" or "w:moveTo": ReadBlocks(blocks); break;
            }
        }
    }

    /// <summary>Reads the first choice only; what follows says the same for older programs.</summary>
    public void ReadAlternative(Action read)
    {
        var taken = false;
        foreach (var name in part.Children())
        {
            if (!taken && name is "mc:Choice" or "mc:Fallback")
            {
                taken = true;
                read();
            }
        }
    }

    private void ReadParagraph(List<Block> blocks)
    {
        var paragraph = new DocxParagraph(part, this, styles);
        paragraph.Read();
        budget.Keep(ParagraphBytes + paragraph.Text.Length * 2);
        carried.Append(paragraph.Text);
        ReadingBudget.Check(carried);
        if (!paragraph.JoinsNext)
        {
            var text = carried.ToString().Trim();
            carried.Clear();
            if (!styles.IsContents(paragraph.Style))
            {
                blocks.Add(Block(paragraph, text));
            }
        }

        blocks.AddRange(paragraph.Boxes);
    }

    private Block Block(DocxParagraph paragraph, string text)
    {
        var label = Label(paragraph);
        var printed = ListNumbers.InFront(label, text);
        var title = styles.IsTitle(paragraph.Style);
        if (title && Title.Length == 0)
        {
            Title = printed;
        }

        var level = paragraph.Outline is { } outline ? (outline is >= 0 and < 9 ? outline + 1 : 0) : styles.HeadingLevel(paragraph.Style);
        return title || level > 0
            ? new Heading(Math.Max(1, level), printed)
            : new Paragraph(printed) { HadListNumber = label.Length > 0 && text.Length > 0 };
    }

    private string Label(DocxParagraph paragraph)
    {
        var inherited = styles.List(paragraph.Style);
        var number = paragraph.Number ?? inherited?.Number ?? 0;
        return number == 0
            ? ""
            : numbering.Next(number, paragraph.Level ?? inherited?.Level ?? numbering.LevelOf(number, paragraph.Style));
    }
}
