using QualityPlan.Documents;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>How a document is cut into sheets, their names, and heights that hide no word.</summary>
public sealed class SheetLayoutTests
{
    private const double HighestRowOfExcel = 409;

    public static readonly TheoryData<Format> Formats = [Format.Xlsx, Format.Ods];

    [Theory]
    [InlineData("計畫表", "計畫表")]
    [InlineData("一、服務流程/便捷性", "一、服務流程 便捷性")]
    [InlineData("[第1季]:進度*?\\", "第1季 進度")]
    [InlineData("'引號'", "引號")]
    [InlineData("history", "history_")]
    [InlineData("", "工作表1")]
    [InlineData(":/?", "工作表1")]
    [InlineData("兩行\n名稱", "兩行 名稱")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十𠮷", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")]
    public void A_sheet_has_a_name_that_Excel_accepts(string wanted, string expected)
    {
        var document = new Document("標題", [Table("甲") with { Name = wanted }]);

        SheetFile.Write(Format.Xlsx, document).Single().Name.ShouldBe(expected);
        SheetFile.Write(Format.Ods, document).Single().Name.ShouldBe(expected);
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_two_sheets_have_the_same_name(Format format)
    {
        var name = new string('長', 31);
        var document = new Document("標題",
            [.. new[] { "Summary", "SUMMARY", "Summary (2)", name, name }.Select(each => Table("甲") with { Name = each })]);

        SheetFile.Write(format, document).Select(sheet => sheet.Name).ShouldBe(
            ["Summary", "SUMMARY (2)", "Summary (2) (2)", name, name[..27] + " (2)"]);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Words_go_above_the_table_that_follows_and_the_last_ones_below(Format format)
    {
        var document = new Document("季彙整表",
        [
            new Heading(1, "一、摘要"), new Paragraph("本季說明"), Table("摘要列") with { Name = "摘要" },
            new Heading(1, "二、明細"), Table("明細列"), new Paragraph("附註"),
        ])
        {
            Agency = "國家圖書館",
            PrintedOn = "115年4月10日",
        };

        var sheets = SheetFile.Write(format, document);

        sheets.Select(sheet => sheet.Name).ShouldBe(["摘要", "二、明細"]);
        Lines(sheets[0]).ShouldBe(["國家圖書館", "季彙整表", "列印日期：115年4月10日", "一、摘要", "本季說明", "摘要列"]);
        Lines(sheets[1]).ShouldBe(["國家圖書館", "季彙整表", "列印日期：115年4月10日", "二、明細", "明細列", "附註"]);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Long_chapters_get_their_own_sheet_and_the_last_heading_stays_with_the_table(Format format)
    {
        var document = new Document("計畫",
        [
            new Heading(1, "壹、依據"), .. Enumerable.Range(1, 20).Select(number => new Paragraph($"第{number}段")),
            new Heading(1, "伍、執行方法"), Table("列") with { Name = "計畫表" },
        ]);

        var sheets = SheetFile.Write(format, document);

        sheets.Select(sheet => sheet.Name).ShouldBe(["壹、依據", "計畫表"]);
        Lines(sheets[0]).Count().ShouldBe(22);
        Lines(sheets[1]).ShouldBe(["計畫", "伍、執行方法", "列"]);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_page_break_after_prose_begins_a_sheet(Format format)
    {
        var document = new Document("計畫", [new Paragraph("前言"), new PageBreak(), Table("列"), new PageBreak(), new Paragraph("後記")]);

        SheetFile.Write(format, document).Select(Lines).ShouldBe([["計畫", "前言"], ["計畫", "列"], ["計畫", "後記"]]);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_document_without_a_table_is_one_sheet(Format format)
    {
        Lines(SheetFile.Write(format, new Document("簽", [new Heading(1, "主旨"), new Paragraph("說明")])).Single())
            .ShouldBe(["簽", "主旨", "說明"]);
        Lines(SheetFile.Write(format, new Document("空", [])).Single()).ShouldBe(["空"]);
    }

    [Theory]
    [InlineData(Format.Xlsx, 20, 40)]
    [InlineData(Format.Xlsx, 400, 40)]
    [InlineData(Format.Xlsx, 3000, 40)]
    [InlineData(Format.Xlsx, 3000, 12)]
    [InlineData(Format.Ods, 400, 40)]
    [InlineData(Format.Ods, 3000, 12)]
    public void A_row_is_high_enough_for_its_longest_text(Format format, int characters, double width)
    {
        var text = string.Concat(Enumerable.Repeat("提升服務品質，", characters / 7 + 1))[..characters];
        var table = new Table([new(width), new(40)], [new([new Cell(0, text), new Cell(1, "旁")])]);

        var sheet = SheetFile.Write(format, new Document("高度", [table]))[0];

        var (row, column) = sheet.Find(text);
        sheet.HeightAt(row, column).ShouldBeGreaterThanOrEqualTo(Needed(characters, width));
        sheet.Heights.Max().ShouldBeLessThanOrEqualTo(HighestRowOfExcel);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_merged_cell_longer_than_its_rows_stretches_all_of_them(Format format)
    {
        var text = new string('長', 300);
        var table = new Table([new(30), new(40)],
        [
            new([new Cell(0, text) { RowSpan = 3 }, new Cell(1, "一")]), new([new Cell(1, "二")]), new([new Cell(1, "三")]),
            new([new Cell(0, "短"), new Cell(1, "四")]),
        ]);

        var sheet = SheetFile.Write(format, new Document("合併", [table]))[0];

        var (row, column) = sheet.Find(text);
        sheet.HeightAt(row, column).ShouldBeGreaterThanOrEqualTo(Needed(300, 30));
        sheet.Heights.Skip(row).Take(3).Distinct().Count().ShouldBe(1, "the height is shared evenly");
        sheet.Heights[row + 3].ShouldBeLessThan(30);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_short_merged_text_fits_beside_its_first_row_so_that_no_page_break_cuts_it(Format format)
    {
        var text = "1. 單一窗口服務全功能程度的提升";
        var table = new Table([new(20), new(40)],
            [new([new Cell(0, text) { RowSpan = 2 }, new Cell(1, "一")]), new([new Cell(1, "二")])]);

        var sheet = SheetFile.Write(format, new Document("合併", [table]))[0];

        sheet.Heights[sheet.Find("一").Row].ShouldBeGreaterThanOrEqualTo(Needed(text.Length - 3, 20));
        sheet.Heights[sheet.Find("二").Row].ShouldBeLessThan(30);
    }

    // Counted apart from the writer: full-width characters of 10 points, lines of 13.3 as in Microsoft JhengHei.
    private static double Needed(int characters, double width) =>
        Math.Ceiling(characters / Math.Floor((width / 25.4 * 72 - 4) / 10)) * 13.3;

    private static string[] Lines(SheetFile sheet) =>
        [.. sheet.Cells.OrderBy(cell => cell.Key).Select(cell => cell.Value.Text).Where(text => text.Length > 0)];

    private static Table Table(string text) => new([new(80), new(80)], [new([new Cell(0, text)])]);
}
