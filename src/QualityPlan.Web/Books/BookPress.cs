using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using QualityPlan.Documents.Writing.Pdf;

namespace QualityPlan.Web.Books;

/// <summary>Turns a built book into the bytes of one format.</summary>
public sealed class BookPress
{
    private readonly Dictionary<DocumentFormat, IDocumentWriter> _writers;

    public BookPress(PdfFonts fonts) =>
        _writers = new IDocumentWriter[] { new XlsxWriter(), new OdsWriter(), new PdfWriter(fonts) }
            .ToDictionary(writer => writer.Format);

    /// <summary>The formats in which a book can be had, in the order they are offered.</summary>
    public IReadOnlyCollection<DocumentFormat> Formats => _writers.Keys;

    public byte[] Print(Document document, DocumentFormat format)
    {
        using var output = new MemoryStream();
        _writers[format].Write(document, output);
        return output.ToArray();
    }

    public static string ContentType(DocumentFormat format) => format switch
    {
        DocumentFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentFormat.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        DocumentFormat.Pdf => "application/pdf",
        _ => "application/octet-stream",
    };

    public static string Extension(DocumentFormat format) => format.ToString().ToLowerInvariant();
}
