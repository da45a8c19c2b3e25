using QualityPlan.Documents.OpenDocument;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// The one door (匯入) for files of strangers: name, size and content are checked, then the right reader reads.
/// Never throws for bad content.
/// </summary>
public static class DocumentReading
{
    /// <summary>The extensions taken, as people read them.</summary>
    public const string Accepted = ".docx、.odt、.xlsx、.ods、.html、.htm、.csv、.txt";

    private const int MostBytesCounted = 100 * 1024 * 1024;

    /// <summary>Reads a file under the name it was sent with; the name decides nothing but what is expected.</summary>
    public static ReadResult Read(string fileName, byte[] content)
    {
        var extension = ExtensionOf(fileName);
        if (!IsTaken(extension))
        {
            return NameRefusal(extension);
        }

        if (content.Length == 0)
        {
            return Refusals.Empty;
        }

        return content.Length > ReadingLimits.ImportBytes
            ? Refusals.TooLarge(content.Length, ReadingLimits.ImportMegabytes)
            : ReadingGuard.Run(
                () => FormatOf(extension) is { } expected ? Dispatch(expected, extension, content) : PlainTable(extension, content),
                refusal => refusal);
    }

    /// <summary>The same from a stream, of which no more than the limit is kept; throws only when the stream does.</summary>
    public static ReadResult Read(string fileName, Stream content)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        long length = 0;
        for (int read; length < MostBytesCounted && (read = content.Read(buffer)) > 0;)
        {
            length += read;
            if (length <= ReadingLimits.ImportBytes)
            {
                kept.Write(buffer, 0, read);
            }
        }

        return length > ReadingLimits.ImportBytes && IsTaken(ExtensionOf(fileName))
            ? Refusals.TooLarge(length, ReadingLimits.ImportMegabytes)
            : Read(fileName, kept.ToArray());
    }

    private static bool IsTaken(string extension) => FormatOf(extension) is not null || extension is "csv" or "txt" or "tsv";

    /// <summary>Plain text: csv, and cells parted by tabs, as spreadsheets save them under 「文字檔」.</summary>
    private static ReadResult PlainTable(string extension, byte[] content) =>
        OldContainer.Is(content) ? OldContainer.Refusal(content, extension)
        : !IsText(content) ? Refusals.Mismatch(extension)
        : HtmlEncoding.Decode(content) is not { } text ? Refusals.UnknownEncoding
        : extension == "csv" ? new CsvReader().Read(text) : new TabTextReader().Read(text);

    private static string ExtensionOf(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot < 0 ? "" : fileName[(dot + 1)..].Trim().ToLowerInvariant();
    }

    private static DocumentFormat? FormatOf(string extension) => extension switch
    {
        "docx" => DocumentFormat.Docx,
        "odt" => DocumentFormat.Odt,
        "xlsx" => DocumentFormat.Xlsx,
        "ods" => DocumentFormat.Ods,
        "html" or "htm" => DocumentFormat.Html,
        _ => null,
    };

    private static Refusal NameRefusal(string extension) => extension switch
    {
        "doc" or "xls" => Refusals.OldFormat(extension),
        "docm" or "dotm" or "xlsm" or "xltm" or "xlsb" or "xlam" => Refusals.Macro,
        _ => Refusals.NotAccepted(extension, Accepted),
    };

    private static ReadResult Dispatch(DocumentFormat expected, string extension, byte[] content)
    {
        if (OldContainer.Is(content))
        {
            return OldContainer.Refusal(content, extension);
        }

        if (expected == DocumentFormat.Html)
        {
            return LooksLikeHtml(content) ? HtmlReader.Read(content) : Refusals.Mismatch(extension);
        }

        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return Refusals.Mismatch(extension);
        }

        var package = GuardedPackage.Open(content);
        return PackageKind.Of(package) != expected ? Refusals.Mismatch(extension) : expected switch
        {
            DocumentFormat.Docx => DocxReader.Read(package),
            DocumentFormat.Odt => OdtReader.Read(package),
            DocumentFormat.Xlsx => XlsxReader.Read(package),
            DocumentFormat.Ods => OdsReader.Read(package),
            _ => Refusals.Mismatch(extension),
        };
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> content) => content.Contains((byte)'<') && IsText(content);

    /// <summary>Zero bytes occur in text only as one half of UTF-16.</summary>
    private static bool IsText(ReadOnlySpan<byte> content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !content.Contains((byte)0);
}
