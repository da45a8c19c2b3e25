using QualityPlan.Documents.Writing.Odf;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes an OpenDocument spreadsheet (ods): a sheet per table, ready to print. The same document always gives
/// the same bytes. Text is always stored as a string, numbers only where <see cref="Cell.Number"/> says so.
/// </summary>
public sealed class OdsWriter : IDocumentWriter
{
    public DocumentFormat Format => DocumentFormat.Ods;

    public void Write(Document document, Stream output) => Write(document, SheetComposer.Compose(document), output);

    internal static void Write(Document document, IReadOnlyList<Sheet> sheets, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = new OdfPackage(buffer, "application/vnd.oasis.opendocument.spreadsheet"))
        {
            package.AddMeta(document);
            package.Add("settings.xml", stream => OdsSettings.Write(stream, sheets));
            package.Add("styles.xml", stream => OdsStyles.Write(stream, document));
            package.Add("content.xml", stream => new OdsContent(sheets).Write(stream));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
