using QualityPlan.Documents.Writing.Pdf;
using QualityPlan.Documents.Writing.Pdf.Text;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Writing.Pdf;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("一二三四五六七八", 4, "一二三四|五六七八")]
    [InlineData("一二三四，五六七八", 4, "一二三|四，五六|七八")]
    [InlineData("一二三四。」五六七", 4, "一二三|四。」五|六七")]
    [InlineData("一二三「四五六七八", 4, "一二三|「四五六|七八")]
    [InlineData("一二三（四）、五六", 4, "一二三|（四）、|五六")]
    [InlineData("一二《三四》五六七", 3, "一二|《三|四》五|六七")]
    [InlineData("館藏查詢library系統", 6, "館藏查詢|library系統")]
    [InlineData("提供 ISBN 申請窗口", 4, "提供 |ISBN 申|請窗口")]
    [InlineData("計 74,275 人次參加", 4, "計 |74,275 |人次參加")]
    [InlineData("至民國115年12月", 4, "至民國|115年|12月")]
    [InlineData("達到九五100%以上", 5, "達到九五|100%以上")]
    [InlineData("第1.10項第2.3項", 4, "第1.10項|第2.3項")]
    [InlineData("一二三——四五六七", 4, "一二三|——四五|六七")]
    [InlineData("一二三四……五六", 5, "一二三四|……五六")]
    [InlineData("甲乙丙\n丁", 9, "甲乙丙|丁")]
    [InlineData("甲乙\n\n丙丁", 9, "甲乙||丙丁")]
    [InlineData("", 9, "")]
    [InlineData("、、、、、、", 3, "、、、|、、、")]
    [InlineData("wwwwwwwwwwwwwwww", 4, "wwww|wwww|wwww|wwww")]
    public void Lines_break_where_a_printer_would_break_them(string text, int width, string expected) =>
        string.Join('|', Lines(text, width)).ShouldBe(expected);

    [Fact]
    public void A_lonely_last_character_takes_company_from_the_line_before() =>
        Lines("縮短讀者等候時間，提升讀者服務品質。", 17).ShouldBe(["縮短讀者等候時間，提升讀者服務", "品質。"]);

    [Fact]
    public void Every_line_of_any_text_obeys_the_rules_and_nothing_is_lost()
    {
        const string text = "總服務臺服務動線單一窗口化（含 ISBN、ISSN），櫃臺以「全功能服務」為宗旨；依現場人潮，機動調整。";
        for (var width = 4; width < 40; width++)
        {
            var lines = Lines(text, width);
            string.Concat(lines).ShouldBe(text);
            lines.ShouldAllBe(line => !"、，。；：！？」』）》".Contains(line.First()) && !"「『（《".Contains(line.Last()), $"width {width}");
        }
    }

    private static string[] Lines(string text, int width)
    {
        var glyphs = new Typesetter(PdfFonts.Default).Set(text, isBold: false);
        return [.. LineBreaker.Break(glyphs, width * 1000).Select(line => text.Substring(line.Start, line.Length))];
    }
}
