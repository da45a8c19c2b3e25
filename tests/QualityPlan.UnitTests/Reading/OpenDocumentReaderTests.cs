using QualityPlan.Documents;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class OpenDocumentReaderTests
{
    private const string ListStyle =
        "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\"/>"
        + "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/>"
        + "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-prefix=\"(\" style:num-suffix=\")\"/></text:list-style>"
        + "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"●\"/></text:list-style>";

    [Theory]
    [InlineData("<text:h text:outline-level=\"2\">章</text:h>", "## 章")]
    [InlineData("<text:p text:style-name=\"P1\">章</text:p>", "# 章")]
    [InlineData("<text:p>甲<text:line-break/>乙<text:tab/>丙<text:s text:c=\"3\"/>丁</text:p>", "甲\n乙\t丙   丁")]
    [InlineData("<text:p>  甲 \n  <text:span> 乙</text:span></text:p>", "甲 乙")]
    [InlineData("<text:p>ser\u00ADvice</text:p>", "service")]
    [InlineData("<text:tracked-changes><text:changed-region><text:deletion><text:p>舊</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>新<text:change text:change-id=\"1\"/></text:p>", "新")]
    [InlineData("<text:p>本文<draw:frame><draw:text-box><text:p>方塊</text:p></draw:text-box></draw:frame></text:p>", "本文\n方塊")]
    [InlineData("<text:p>文<text:note><text:note-body><text:p>註</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation></text:p>", "文")]
    [InlineData("<text:table-of-content><text:index-body><text:p>目次</text:p></text:index-body></text:table-of-content><text:section><text:p>節</text:p></text:section>", "節")]
    [InlineData("<text:p><text:ruby><text:ruby-base>館</text:ruby-base><text:ruby-text>ㄍ</text:ruby-text></text:ruby></text:p>", "館")]
    [InlineData("<text:list text:style-name=\"L\"><text:list-item><text:p>甲</text:p><text:p>續</text:p></text:list-item><text:list-item><text:p>乙</text:p></text:list-item></text:list>", "一、甲\n續\n二、乙")]
    [InlineData("<text:list text:style-name=\"L\"><text:list-item><text:p>甲</text:p><text:list><text:list-item><text:p>子</text:p></text:list-item></text:list></text:list-item></text:list>", "一、甲\n(1) 子")]
    [InlineData("<text:list text:style-name=\"L\"><text:list-item><text:p>甲</text:p></text:list-item></text:list><text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item><text:p>乙</text:p></text:list-item></text:list>", "一、甲\n二、乙")]
    [InlineData("<text:list text:style-name=\"L\"><text:list-item text:start-value=\"7\"><text:p>甲</text:p></text:list-item></text:list><text:list text:style-name=\"L\"><text:list-item><text:p>乙</text:p></text:list-item></text:list>", "七、甲\n一、乙")]
    [InlineData("<text:list text:style-name=\"B\"><text:list-item><text:p>甲</text:p></text:list-item></text:list>", "甲")]
    [InlineData("<table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>甲</text:p></table:table-cell><table:table-cell table:number-columns-spanned=\"2\"><text:p>乙</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>丙</text:p><text:p>丁</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>", "甲↓2|乙→2\n丙/丁|")]
    public void Texts_are_read_as_printed(string text, string expected) =>
        Packages.Sketch(Packages.Document("a.odt", Packages.Odt(text, ListStyle))).ShouldBe(expected);

    [Theory]
    [InlineData("<table:table-row><table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell></table:table-row>", "甲/乙")]
    [InlineData("<table:table-row><table:table-cell table:number-columns-repeated=\"3\"><text:p>甲</text:p></table:table-cell></table:table-row>", "甲|甲|甲")]
    [InlineData("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>", "甲\n甲")]
    [InlineData("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>", "\n\n甲")]
    [InlineData("<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row><table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>", "甲")]
    [InlineData("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1.1\"><text:p>1.10</text:p></table:table-cell></table:table-row>", "1.10")]
    public void Sheets_keep_what_has_content(string rows, string expected) =>
        Packages.Sketch(Packages.Document("a.ods", Packages.Ods($"<table:table table:name=\"S\">{rows}</table:table>"))).ShouldBe(expected);

    [Fact]
    public void Empty_cells_stay_for_the_colour_of_their_style_row_or_column()
    {
        const string styles = "<style:style style:name=\"g\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"#92D050\"/></style:style>"
            + "<style:style style:name=\"h\" style:family=\"table-cell\" style:parent-style-name=\"g\"/>"
            + "<style:style style:name=\"w\" style:family=\"table-cell\" style:parent-style-name=\"g\"><style:table-cell-properties fo:background-color=\"transparent\"/></style:style>";
        const string rows = "<table:table-column table:number-columns-repeated=\"3\"/><table:table-column table:default-cell-style-name=\"h\"/><table:table-column/>"
            + "<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell><text:p>乙</text:p></table:table-cell><table:table-cell table:style-name=\"g\" table:number-columns-repeated=\"16000\"/></table:table-row>"
            + "<table:table-row table:default-cell-style-name=\"g\"><table:table-cell table:style-name=\"w\"><text:p>丙</text:p></table:table-cell><table:table-cell/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:style-name=\"g\"/></table:table-row>";
        var table = Packages.Document("a.ods", Packages.Ods($"<table:table table:name=\"S\">{rows}</table:table>", styles)).Tables.ShouldHaveSingleItem();
        table.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => $"{cell.Column}{cell.Fill}"))).ShouldBe(["0 392d050 4", "0 192d050"]);
    }

    [Theory]
    [InlineData("<text:p>甲<text:span text:style-name=\"T\">藏</text:span>乙</text:p>", "甲乙")]
    [InlineData("<text:p>甲<text:span text:style-name=\"U\">藏</text:span>乙</text:p>", "甲乙")]
    [InlineData("<text:p>甲<text:span text:style-name=\"V\">現</text:span>乙</text:p>", "甲現乙")]
    [InlineData("<text:p>甲<text:span text:style-name=\"H\">現</text:span>乙</text:p>", "甲現乙")]
    [InlineData("<text:p text:style-name=\"H\">藏</text:p><text:p>甲</text:p>", "甲")]
    [InlineData("<text:p>藏<text:hidden-paragraph text:condition=\"ooow:1\" text:is-hidden=\"true\"/></text:p><text:p>甲<text:hidden-paragraph text:condition=\"ooow:0\" text:is-hidden=\"false\"/></text:p>", "甲")]
    [InlineData("<text:section text:display=\"none\"><text:p>藏</text:p></text:section><text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>藏</text:p></text:section><text:section text:display=\"condition\"><text:p>甲</text:p></text:section>", "甲")]
    public void What_is_not_shown_is_not_read(string text, string expected)
    {
        const string styles = "<style:style style:name=\"T\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
            + "<style:style style:name=\"U\" style:family=\"text\" style:parent-style-name=\"T\"/>"
            + "<style:style style:name=\"V\" style:family=\"text\" style:parent-style-name=\"T\"><style:text-properties text:display=\"true\"/></style:style>"
            + "<style:style style:name=\"H\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>";
        Packages.Sketch(Packages.Document("a.odt", Packages.Odt(text, styles))).ShouldBe(expected);
    }

    [Fact]
    public void Hidden_columns_are_told()
    {
        const string columns = "<table:table-column/><table:table-columns><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/></table:table-columns>"
            + "<table:table-column table:visibility=\"filter\" table:number-columns-repeated=\"2147483647\"/>";
        const string row = "<table:table-row><table:table-cell table:number-columns-repeated=\"4\"><text:p>甲</text:p></table:table-cell></table:table-row>";
        Packages.Document("a.ods", Packages.Ods($"<table:table table:name=\"S\">{columns}{row}</table:table>"))
            .Tables.ShouldHaveSingleItem().Columns.Select(column => column.IsHidden).ShouldBe([false, true, true, true]);
    }

    [Fact]
    public void Formulas_errors_hidden_rows_and_hidden_sheets_are_noticed()
    {
        const string rows = "<table:table-row><table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p></table:table-cell>"
            + "<table:table-cell table:formula=\"of:=#REF!\" calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>藏</text:p></table:table-cell></table:table-row>";
        var document = Packages.Document("a.ods", Packages.Ods(
            $"<table:table table:name=\"祕\" table:style-name=\"ta\">{rows}</table:table>",
            "<style:style style:name=\"ta\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"));
        var table = document.Tables.ShouldHaveSingleItem();
        (table.Name, table.IsHidden).ShouldBe(("祕", true));
        table.Rows[0].Cells.Select(cell => (cell.Text, cell.Number, cell.Notice))
            .ShouldBe([("2", 2m, CellNotice.Formula), ("#REF!", null, CellNotice.Error)]);
        table.Rows[1].IsHidden.ShouldBeTrue();
        table.Rows[1].Cells[0].Notice.ShouldBe(CellNotice.HiddenRow);
    }
}
