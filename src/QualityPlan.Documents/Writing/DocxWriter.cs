using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using QualityPlan.Documents.Writing.Texts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes a Word document (docx) that people go on editing: named styles, headings with levels, tables whose header rows
/// repeat. The body is streamed, so that a long book does not grow in memory.
/// </summary>
public sealed class DocxWriter : IDocumentWriter
{
    public global::QualityPlan.Documents.DocumentFormat Format => global::QualityPlan.Documents.DocumentFormat.Docx;

    public void Write(Document document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = XmlText.Clean(document.Title);
            file.PackageProperties.Creator = XmlText.Clean(document.Agency);
            file.PackageProperties.Language = "zh-TW";
            Fill(file.AddMainDocumentPart(), document);
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static void Fill(MainDocumentPart main, Document document)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxLooks.Styles();
        main.AddNewPart<DocumentSettingsPart>().Settings = DocxLooks.Settings();
        var section = DocxPage.Section(main, document);
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new W.Document());
        writer.WriteStartElement(new W.Body());
        TextFlow.Write(document, TextPlan.Of(document), new DocxBodyWriter(writer, main, document.Page));
        writer.WriteElement(section);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
