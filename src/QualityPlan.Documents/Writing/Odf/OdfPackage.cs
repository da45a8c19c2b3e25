using System.IO.Compression;
using System.Text;

namespace QualityPlan.Documents.Writing.Odf;

/// <summary>
/// The zip around an OpenDocument file. The same document always gives the same bytes: a clock inside would make
/// each copy differ.
/// </summary>
internal sealed class OdfPackage : IDisposable
{
    // The earliest moment a zip can tell.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip;
    private readonly string mediaType;
    private readonly List<(string Path, string Type)> entries = [];

    public OdfPackage(Stream output, string mediaType)
    {
        this.mediaType = mediaType;
        zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        // Programs recognise the format by this entry standing first and uncompressed.
        Write("mimetype", CompressionLevel.NoCompression, stream => stream.Write(Encoding.ASCII.GetBytes(mediaType)));
    }

    public void Add(string path, Action<Stream> write) => Add(path, "text/xml", write);

    public void Add(string path, string type, Action<Stream> write)
    {
        entries.Add((path, type));
        Write(path, CompressionLevel.Fastest, write);
    }

    /// <summary>Names a folder that holds a document of its own, such as a chart.</summary>
    public void AddFolder(string path, string type) => entries.Add((path, type));

    /// <summary>Title, agency and language (meta.xml).</summary>
    public void AddMeta(Document document) => Add("meta.xml", stream =>
    {
        using var xml = new OdfXml(stream, "office:document-meta");
        xml.Start("office:meta");
        xml.Leaf("meta:generator", "QualityPlan");
        xml.Leaf("dc:title", XmlText.Clean(document.Title));
        xml.Leaf("meta:initial-creator", XmlText.Clean(document.Agency));
        xml.Leaf("dc:creator", XmlText.Clean(document.Agency));
        xml.Leaf("dc:language", "zh-TW");
        xml.End();
    });

    /// <summary>Writes the list of what is inside, and closes the zip.</summary>
    public void Dispose()
    {
        Write("META-INF/manifest.xml", CompressionLevel.Fastest, WriteManifest);
        zip.Dispose();
    }

    private void WriteManifest(Stream stream)
    {
        using var xml = new OdfXml(stream, "manifest:manifest");
        foreach (var (path, type) in entries.Prepend(("/", mediaType)))
        {
            xml.Start("manifest:file-entry").Attribute("manifest:full-path", path).Attribute("manifest:media-type", type).End();
        }
    }

    private void Write(string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Timestamp;
        using var stream = entry.Open();
        write(stream);
    }
}
