using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;

namespace QualityPlan.UnitTests.Reading.Shapes;

/// <summary>Writes a Word document around a body, with a short notation for tables, and has it validated.</summary>
internal static class WordFile
{
    private const string Spaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    public const string By = "w:id=\"{0}\" w:author=\"甲\" w:date=\"2023-01-01T00:00:00Z\"";
    private const string Frame = "<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>";
    private static int _change;

    public static void Save(string name, string body, string numbering = "", string notes = "")
    {
        var path = Path.Combine(ShapeFolder.Path, name);
        using (var file = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Spaces}><w:body>{body}<w:sectPr/></w:body></w:document>");
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles($"<w:styles {Spaces}>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"a\"/></w:style></w:styles>");
            if (numbering.Length > 0)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Spaces}>{numbering}</w:numbering>");
            }

            if (notes.Length > 0)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes($"<w:footnotes {Spaces}>{notes}</w:footnotes>");
            }
        }

        using var written = WordprocessingDocument.Open(path, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(written).Select(error => $"{name}: {error.Description} {error.Path?.XPath}").ShouldBeEmpty();
    }

    public static string Title(string text) => $"<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>{Run(text)}</w:p>";

    public static string P(string text) => text.StartsWith("<w:p>", StringComparison.Ordinal) ? text : $"<w:p>{Run(text)}</w:p>";

    public static string Run(string text) =>
        text.Length == 0 || text.StartsWith("<w:", StringComparison.Ordinal) ? text : $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Item(int list, int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{Run(text)}</w:p>";

    /// <summary>Text that was inserted, or deleted, with changes tracked.</summary>
    public static string Inserted(string text) => $"<w:ins {Change()}>{Run(text)}</w:ins>";

    public static string Deleted(string text) => $"<w:del {Change()}><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>";

    public static string Change() => string.Format(System.Globalization.CultureInfo.InvariantCulture, By, ++_change);

    public static string Table(params string[] rows)
    {
        var width = rows.Max(row => row.Split("<w:tc>").Length - 1);
        return $"<w:tbl>{Frame}<w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1500\"/>", width))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";
    }

    /// <summary>Cells of a row: 「↓」 begins a cell merged downwards, 「↑」 goes on with the one above.</summary>
    public static string Row(params string[] cells) => Row("", cells);

    public static string Row(string settings, string[] cells) =>
        $"<w:tr>{(settings.Length == 0 ? "" : $"<w:trPr>{settings}</w:trPr>")}{string.Concat(cells.Select(Cell))}</w:tr>";

    public static string Cell(string text)
    {
        var merge = text.StartsWith('↓') ? "<w:vMerge w:val=\"restart\"/>" : text.StartsWith('↑') ? "<w:vMerge/>" : "";
        var content = text.TrimStart('↓', '↑');
        var blocks = content.StartsWith("<w:p>", StringComparison.Ordinal) || content.Contains("<w:sdtContent><w:p>", StringComparison.Ordinal)
            ? content
            : string.Concat(content.Split('¶').Select(P));
        return $"<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/>{merge}</w:tcPr>{blocks}{(blocks.EndsWith("</w:tbl>", StringComparison.Ordinal) ? "<w:p/>" : "")}</w:tc>";
    }
}
