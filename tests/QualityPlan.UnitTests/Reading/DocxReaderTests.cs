using QualityPlan.Documents;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class DocxReaderTests
{
    private const string Styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"章\"/><w:basedOn w:val=\"1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"toc\"><w:name w:val=\"toc 1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:name w:val=\"圈\"/><w:basedOn w:val=\"loop\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"li\"><w:name w:val=\"列\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Gone\"><w:name w:val=\"藏\"/><w:rPr><w:vanish/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"GoneLine\"><w:name w:val=\"藏段\"/><w:rPr><w:vanish/></w:rPr></w:style>";

    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"taiwaneseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/><w:isLgl/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"●\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

    [Theory]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>章名</w:t></w:r></w:p>", "# 章名")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>繼承</w:t></w:r></w:p>", "# 繼承")]
    [InlineData("<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>階層</w:t></w:r></w:p>", "## 階層")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"loop\"/></w:pPr><w:r><w:t>循環樣式</w:t></w:r></w:p>", "循環樣式")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"toc\"/></w:pPr><w:r><w:t>目次 1</w:t></w:r></w:p>", "")]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>", "甲\n乙\t丙")]
    [InlineData("<w:p><w:r><w:t xml:space=\"preserve\">1 </w:t></w:r><w:r><w:t>月</w:t></w:r></w:p>", "1 月")]
    [InlineData("<w:p><w:r><w:t>ser\u00ADvice</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>", "service-x")]
    [InlineData("<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>舊</w:delText></w:r></w:del></w:p>", "新")]
    [InlineData("<w:p><w:moveFrom><w:r><w:t>原</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移</w:t></w:r></w:moveTo></w:p>", "移")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>後</w:t></w:r></w:p>", "前後")]
    [InlineData("<w:p><w:r><w:rPr><w:rStyle w:val=\"Gone\"/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Gone\"/><w:vanish w:val=\"0\"/></w:rPr><w:t>現</w:t></w:r></w:p>", "現")]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"GoneLine\"/></w:pPr><w:r><w:t>藏</w:t></w:r></w:p><w:p><w:r><w:t>現</w:t></w:r></w:p>", "現")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>現</w:t></w:r></w:p>", "現")]
    [InlineData("<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>控制項</w:t></w:r></w:p></w:sdtContent></w:sdt>", "控制項")]
    [InlineData("<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>請輸入</w:t></w:r></w:sdtContent></w:sdt></w:p>", "")]
    [InlineData("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>方塊</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict><w:t>本文</w:t></w:r></w:p>", "本文\n方塊")]
    [InlineData("<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>一次</w:t></mc:Choice><mc:Fallback><w:t>兩次</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", "一次")]
    [InlineData("<w:p><w:hyperlink><w:r><w:t>連結</w:t></w:r></w:hyperlink><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>", "連結")]
    [InlineData("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>未選</w:t></w:r></w:p>", "□未選")]
    [InlineData("<w:p><w:r><w:ruby><w:rt><w:r><w:t>ㄍ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>館</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", "館")]
    public void Paragraphs_are_read_as_printed(string body, string expected) =>
        Packages.Sketch(Packages.Document("計畫.docx", Packages.Docx(body, Styles))).ShouldBe(expected);

    [Theory]
    [InlineData("1:0 1:0 1:0", "一、甲|二、甲|三、甲")]
    [InlineData("1:0 1:1 1:1 1:0 1:1", "一、甲|1.1 甲|1.2 甲|二、甲|2.1 甲")]
    [InlineData("1:0 3:0 3:0", "一、甲|一、甲|二、甲")]
    [InlineData("2:0 9:0 1:8", "甲|甲|甲")]
    [InlineData("1:1", "1.1 甲")]
    public void Automatic_numbers_stand_in_front_of_the_text(string levels, string expected)
    {
        var body = string.Concat(levels.Split(' ').Select(level => level.Split(':')).Select(level =>
            $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level[1]}\"/><w:numId w:val=\"{level[0]}\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"));
        Packages.Sketch(Packages.Document("a.docx", Packages.Docx(body, Styles, Numbering))).Replace('\n', '|').ShouldBe(expected);
    }

    [Fact]
    public void An_endless_number_pattern_is_not_printed()
    {
        var numbering = Numbering.Replace("%1、", new string('第', 50_000));
        const string body = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
        Packages.Sketch(Packages.Document("a.docx", Packages.Docx(body, Styles, numbering))).ShouldBe("甲");
    }

    [Fact]
    public void A_style_numbers_its_paragraphs_and_numId_0_takes_the_number_away()
    {
        const string body = "<w:p><w:pPr><w:pStyle w:val=\"li\"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:pStyle w:val=\"li\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>";
        var paragraphs = Packages.Document("a.docx", Packages.Docx(body, Styles, Numbering)).Blocks.Cast<Paragraph>().ToList();
        paragraphs.ShouldBe([new Paragraph("一、甲") { HadListNumber = true }, new Paragraph("乙")]);
    }

    [Theory]
    [InlineData("{甲}{乙}/{丙}{丁}", "甲|乙\n丙|丁")]
    [InlineData("{+2 甲}/{乙}{丙}", "甲→2\n乙|丙")]
    [InlineData("{^甲}{乙}/{v}{丙}/{v}{丁}", "甲↓3|乙\n丙\n丁")]
    [InlineData("{^甲}{乙}/{^丙}{丁}/{v}{戊}", "甲|乙\n丙↓2|丁\n戊")]
    [InlineData("{v孤}{乙}", "孤|乙")]
    public void Merged_cells_stand_once_with_their_spans(string rows, string expected)
    {
        var table = string.Concat(rows.Split('/').Select(row => "<w:tr>" + string.Concat(
            row.Split('{', '}').Where(cell => cell.Length > 0).Select(Cell)) + "</w:tr>"));
        Packages.Sketch(Packages.Document("a.docx", Packages.Docx($"<w:tbl>{table}</w:tbl>"))).ShouldBe(expected);
    }

    [Fact]
    public void A_table_inside_a_cell_is_part_of_its_text_and_follows_as_a_table_of_its_own()
    {
        var body = $"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p></w:tc><w:tc>{Inner}</w:tc></w:tr></w:tbl>";
        var document = Packages.Document("a.docx", Packages.Docx(body));
        Packages.Sketch(document).ShouldBe("外|內/\n內");
        document.Tables.Select(table => table.IsInside).ShouldBe([false, true]);
    }

    [Fact]
    public void A_table_of_one_column_around_another_is_only_a_frame() =>
        Packages.Sketch(Packages.Document("a.docx", Packages.Docx($"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{Inner}</w:tc></w:tr></w:tbl>")))
            .ShouldBe("外\n內");

    private const string Inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>內</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";

    [Theory]
    [InlineData("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFC000\"/>", "ffc000")]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"auto\"/>", "")]
    [InlineData("<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", "")]
    [InlineData("<w:shd w:val=\"pct25\" w:fill=\"auto\"/>", "pct25")]
    [InlineData("<w:shd w:val=\"solid\" w:fill=\"FF0000\"/>", "solidff0000")]
    public void A_cell_knows_the_colour_behind_it(string shading, string expected) =>
        Packages.Document("a.docx", Packages.Docx($"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr>{shading}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"))
            .Tables.ShouldHaveSingleItem().Rows[0].Cells[1].Fill.ShouldBe(expected);

    [Fact]
    public void Rows_deleted_with_changes_tracked_are_gone_and_header_rows_counted()
    {
        const string body = "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>頭</w:t></w:r></w:p></w:tc></w:tr>"
            + "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>刪</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        var table = Packages.Document("a.docx", Packages.Docx(body)).Tables.ShouldHaveSingleItem();
        table.HeaderRows.ShouldBe(1);
        table.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void The_title_people_see_is_the_title()
    {
        const string body = "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>壹、依據</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr><w:r><w:t>計畫名稱</w:t></w:r></w:p>";
        Packages.Document("a.docx", Packages.Docx(body, Styles)).Title.ShouldBe("計畫名稱");
    }

    private static string Cell(string sign)
    {
        var settings = sign[0] switch
        {
            '+' => $"<w:gridSpan w:val=\"{sign[1]}\"/>",
            '^' => "<w:vMerge w:val=\"restart\"/>",
            'v' => "<w:vMerge/>",
            _ => "",
        };
        var text = sign.TrimStart('+', '^', 'v', '2', ' ');
        return $"<w:tc><w:tcPr>{settings}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
    }
}
