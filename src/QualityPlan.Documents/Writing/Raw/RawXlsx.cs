using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace QualityPlan.Documents.Writing.Raw;

/// <summary>
/// One worksheet, written forwards only and straight into the zip: a package of the OpenXML SDK keeps a whole part in
/// memory (270 MB for 40,000 lines). Texts are inline strings, which a spreadsheet never takes for formulas; the header
/// row stays in view and filters.
/// </summary>
internal sealed partial class RawXlsx : IRawWriter
{
    public const string SheetName = "資料";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int PlainText = 1;
    private const int HeaderText = 2;

    private readonly ZipArchive zip;
    private readonly Stream part;
    private readonly XmlWriter xml;
    private readonly string[] letters;
    private int rows;

    public RawXlsx(Stream output, IReadOnlyList<RawColumn> columns)
    {
        letters = [.. Enumerable.Range(1, columns.Count).Select(ColumnName)];
        zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        WriteSmallParts();
        part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var index = 1; index <= columns.Count; index++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{index}\" max=\"{index}\" width=\"{columns[index - 1].Width}\" customWidth=\"1\"/>"));
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", Main);
        WriteRow([.. columns.Select(column => column.Title)], HeaderText);
    }

    public void Write(IReadOnlyList<object?> values) => WriteRow(values, PlainText);

    public void Dispose()
    {
        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", $"A1:{letters[^1]}{rows}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Dispose();
        part.Dispose();
        zip.Dispose();
    }

    private void WriteRow(IReadOnlyList<object?> values, int look)
    {
        rows++;
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", rows.ToString(CultureInfo.InvariantCulture));
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is not (null or ""))
            {
                xml.WriteStartElement("c", Main);
                xml.WriteAttributeString("r", $"{letters[index]}{rows}");
                WriteValue(values[index]!, look);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private void WriteValue(object value, int look)
    {
        if (value is not string text)
        {
            xml.WriteElementString("v", Main, Convert.ToString(value, CultureInfo.InvariantCulture));
            return;
        }

        xml.WriteAttributeString("s", look.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Escape().Replace(XlsxWriter.Fit(XmlText.Clean(text)), "_x005F_"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteSmallParts()
    {
        Add("[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}styles+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Type}worksheet+xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{SheetName}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        // "@" (49): a text stays a text even after someone edits the cell.
        Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"10\"/><name val=\"Arial\"/></font><font><b/><sz val=\"10\"/><name val=\"Arial\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf xfId=\"0\"/><xf numFmtId=\"49\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
    }

    private void Add(string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + content);
    }

    /// <summary>The underscore of a text such as _x0041_, which spreadsheets would take for an escaped A.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    private static string ColumnName(int number) =>
        number <= 26 ? $"{(char)('A' + number - 1)}" : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);
}
