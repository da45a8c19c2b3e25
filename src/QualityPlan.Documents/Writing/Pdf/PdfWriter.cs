using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.Pages;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf;

/// <summary>
/// Writes a document as a tagged PDF (加標籤的 PDF) with embedded fonts, bookmarks and a text layer that is the
/// source text to the letter. The same document and fonts give the same bytes; nothing is kept between calls,
/// so one writer serves all threads. Throws when the output does, or when the two main fonts cannot be opened.
/// </summary>
public sealed class PdfWriter(PdfFonts fonts) : IDocumentWriter
{
    /// <summary>A writer with the fonts restored beside the program.</summary>
    public PdfWriter() : this(PdfFonts.Default)
    {
    }

    public DocumentFormat Format => DocumentFormat.Pdf;

    public void Write(Document document, Stream output) => Render(document, output);

    /// <summary>Writes, and tells the number of pages and which characters no font had.</summary>
    public PdfResult Render(Document document, Stream output)
    {
        var file = new PdfFile(output);
        var typesetter = new Typesetter(fonts);
        var flow = new DocumentFlow(document, file, typesetter);
        var entries = flow.Draw();
        var metadata = file.AddPlainStream(Metadata.Packet(document), "/Type/Metadata/Subtype/XML");
        var catalog = new PdfBytes().Add("<</Type/Catalog/Lang(zh-Hant-TW)/ViewerPreferences<</DisplayDocTitle true>>/Metadata ")
            .AddReference(metadata).Add(entries.Written).Add(">>");
        var information = new PdfBytes().Add($"<</Producer({Metadata.Producer})/Title ").AddText(document.Title);
        if (document.Agency.Length > 0)
        {
            information.Add("/Author ").AddText(document.Agency);
        }

        file.Finish(file.Add(catalog), file.Add(information.Add(">>")));
        return new PdfResult(flow.PageCount, typesetter.Missing);
    }
}

/// <summary>What came of writing: pages, and the characters (each once) printed as a box because no font has them.</summary>
public sealed record PdfResult(int Pages, IReadOnlyList<string> MissingCharacters);
