using QualityPlan.Domain.Texts;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Texts;

public class FoldingTests
{
    [Theory]
    [InlineData("１１５　年\n３ 月", "115年3月")]
    [InlineData("ＩＳＢＮ（一）", "ISBN(一)")]
    [InlineData("a\u200Bb\uFEFFc\u00ADd", "abcd")] // invisible when pasted
    [InlineData("6\u2F49", "6月")] // the radical for moon, from a PDF
    [InlineData("", "")]
    public void Blanks_and_width_do_not_matter(string text, string expected) =>
        Folding.WithoutBlanks(text).ShouldBe(expected);

    [Fact]
    public void Names_with_spaces_keep_one() =>
        Folding.SingleSpaced("  臺灣　 ISBN\n中心 ").ShouldBe("臺灣 ISBN 中心");

    [Theory]
    [InlineData("七", 7)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("廿三", 23)]
    [InlineData("三十一", 31)]
    [InlineData("一百", 100)]
    [InlineData("一百零五", 105)]
    [InlineData("一百一十五", 115)]
    [InlineData("百十五", 115)]
    [InlineData("一一五", 115)]
    [InlineData("一○三", 103)]
    [InlineData("二〇二六", 2026)]
    [InlineData("十十", null)]
    [InlineData("十百", null)]
    [InlineData("二廿", null)]
    [InlineData("甲", null)]
    [InlineData("", null)]
    [InlineData("九九九九九", null)] // too long to be a year
    public void A_chinese_number_is_read(string text, int? expected) =>
        ChineseNumber.Read(text).ShouldBe(expected);
}
