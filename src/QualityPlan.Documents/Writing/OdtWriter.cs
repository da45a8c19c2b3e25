using QualityPlan.Documents.Writing.Odf;
using QualityPlan.Documents.Writing.Texts;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes an OpenDocument text (odt) that people go on editing: named styles, headings with levels, tables whose header
/// rows repeat. The same document always gives the same bytes.
/// </summary>
public sealed class OdtWriter : IDocumentWriter
{
    public DocumentFormat Format => DocumentFormat.Odt;

    public void Write(Document document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = new OdfPackage(buffer, "application/vnd.oasis.opendocument.text"))
        {
            package.AddMeta(document);
            package.Add("styles.xml", stream => OdtStyles.Write(stream, document));
            package.Add("content.xml", stream => OdtContent.Write(stream, document));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
