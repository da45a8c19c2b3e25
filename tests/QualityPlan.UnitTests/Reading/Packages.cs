using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;

namespace QualityPlan.UnitTests.Reading;

/// <summary>The smallest files of each format around a piece of content.</summary>
internal static class Packages
{
    private const string OfficeTypes = "application/vnd.openxmlformats-officedocument.";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Odf = "urn:oasis:names:tc:opendocument:xmlns:";

    private static readonly string OdfSpaces =
        $"xmlns:office=\"{Odf}office:1.0\" xmlns:text=\"{Odf}text:1.0\" xmlns:table=\"{Odf}table:1.0\" xmlns:style=\"{Odf}style:1.0\" "
        + $"xmlns:draw=\"{Odf}drawing:1.0\" xmlns:fo=\"{Odf}xsl-fo-compatible:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";

    public static byte[] Docx(string body, string styles = "", string numbering = "") =>
        RawZip.Of([.. DocxParts($"<w:document {Word}><w:body>{body}</w:body></w:document>"),
            .. Optional("word/styles.xml", "w:styles", styles), .. Optional("word/numbering.xml", "w:numbering", numbering)]);

    public static RawPart[] DocxParts(string document) =>
    [
        Types("/word/document.xml", OfficeTypes + "wordprocessingml.document.main+xml"),
        Relations("_rels/.rels", ("officeDocument", "word/document.xml")),
        Relations("word/_rels/document.xml.rels", ("styles", "styles.xml"), ("numbering", "/word/numbering.xml")),
        new("word/document.xml", document),
    ];

    public static RawPart Types(string main, string type) => new(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"{main}\" ContentType=\"{type}\"/></Types>");

    public static byte[] Xlsx(string sheetData, string afterData = "", string strings = "", string styles = "") => RawZip.Of(
    [
        .. XlsxParts($"<worksheet {Sheet}><sheetData>{sheetData}</sheetData>{afterData}</worksheet>"),
        .. strings.Length == 0 ? Array.Empty<RawPart>() : [new("xl/sharedStrings.xml", $"<sst {Sheet}>{strings}</sst>")],
        .. styles.Length == 0 ? Array.Empty<RawPart>() : [new("xl/styles.xml", $"<styleSheet {Sheet}>{styles}</styleSheet>")],
    ]);

    public static RawPart[] XlsxParts(string sheet) =>
    [
        Types("/xl/workbook.xml", OfficeTypes + "spreadsheetml.sheet.main+xml"),
        Relations("_rels/.rels", ("officeDocument", "xl/workbook.xml")),
        Relations("xl/_rels/workbook.xml.rels", ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        new("xl/workbook.xml", $"<workbook {Sheet} xmlns:r=\"{OfficeRelations[..^1]}\"><sheets><sheet name=\"計畫\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>"),
        new("xl/worksheets/sheet1.xml", sheet),
    ];

    public static byte[] Odt(string text, string styles = "") =>
        RawZip.Of(OdfParts("text", Content($"<office:text>{text}</office:text>", styles)));

    public static byte[] Ods(string tables, string styles = "") =>
        RawZip.Of(OdfParts("spreadsheet", Content($"<office:spreadsheet>{tables}</office:spreadsheet>", styles)));

    public static RawPart[] OdfParts(string kind, string content, string manifestEntries = "") =>
    [
        new("mimetype", "application/vnd.oasis.opendocument." + kind) { Method = 0 },
        new("content.xml", content),
        new("META-INF/manifest.xml", $"<manifest:manifest xmlns:manifest=\"{Odf}manifest:1.0\">{manifestEntries}</manifest:manifest>"),
    ];

    public static string Content(string body, string styles = "") =>
        $"<office:document-content {OdfSpaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>";

    public static Document Document(string fileName, byte[] content)
    {
        var result = DocumentReading.Read(fileName, content);
        result.Refusal.ShouldBeNull();
        return result.Document!;
    }

    /// <summary>Each block as a line: headings with their level, tables as rows of cells with their spans.</summary>
    public static string Sketch(Document document) => string.Join('\n', document.Blocks.Select(block => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {heading.Text}",
        Paragraph paragraph => paragraph.Text,
        Table table => string.Join('\n', table.Rows.Select(row => string.Join('|', row.Cells.Select(Sketch)))),
        _ => "",
    }));

    private static string Sketch(Cell cell) =>
        cell.Text.Replace('\n', '/') + (cell.ColumnSpan > 1 ? $"→{cell.ColumnSpan}" : "") + (cell.RowSpan > 1 ? $"↓{cell.RowSpan}" : "");

    private static RawPart[] Optional(string name, string root, string content) =>
        content.Length == 0 ? [] : [new(name, $"<{root} {Word}>{content}</{root}>")];

    private static RawPart Relations(string name, params (string Kind, string Target)[] relations) => new(
        name,
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(one => $"<Relationship Id=\"{one.Kind}\" Type=\"{OfficeRelations}{one.Kind}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>");
}
