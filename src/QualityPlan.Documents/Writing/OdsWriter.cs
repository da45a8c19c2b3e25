using System.IO.Compression;
using System.Text;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes an OpenDocument spreadsheet (ods): a sheet per table, ready to print. The same document always gives
/// the same bytes. Text is always stored as a string, numbers only where <see cref="Cell.Number"/> says so.
/// </summary>
public sealed class OdsWriter : IDocumentWriter
{
    private const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";

    // The earliest moment a zip can tell: a clock inside would make each copy differ.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DocumentFormat Format => DocumentFormat.Ods;

    public void Write(Document document, Stream output)
    {
        var sheets = SheetComposer.Compose(document);
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Programs recognise the format by this entry standing first and uncompressed.
            Add(zip, "mimetype", CompressionLevel.NoCompression, stream => stream.Write(Encoding.ASCII.GetBytes(MediaType)));
            Add(zip, "META-INF/manifest.xml", CompressionLevel.Fastest, stream => OdsParts.WriteManifest(stream, MediaType));
            Add(zip, "meta.xml", CompressionLevel.Fastest, stream => OdsParts.WriteMeta(stream, document));
            Add(zip, "settings.xml", CompressionLevel.Fastest, stream => OdsParts.WriteSettings(stream, sheets));
            Add(zip, "styles.xml", CompressionLevel.Fastest, stream => OdsStyles.Write(stream, document));
            Add(zip, "content.xml", CompressionLevel.Fastest, stream => new OdsContent(sheets).Write(stream));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static void Add(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Timestamp;
        using var stream = entry.Open();
        write(stream);
    }
}
