using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using QualityPlan.Documents.Writing.Pdf;

namespace QualityPlan.Web.Books;

/// <summary>Turns a built book into the bytes of one format.</summary>
public sealed class BookPress
{
    private readonly Dictionary<DocumentFormat, IDocumentWriter> _writers;

    public BookPress(PdfFonts fonts) =>
        _writers = new IDocumentWriter[] { new OdsWriter(), new OdtWriter(), new XlsxWriter(), new DocxWriter(), new PdfWriter(fonts) }
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
        DocumentFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentFormat.Odt => "application/vnd.oasis.opendocument.text",
        _ => "application/octet-stream",
    };

    /// <summary>The format an extension in small letters means; null when no book comes in it.</summary>
    public static DocumentFormat? FormatOf(string? extension) => extension switch
    {
        "xlsx" => DocumentFormat.Xlsx,
        "ods" => DocumentFormat.Ods,
        "docx" => DocumentFormat.Docx,
        "odt" => DocumentFormat.Odt,
        "pdf" => DocumentFormat.Pdf,
        _ => null,
    };

    public static string Extension(DocumentFormat format) => format.ToString().ToLowerInvariant();
}
