using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using Shouldly;
using Xunit;
using Excel = DocumentFormat.OpenXml.Spreadsheet;

namespace QualityPlan.UnitTests.Writing;

/// <summary>What only an xlsx has: the schema of the format, print titles, panes and the foot as Excel writes them.</summary>
public sealed class XlsxWriterTests
{
    [Fact]
    public void The_file_follows_the_schema_of_the_format()
    {
        using var file = Open(Looks());

        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file);

        errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_header_rows_are_repeated_on_each_printed_page()
    {
        using var file = Open(PlanDocument.Of("ncl-100"));

        var name = file.WorkbookPart!.Workbook.DefinedNames!.Elements<Excel.DefinedName>().Single();

        name.Name!.Value.ShouldBe("_xlnm.Print_Titles");
        name.LocalSheetId!.Value.ShouldBe(0u);
        name.Text.ShouldBe("'計畫表'!$5:$5");
    }

    [Fact]
    public void A_quote_in_a_sheet_name_does_not_break_the_print_titles()
    {
        var table = new Table([new(50)], [PlanDocument.Header() with { Cells = [new Cell(0, "項目")] }]) { Name = "館長's 表", HeaderRows = 1 };
        using var file = Open(new Document("表", [table]));

        file.WorkbookPart!.Workbook.DefinedNames!.Elements<Excel.DefinedName>().Single().Text.ShouldBe("'館長''s 表'!$2:$2");
    }

    [Fact]
    public void The_sheet_prints_on_A4_one_page_wide_with_its_foot()
    {
        using var file = Open(PlanDocument.Of("ncl-100"));
        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet;

        var page = sheet.Elements<Excel.PageSetup>().Single();
        page.PaperSize!.Value.ShouldBe(9u);
        page.Orientation!.Value.ShouldBe(Excel.OrientationValues.Landscape);
        page.FitToHeight!.Value.ShouldBe(0u);
        (page.FitToWidth?.Value ?? 1).ShouldBe(1u);
        sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value.ShouldBeTrue();
        sheet.Descendants<Excel.OddFooter>().Single().Text.ShouldBe("&C第 &P 頁／共 &N 頁\n雜湊值 3f2b && 核章版");
        sheet.Descendants<Excel.Pane>().Single().VerticalSplit!.Value.ShouldBe(5);
    }

    [Fact]
    public void A_foot_longer_than_Excel_allows_is_cut()
    {
        using var file = Open(new Document("表", []) { Footer = new string('&', 400) });

        var foot = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Excel.OddFooter>().Single().Text;

        foot.Length.ShouldBeLessThanOrEqualTo(255);
    }

    [Fact]
    public void Title_agency_and_language_are_in_the_properties()
    {
        using var file = Open(PlanDocument.Of("ncl-100"));

        file.PackageProperties.Title.ShouldBe("國家圖書館 100 年度提升服務品質執行計畫");
        file.PackageProperties.Creator.ShouldBe("國家圖書館");
        file.PackageProperties.Language.ShouldBe("zh-TW");
    }

    [Fact]
    public void Columns_have_the_width_asked_for()
    {
        using var file = Open(PlanDocument.Of("ncl-100"));

        var widths = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Excel.Column>()
            .Select(column => column.Width!.Value * 7 / 96 * 25.4).ToList();

        widths.Count.ShouldBe(5);
        widths.Sum().ShouldBe(267, tolerance: 1);
        widths[2].ShouldBe(123, tolerance: 0.5);
    }

    [Fact]
    public void A_shown_number_keeps_its_shape()
    {
        using var file = Open(Looks());
        var styles = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet;

        // The empty one is ClosedXML's own General.
        styles.NumberingFormats!.Elements<Excel.NumberingFormat>().Select(format => format.FormatCode!.Value)
            .ShouldBe(["", "#,##0.0\" 件\"", "0\" 分\"", "0%", "@"], ignoreOrder: true);
    }

    [Fact]
    public void Every_look_keeps_its_text_readable()
    {
        foreach (var look in Enum.GetValues<CellLook>())
        {
            var colours = LookColours.Of(look);
            var (ink, fill) = (Luminance(colours.Ink), Luminance(colours.Fill ?? "#FFFFFF"));
            ((Math.Max(ink, fill) + 0.05) / (Math.Min(ink, fill) + 0.05)).ShouldBeGreaterThanOrEqualTo(4.5, look.ToString());
        }
    }

    private static Document Looks()
    {
        var header = new Row([.. Enum.GetValues<CellLook>().Select((look, column) => new Cell(column, look.ToString()) { Look = CellLook.Header })]);
        var body = new Row([.. Enum.GetValues<CellLook>().Select((look, column) => new Cell(column, "▲ 落後") { Look = look })]);
        var numbers = new Row(
        [
            new Cell(0, "1,234.5 件") { Number = 1234.5m }, new Cell(1, "85 分") { Number = 85 }, new Cell(2, "85%") { Number = 0.85m },
            new Cell(3, "合併") { ColumnSpan = 3, RowSpan = 2 }, new Cell(6, "=1+1\n_x0007_"),
        ]);
        var table = new Table([.. header.Cells.Select(_ => new Column(0))], [header, body, numbers, new Row([])])
        {
            Name = "外觀",
            HeaderRows = 1,
        };
        return new Document("外觀", [new Heading(1, "樣式"), table, new Paragraph("完")]) { Agency = "館", Page = PageSetup.A4Portrait };
    }

    private static SpreadsheetDocument Open(Document document) =>
        SpreadsheetDocument.Open(new MemoryStream(SheetFile.Bytes(new XlsxWriter(), document)), false);

    // Relative luminance as in WCAG 2.2.
    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }
}
