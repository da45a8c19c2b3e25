using QualityPlan.Documents;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class XlsxReaderTests
{
    [Theory]
    [InlineData("General", "0.1", "0.1")]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("General", "1E+20", "100000000000000000000")]
    [InlineData("0.00", "1.1", "1.10")] // 執行項目 1.10 stored as a number
    [InlineData("#,##0", "74275", "74,275")]
    [InlineData("#,##0.0##", "1234.5", "1,234.5")]
    [InlineData("0%", "0.755", "76%")]
    [InlineData("0\"人\"", "15", "15人")]
    [InlineData("\"NT$\"#,##0;(\"NT$\"#,##0)", "-1500", "(NT$1,500)")]
    [InlineData("000", "7", "007")]
    [InlineData("yyyy/m/d", "42094", "2015/3/31")]
    [InlineData("yyyy-mm-dd hh:mm", "42094.5", "2015-03-31 12:00")]
    [InlineData("[$-404]e\"年\"m\"月\"d\"日\"", "42094", "104年3月31日")]
    [InlineData("[$-F800]dddd\\, mmmm dd", "42094", "星期二, 3 31")]
    [InlineData("h:mm AM/PM", "0.75", "6:00 PM")]
    [InlineData("[h]:mm", "1.5", "36:00")]
    [InlineData("yyyy/m/d", "59", "1900/2/28")]
    [InlineData("yyyy/m/d", "-5", "-5")]
    [InlineData("[Red]0;\"無\"", "3", "3")]
    [InlineData("\"", "3", "")]
    [InlineData("0.00E+00", "5", "5")] // exponents and fractions are shown plainly
    [InlineData("# ?/?", "0.5", "0.5")]
    public void Numbers_look_as_their_format_says(string format, string value, string expected)
    {
        var styles = $"<numFmts><numFmt numFmtId=\"164\" formatCode=\"{System.Net.WebUtility.HtmlEncode(format)}\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
        var table = Read($"<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>{value}</v></c></row>", styles: styles);
        (table.Rows[0].Cells.FirstOrDefault(cell => cell.Column == 1)?.Text ?? "").ShouldBe(expected);
    }

    [Fact]
    public void Texts_of_every_kind_are_read_line_by_line()
    {
        const string strings = "<si><t>一&#10;二</t></si><si><r><t>粗</t></r><r><t>體</t></r><rPh><t>音</t></rPh></si><si><t>a_x000D_&#10;b</t></si>";
        const string row = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"inlineStr\"><is><t>內</t></is></c>"
            + "<c t=\"str\"><f>A1</f><v>公式</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"d\"><v>2015-03-31T00:00:00</v></c></row>";
        var cells = Read(row, strings: strings).Rows[0].Cells;
        cells.Select(cell => cell.Text).ShouldBe(["一\n二", "粗體", "a\nb", "內", "公式", "TRUE", "#DIV/0!", "2015/03/31"]);
        cells.Select(cell => cell.Notice).Where(notice => notice != CellNotice.None).ShouldBe([CellNotice.Formula, CellNotice.Error]);
    }

    [Fact]
    public void Merged_ranges_stand_once_and_stop_at_the_last_row()
    {
        const string rows = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>併</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>甲</t></is></c></row>"
            + "<row r=\"4\" hidden=\"1\"><c r=\"A4\" t=\"inlineStr\"><is><t>蓋</t></is></c><c r=\"B4\" t=\"inlineStr\"><is><t>乙</t></is></c></row>";
        var table = Read(rows, "<mergeCells><mergeCell ref=\"A2:A1048576\"/><mergeCell ref=\"D2:XFD2\"/><mergeCell ref=\"壞\"/></mergeCells>");
        table.Rows.Count.ShouldBe(4);
        table.Rows[1].Cells.Select(cell => (cell.Text, cell.RowSpan, cell.ColumnSpan)).ShouldBe([("併", 3, 1), ("甲", 1, 1), ("", 1, 197)]);
        table.Rows[3].Cells.ShouldHaveSingleItem().Text.ShouldBe("乙");
        (table.Rows[3].IsHidden, table.Rows[3].SourceNumber).ShouldBe((true, 4));
    }

    [Fact]
    public void Hidden_columns_are_told_and_claims_beyond_the_grid_do_no_harm()
    {
        const string columns = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/><col min=\"-5\" max=\"2147483647\" hidden=\"1\"/></cols>";
        const string row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>";
        var sheet = RawZip.Of(Packages.XlsxParts($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{columns}<sheetData>{row}</sheetData></worksheet>"));
        Packages.Document("a.xlsx", sheet).Tables.ShouldHaveSingleItem().Columns.Select(column => column.IsHidden).ShouldBe([false, true, false]);
    }

    [Fact]
    public void Empty_cells_stay_for_their_colour_no_further_than_there_is_text()
    {
        const string styles = "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC000\"/></patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor theme=\"0\"/></patternFill></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.6\"/></patternFill></fill></fills>"
            + "<cellXfs><xf fillId=\"0\"/><xf fillId=\"2\"/><xf fillId=\"3\"/><xf fillId=\"4\"/><xf fillId=\"99\"/></cellXfs>";
        const string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"F1\"><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>3</v></c><c r=\"B2\" s=\"1\"/><c r=\"C2\" s=\"2\"/><c r=\"D2\" s=\"3\"/><c r=\"E2\" s=\"4\"/><c r=\"G2\" s=\"1\"/><c r=\"XFD2\" s=\"1\"/></row>"
            + "<row r=\"1000000\"><c r=\"A1000000\" s=\"1\"/></row>";
        var table = Read(rows, styles: styles);
        table.Rows.Count.ShouldBe(2);
        table.Rows[1].Cells.Select(cell => (cell.Column, cell.Fill)).ShouldBe([(0, "ffffc000"), (1, "ffffc000"), (3, "theme4/0.6")]);
    }

    [Fact]
    public void A_workbook_without_styles_and_strings_is_read()
    {
        var table = Read("<row r=\"1\"><c r=\"A1\"><v>42</v></c></row>");
        (table.Name, table.Rows[0].Cells[0].Text, table.Rows[0].Cells[0].Number).ShouldBe(("計畫", "42", 42m));
    }

    private static Table Read(string rows, string after = "", string strings = "", string styles = "") =>
        Packages.Document("a.xlsx", Packages.Xlsx(rows, after, strings, styles)).Tables.ShouldHaveSingleItem();
}
