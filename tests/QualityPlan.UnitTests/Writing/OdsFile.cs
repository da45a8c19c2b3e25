using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace QualityPlan.UnitTests.Writing;

/// <summary>Reads a written ods from its content.xml.</summary>
internal static class OdsFile
{
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public static IReadOnlyList<SheetFile> Read(byte[] bytes)
    {
        var content = Part(bytes, "content.xml");
        var looks = content.Descendants(Style + "style").Where(style => style.Element(Style + "table-row-properties") is not null)
            .ToDictionary(style => (string)style.Attribute(Style + "name")!, style => style.Element(Style + "table-row-properties")!);
        return [.. content.Descendants(Table + "table").Select(table => ReadSheet(table, looks))];
    }

    public static XDocument Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    private static SheetFile ReadSheet(XElement table, Dictionary<string, XElement> looks)
    {
        var sheet = new SheetFile((string)table.Attribute(Table + "name")!);
        foreach (var row in table.Descendants(Table + "table-row"))
        {
            var column = 0;
            foreach (var cell in row.Elements())
            {
                ReadCell(sheet, cell, column++);
            }

            var look = looks[(string)row.Attribute(Table + "style-name")!];
            if (look.Attribute(Fo + "break-before")?.Value == "page")
            {
                sheet.PageStarts.Add(sheet.Heights.Count);
            }

            sheet.Heights.Add(double.Parse(((string)look.Attribute(Style + "row-height")!)[..^2], CultureInfo.InvariantCulture));
        }

        return sheet;
    }

    private static void ReadCell(SheetFile sheet, XElement cell, int column)
    {
        var row = sheet.Heights.Count;
        var number = cell.Attribute(Office + "value-type")?.Value == "float"
            ? decimal.Parse((string)cell.Attribute(Office + "value")!, CultureInfo.InvariantCulture) : (decimal?)null;
        sheet.Cells[(row, column)] = new SheetValue(
            string.Join('\n', cell.Elements(Text + "p").Select(Line)), number, cell.Attribute(Table + "formula") is not null);
        var rows = (int?)cell.Attribute(Table + "number-rows-spanned") ?? 1;
        var columns = (int?)cell.Attribute(Table + "number-columns-spanned") ?? 1;
        if (rows > 1 || columns > 1)
        {
            sheet.Merges.Add((row, column, rows, columns));
        }
    }

    private static string Line(XElement paragraph) => string.Concat(paragraph.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement element when element.Name == Text + "tab" => "\t",
        XElement element when element.Name == Text + "s" => new string(' ', (int)element.Attribute(Text + "c")!),
        _ => "",
    }));
}
