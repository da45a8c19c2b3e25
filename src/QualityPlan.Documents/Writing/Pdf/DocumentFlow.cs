using QualityPlan.Documents.Writing.Pdf.Charts;
using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.Pages;
using QualityPlan.Documents.Writing.Pdf.Tables;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf;

/// <summary>Puts the blocks of one document on pages, in reading order.</summary>
internal sealed class DocumentFlow
{
    private const double BelowTable = 8;

    private readonly Document document;
    private readonly Typesetter typesetter;
    private readonly TagTree tags;
    private readonly Outline outline;
    private readonly PageStack pages;
    private readonly Prose prose;

    public DocumentFlow(Document document, PdfFile file, Typesetter typesetter)
    {
        (this.document, this.typesetter) = (document, typesetter);
        tags = new TagTree(file);
        outline = new Outline(file);
        pages = new PageStack(file, tags, document, typesetter);
        prose = new Prose(pages, tags, typesetter);
    }

    public int PageCount => pages.Count;

    /// <summary>Draws everything; answers the entries of the catalogue that lead to it.</summary>
    public PdfBytes Draw()
    {
        prose.Head(document);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            Draw(document.Blocks[i], i);
        }

        var entries = new PdfBytes().Add("/Pages ").AddReference(pages.Finish())
            .Add("/MarkInfo<</Marked true>>/StructTreeRoot ").AddReference(tags.Write());
        var bookmarks = outline.Write();
        return bookmarks == 0 ? entries : entries.Add("/Outlines ").AddReference(bookmarks);
    }

    private void Draw(Block block, int index)
    {
        switch (block)
        {
            case Heading heading:
                outline.Add(heading.Level, heading.Text, prose.Heading(heading, HeightToKeepAfter(index)));
                break;
            case Paragraph paragraph:
                prose.Paragraph(paragraph);
                break;
            case PageBreak when !pages.IsFresh:
                pages.Next();
                break;
            case Chart { Categories.Count: > 0 } chart:
                new ChartFlow(chart, pages, tags, typesetter).Draw();
                break;
            case Table { Rows.Count: > 0 } table:
                new TableFlow(table, pages, tags, typesetter).Draw();
                pages.Y += BelowTable;
                break;
        }
    }

    /// <summary>What must stand below a heading on its page: further headings, the start of a table, two lines of prose.</summary>
    private double HeightToKeepAfter(int index) => index + 1 >= document.Blocks.Count ? 0 : document.Blocks[index + 1] switch
    {
        Heading next => prose.HeightOf(next) + HeightToKeepAfter(index + 1),
        Table { Rows.Count: > 0 } next => TableFlow.FirstHeight(next, pages, typesetter),
        Chart { Categories.Count: > 0 } next => new ChartFlow(next, pages, tags, typesetter).FirstHeight,
        Paragraph => prose.TwoLines,
        _ => 0,
    };
}
