using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using QualityPlan.Documents.Reading;
using QualityPlan.Documents.Writing;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>A form to fill in: locked but for its boxes, checked as it is typed, and read again as it was.</summary>
public sealed class FormWriterTests
{
    private static readonly FormBook Book = new("離線填報",
    [
        new FormSheet("填報",
        [
            new FormColumn("識別碼", 0), new FormColumn("作法", 60),
            new FormColumn("狀態", 20) { Box = new ChoiceBox("請由清單選擇。", ["辦理中", "已完成"]) },
            new FormColumn("進度", 20) { Box = new NumberBox("請填0到100。", 0, 100) },
            new FormColumn("情形", 60) { Box = new TextBox("最多4000字。", 4000) },
        ],
        [
            new FormRow(["1", "=1+1", "辦理中", "40", "第一行\n=第二行 龘𠮷"]),
            new FormRow(["2", "作法二", "", "", ""]) { Closed = [3] },
        ])
        {
            Notes = ["說明一"],
        },
        new FormSheet("系統資料", [new FormColumn("代碼", 30), new FormColumn("內容", 60)], [new FormRow(["1-情形", "第一行\n=第二行 龘𠮷"])]) { IsHidden = true },
    ]);

    [Fact]
    public void The_workbook_is_valid_locked_and_without_macros()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(FormWriter.Write(Book, Format.Xlsx)), false);
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file).Select(error => error.Description).ShouldBeEmpty();
        var book = file.WorkbookPart!;
        book.VbaProjectPart.ShouldBeNull();
        book.Workbook.WorkbookProtection!.LockStructure!.Value.ShouldBeTrue();
        var sheets = book.Workbook.Sheets!.Elements<Sheet>().ToList();
        sheets.ConvertAll(sheet => sheet.State?.Value == SheetStateValues.Hidden).ShouldBe([false, true]);
        foreach (var sheet in sheets)
        {
            ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<SheetProtection>().Single().Sheet!.Value.ShouldBeTrue();
        }
    }

    [Fact]
    public void Only_boxes_are_open_and_each_has_its_check()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(FormWriter.Write(Book, Format.Xlsx)), false);
        var book = file.WorkbookPart!;
        var formats = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var sheet = ((WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().First().Id!)).Worksheet;

        var open = sheet.Descendants<Cell>().Where(cell => formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false)
            .Select(cell => cell.CellReference!.Value);
        var checks = sheet.Descendants<DataValidation>().Select(check => $"{check.SequenceOfReferences!.InnerText} {check.Type?.InnerText} {check.Formula1?.Text}");

        open.ShouldBe(["C4", "D4", "E4", "C5", "E5"], ignoreOrder: true);
        checks.ShouldBe(["C4:C5 list \"辦理中,已完成\"", "D4:D4 whole 0", "E4:E5 textLength 4000"]);
        sheet.Descendants<Column>().First().Hidden!.Value.ShouldBeTrue();
    }

    [Fact]
    public void The_open_document_says_the_same()
    {
        using var zip = new ZipArchive(new MemoryStream(FormWriter.Write(Book, Format.Ods)));
        using var part = new StreamReader(zip.GetEntry("content.xml")!.Open());
        var content = part.ReadToEnd();

        content.ShouldContain("table:structure-protected=\"true\"");
        content.Split("table:protected=\"true\"").Length.ShouldBe(3);
        content.ShouldContain("of:cell-content-is-in-list(&quot;辦理中&quot;;&quot;已完成&quot;)");
        content.ShouldContain("of:cell-content-is-whole-number() and cell-content-is-between(0,100)");
        content.ShouldContain("table:display=\"false\"");
        content.ShouldContain("table:visibility=\"collapse\"");
        content.Split("table:content-validation-name=").Length.ShouldBe(6);
    }

    [Theory]
    [InlineData(Format.Xlsx, "xlsx")]
    [InlineData(Format.Ods, "ods")]
    [InlineData(Format.Xlsx, "ods")]
    [InlineData(Format.Ods, "xlsx")]
    public void Libreoffice_keeps_every_text_the_checks_and_the_locks(Format format, string savedAs)
    {
        using var office = new LibreOffice();
        office.Convert(savedAs, "--outdir", "saved", office.Add($"form.{format.ToString().ToLowerInvariant()}", FormWriter.Write(Book, format)));
        var saved = office.Result($"saved/form.{savedAs}");

        var document = DocumentReading.Read($"form.{savedAs}", saved).Document.ShouldNotBeNull();
        var (form, hidden) = (document.Tables.First(), document.Tables.Last());
        form.Rows[3].Cells.Select(cell => cell.Text).ShouldBe(["1", "=1+1", "辦理中", "40", "第一行\n=第二行 龘𠮷"]);
        (hidden.Name, hidden.IsHidden).ShouldBe(("系統資料", true));
        hidden.Rows[1].Cells.Select(cell => cell.Text).ShouldBe(["1-情形", "第一行\n=第二行 龘𠮷"]);
        using var zip = new ZipArchive(new MemoryStream(saved));
        using var part = new StreamReader(zip.GetEntry(savedAs == "ods" ? "content.xml" : "xl/worksheets/sheet1.xml")!.Open());
        var xml = part.ReadToEnd();
        xml.ShouldContain(savedAs == "ods" ? "cell-content-is-in-list" : "<dataValidation");
        xml.ShouldContain(savedAs == "ods" ? "table:protected=\"true\"" : "<sheetProtection");
    }
}
