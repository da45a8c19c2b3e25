using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using QualityPlan.Documents.Writing.Raw;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>Texts that look like formulas, after LibreOffice has opened the file and saved it in another format: still texts.</summary>
public sealed class InjectionTests
{
    private static readonly string[] Dangers =
        ["=1+1", "+1+1", "-1+1", "@SUM(A1:A2)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.org\",\"按\")", "＝1+1"];

    [Theory]
    [InlineData(Format.Xlsx, "ods")]
    [InlineData(Format.Ods, "xlsx")]
    public void Every_text_of_a_book_comes_back_as_text(Format format, string saved)
    {
        IDocumentWriter writer = format == Format.Xlsx ? new XlsxWriter() : new OdsWriter();
        using var office = new LibreOffice();

        office.Convert(saved, office.Add($"book.{format.ToString().ToLowerInvariant()}", SheetFile.Bytes(writer, Book())));

        var sheet = (saved == "ods" ? OdsFile.Read(office.Result("book.ods")) : XlsxFile.Read(office.Result("book.xlsx"))).Single();
        sheet.Cells.Values.ShouldNotContain(cell => cell.IsFormula || cell.Number != null);
        // LibreOffice drops a tab at the front of an ods cell on reading; what is left is a text all the same.
        Dangers.ShouldAllBe(danger => sheet.Cells.Values.Any(cell => cell.Text.Trim() == danger.Trim()));
        new[] { "=標題", "+機關", "@單位、=檔名.pdf" }.ShouldAllBe(text => sheet.Cells.Values.Any(cell => cell.Text == text));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Every_text_of_a_raw_dump_comes_back_as_text(string extension)
    {
        using var stream = new MemoryStream();
        using (var writer = RawFormat.Of(extension)!.Open(stream, [new("text", "=文字"), new("number", "數字")]))
        {
            Array.ForEach(Dangers, danger => writer.Write([danger, 7]));
        }

        using var office = new LibreOffice();
        office.Convert("ods", office.Add($"raw.{extension}", stream.ToArray()));

        var sheet = OdsFile.Read(office.Result("raw.ods")).Single();
        sheet.Cells.Values.ShouldNotContain(cell => cell.IsFormula);
        // Without a window LibreOffice reads csv in the encoding of the system: only plain letters can be compared.
        foreach (var danger in Dangers.Where(danger => extension != "csv" || danger.All(char.IsAscii)))
        {
            var text = danger.Trim();
            sheet.Cells.Values.ShouldContain(cell => cell.Text.Trim('\'', '\t', '\n', ' ') == text, danger);
        }
    }

    [Fact]
    public void A_csv_has_its_mark_and_an_apostrophe_before_what_looks_like_a_formula()
    {
        using var stream = new MemoryStream();
        using (var writer = RawFormat.Of("csv")!.Open(stream, [new("text", "文字"), new("number", "數字")]))
        {
            writer.Write(["=1+1", -5]);
            writer.Write([" \u3000=1+1", 1]);
            writer.Write(["說\"一\",二\n三", null]);
            writer.Write(["龘𠮷\uE000", 0]);
        }

        stream.ToArray().Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF')
            .ShouldBe("文字,數字\r\n'=1+1,-5\r\n' \u3000=1+1,1\r\n\"說\"\"一\"\",二\n三\",\r\n龘𠮷\uE000,0\r\n");
    }

    [Fact]
    public void What_looks_like_an_escaped_sign_of_a_workbook_stays_as_typed()
    {
        const string typed = "代碼_x0041_與_x000D_";
        using var stream = new MemoryStream();
        using (var writer = RawFormat.Of("xlsx")!.Open(stream, [new("text", "文字")]))
        {
            writer.Write([typed]);
        }

        var book = new Document("書", [new Table([new Column(50)], [new Row([new Cell(0, typed)])])]);
        foreach (var bytes in new[] { stream.ToArray(), SheetFile.Bytes(new XlsxWriter(), book) })
        {
            Documents.Reading.DocumentReading.Read("a.xlsx", bytes).Document!.Tables.Single().Rows.SelectMany(row => row.Cells)
                .ShouldContain(cell => cell.Text == typed);
        }
    }

    [Fact]
    public void A_raw_workbook_follows_the_schema_of_the_format()
    {
        using var stream = new MemoryStream();
        using (var writer = RawFormat.Of("xlsx")!.Open(stream, [.. Enumerable.Range(1, 30).Select(at => new RawColumn($"c{at}", $"欄{at}"))]))
        {
            writer.Write([.. Enumerable.Range(1, 30).Select(at => at % 2 == 0 ? (object?)at : at % 3 == 0 ? null : $"  字\n{at}\u0007")]);
        }

        using var file = global::DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, false);

        new global::DocumentFormat.OpenXml.Validation.OpenXmlValidator(global::DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(file)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        XlsxFile.Place("AD2").ShouldBe((1, 29));
    }

    private static Document Book()
    {
        var rows = Dangers.Append("@單位、=檔名.pdf").Select(danger => new Row([new Cell(0, danger), new Cell(1, "旁邊")]));
        return new Document("=標題", [new Heading(1, "-章"), new Paragraph("@段"), new Table([new(80), new(40)], [.. rows]) { Name = "=表" }])
        {
            Agency = "+機關",
            Footer = "=頁尾",
        };
    }
}
