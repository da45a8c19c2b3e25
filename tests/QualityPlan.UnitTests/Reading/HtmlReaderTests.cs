using System.Runtime;
using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class HtmlReaderTests
{
    [Theory]
    [InlineData("<td>100年3月、<br>6月", "100年3月、⏎6月")] // a break inside a paragraph
    [InlineData("<td><p>1.1 甲</p><p>1.2 乙</p>", "1.1 甲¶1.2 乙")]
    [InlineData("<td><p>甲<p>&nbsp;<p>乙", "甲¶乙")]
    [InlineData("<td><p>&nbsp;</p><p>乙</p>", "¶乙")] // an empty paragraph takes a line
    [InlineData("<td>", "")]
    [InlineData("<td>提供電子書\r\n  線上 ISBN\n申請", "提供電子書線上 ISBN 申請")] // wrapped source is no blank between Chinese
    [InlineData("<td>a &lt;b&gt; &#x4E00;&amp;</td>", "a <b> 一&")]
    [InlineData("<td>甲<script>alert('<td>乙')</script><style>td{}</style><!-- 丙 --><![if !mso]>丁<![endif]>", "甲丁")]
    [InlineData("<td title='a>b' class=x>甲", "甲")]
    [InlineData("<td><b>粗<i>斜</b>體</i> 5 < 6", "粗斜體 5 < 6")]
    [InlineData("<td><ol><li>甲<li>乙</ol>", "1. 甲¶2. 乙")]
    [InlineData("<td>甲<o:p></o:p><span style='mso-list:Ignore'>1.1&nbsp;&nbsp; </span>乙", "甲1.1 乙")]
    [InlineData("<td><p>甲</p><p style='display: none;mso-hide:all'>藏<b>藏</b></p><p>乙</p>", "甲¶乙")]
    [InlineData("<td><p>甲<p style='display:none'>藏<p>乙", "甲¶乙")]
    [InlineData("<td>甲<span style='mso-hide:all'>藏</span>乙", "甲乙")]
    public void A_cell_has_the_text_people_see(string html, string wanted)
    {
        var cell = Table($"<table><tr>{html}</table>").Rows[0].Cells[0];

        string.Join('¶', cell.Paragraphs).Replace('\n', '⏎').ShouldBe(wanted);
    }

    [Fact]
    public void Menus_and_the_foot_of_a_web_page_are_no_text_of_the_document()
    {
        var document = Read("<nav><p>首頁</p></nav><h1>某館計畫</h1><p>依據</p><table><tr><td>甲</table><footer><p>瀏覽人次：5</p></footer><p>以上</p>");

        document.Blocks.Select(block => block switch { Heading heading => heading.Text, Paragraph paragraph => paragraph.Text, _ => "表" })
            .ShouldBe(["某館計畫", "依據", "表", "以上"]);
    }

    [Fact]
    public void Spans_leave_covered_places_without_a_cell()
    {
        var table = Table("""
            <table><thead><tr><th colspan=2>甲<th>乙</thead>
            <tr><td rowspan="2">一<td>二<td>三
            <tr><td>四<td>五
            <tr style="display: none"><td rowspan=99>六<td colspan=99999>七</table>
            """);

        table.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => $"{cell.Text}{cell.Column}:{cell.ColumnSpan}x{cell.RowSpan}")))
            .ShouldBe(["甲0:2x1 乙2:1x1", "一0:1x2 二1:1x1 三2:1x1", "四1:1x1 五2:1x1", "六0:1x1 七1:199x1"]);
        table.HeaderRows.ShouldBe(1);
        table.Rows.Select(row => row.IsHidden).ShouldBe([false, false, false, true]);
    }

    [Theory]
    [InlineData("bgcolor='#FFC000'", "ffc000")]
    [InlineData("bgcolor=\"white\"", "")]
    [InlineData("style='border:none;background:#92D050;mso-x:y'", "92d050")]
    [InlineData("style='background-color: rgb(255, 192, 0)'", "rgb(255,192,0)")]
    [InlineData("style='background: url(a.png)'", "")]
    [InlineData("style='background:white' bgcolor=yellow", "")]
    [InlineData("style='mso-background:red'", "")]
    [InlineData("", "")]
    public void A_cell_knows_the_colour_behind_it(string attributes, string expected) =>
        Table($"<table><tr><td>甲<td {attributes}></table>").Rows[0].Cells[1].Fill.ShouldBe(expected);

    [Fact]
    public void Headings_paragraphs_and_tables_come_in_reading_order()
    {
        var document = Read("<title>檔名</title><h1>計畫</h1><p>說明<div>再說</div><table><tr><td>甲<table><tr><td>內<td>一<td>二</table>乙</table>尾");

        document.Title.ShouldBe("檔名");
        document.Blocks.Select(block => block switch
        {
            Heading heading => $"h{heading.Level} {heading.Text}",
            Paragraph paragraph => paragraph.Text,
            Table table => "table " + table.Rows[0].Cells[0].Text.Replace('\n', '/'),
            _ => "",
        }).ShouldBe(["h1 計畫", "說明", "再說", "甲", "table 內", "乙", "table 甲/內/一/二/乙", "尾"]);
    }

    [Fact]
    public void A_formula_and_an_error_of_a_pasted_sheet_are_noticed()
    {
        var cells = Table("<table><tr><td x:fmla='=A1'>3<td>#REF!<td>#1").Rows[0].Cells;

        cells.Select(cell => cell.Notice).ShouldBe([CellNotice.Formula, CellNotice.Error, CellNotice.None]);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("big5", false)]
    public void Encodings_are_found_out(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes("<p>執行項目許功蓋</p>");

        var document = new HtmlReader().Read(new MemoryStream([.. hasMark ? encoding.GetPreamble() : [], .. bytes])).Document!;

        document.Blocks.ShouldBe([new Paragraph("執行項目許功蓋")]);
    }

    [Fact]
    public void Declared_big5_is_believed()
    {
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

        new HtmlReader().Read(new MemoryStream(big5.GetBytes("<meta content='text/html; charset=big5'><p>期限"))).Document!
            .Blocks.ShouldBe([new Paragraph("期限")]);
    }

    public static readonly TheoryData<string, string, string, int> Hostile = new()
    {
        { "nested tags", "", "<div>", 100_000 },
        { "nested unknown tags", "", "<x>", 100_000 },
        { "nested tables", "", "<table><tr><td>", 100_000 },
        { "unclosed formatting", "<p>" + string.Concat(Enumerable.Range(0, 500).Select(n => $"<b x={n}>")), "<p>x", 2_000_000 },
        { "too many rows", "<table>", "<tr><td>x", 20_001 },
        { "too many columns", "<table><tr>", "<td>x", 201 },
        { "empty rows", "<table>", "<tr>", 2_000_000 },
        { "wide and tall cells", "<table>", "<tr><td rowspan=60000 colspan=1000>x", 100_000 },
        { "unclosed quotes", "", "<td a=\"", 1_000_000 },
        { "unclosed comments", "", "<!--", 2_000_000 },
        { "unclosed scripts", "", "<script>", 1_000_000 },
        { "unclosed hiding", "", "<del>x", 1_000_000 },
        { "angle brackets", "", "<", 10_000_000 },
        { "one long word", "", "字", 3_000_000 },
        { "breaks", "<table><tr><td>", "<br>", 2_000_000 },
        { "breaks in cells", "<table><tr><td>", "<br>x", 1_900_000 },
        { "labels", "<p>", "<span style='mso-list:Ignore'>1. </span>", 200_000 },
        { "not an encoding", "", "\uFFFF\uD800<p>", 1 },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_html_costs_neither_time_nor_a_crash(string what, string before, string part, int times)
    {
        // What the file before left behind must not stand in the way where memory is limited.
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect();
        var bytes = Encoding.UTF8.GetBytes(before + Repeat(part, times));
        ReadResult? result = null;

        var time = ProcessorTime.Of(() => result = new HtmlReader().Read(new MemoryStream(bytes)));

        time.ShouldBeLessThan(ProcessorTime.Longest, what);
        (result!.Document is null).ShouldBe(result.Refusal is not null);
    }

    [Theory]
    [InlineData("<div>", 100_000, "檔案結構過於複雜，已停止處理。")]
    [InlineData("<table><tr><td>", 100, "檔案結構過於複雜，已停止處理。")]
    [InlineData("<table><tr><td>x</table>", 20_001, "資料範圍超過上限（第 20001 列）。")]
    [InlineData("xxxxxxxxxxx", 1_000_000, "檔案大小 10.1 MB 超過上限 10 MB，請壓縮圖片或分成多個檔案。")]
    [InlineData("", 1, "檔案是空的（0 位元組），請確認後重新選擇。")]
    public void Beyond_the_limits_people_are_told_why(string part, int times, string sentence) =>
        new HtmlReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(Repeat(part, times)))).Refusal!.Sentence.ShouldBe(sentence);

    [Fact]
    public void Pasted_tab_separated_text_is_a_table()
    {
        var table = new TabTextReader().Read("實施要項\t推動作法\r\n一、服務\t\"1.1 甲\r\n1.2 \"\"乙\"\"\"\r\n\t5\" 螢幕\n").Document!.Tables.Single();

        table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => $"{cell.Column} {string.Join('¶', cell.Paragraphs)}")))
            .ShouldBe(["0 實施要項|1 推動作法", "0 一、服務|1 1.1 甲¶1.2 \"乙\"", "1 5\" 螢幕"]);
    }

    private static Document Read(string html) => new HtmlReader().Read(html).Document!;

    private static Table Table(string html) => Read(html).Tables.Single();

    private static string Repeat(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
