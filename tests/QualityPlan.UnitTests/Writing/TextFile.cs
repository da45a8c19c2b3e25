using System.IO.Compression;
using System.Xml.Linq;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using QualityPlan.Documents.Writing;
using Shouldly;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>A written docx or odt, as our own readers and as plain XML see it.</summary>
internal static class TextFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Bytes(Format format, Document document) => SheetFile.Bytes(
        format == Format.Docx ? new DocxWriter() : new OdtWriter(), document);

    public static Document ReadBack(Format format, Document document)
    {
        var result = DocumentReading.Read($"書.{format.ToString().ToLowerInvariant()}", Bytes(format, document));
        result.Refusal.ShouldBeNull();
        return result.Document!;
    }

    public static XDocument Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }
}
