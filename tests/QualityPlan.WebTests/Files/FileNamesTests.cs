using System.Text;
using QualityPlan.Web.Files;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Files;

public class FileNamesTests
{
    [Theory]
    [InlineData("問卷統計.pdf", "問卷統計.pdf")]
    [InlineData(@"C:\Users\王\桌面\照片.jpg", "照片.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "檔案")]
    [InlineData("", "檔案")]
    [InlineData("  .pdf", "pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1", "_com1")]
    [InlineData("報告\u202Efdp.exe", "報告fdp.exe")]
    [InlineData("a\u0000b\r\nc.txt", "abc.txt")]
    [InlineData("甲<乙>:\"|?*.csv", "甲_乙______.csv")]
    [InlineData("笑😀臉.png", "笑😀臉.png")]
    [InlineData("造字\uE000.odt", "造字\uE000.odt")]
    [InlineData("壞\uD800字.txt", "壞字.txt")]
    [InlineData("尾點.pdf. . ", "尾點.pdf")]
    public void A_name_is_cleaned_for_showing(string given, string shown) => FileNames.Clean(given).ShouldBe(shown);

    [Theory]
    [InlineData("圖書館/服務品質計畫　計畫表", "pdf", "圖書館-服務品質計畫　計畫表.pdf")]
    [InlineData(@"甲\乙", "ods", "甲-乙.ods")]
    [InlineData("/etc/passwd", "zip", "-etc-passwd.zip")]
    [InlineData("報告\u202Efdp", "xlsx", "報告fdp.xlsx")]
    public void A_title_becomes_a_name_as_a_whole(string title, string extension, string name) =>
        FileNames.Of(title, extension).ShouldBe(name);

    [Fact]
    public void A_name_of_two_hundred_characters_keeps_its_extension_and_fits_a_disk()
    {
        var name = FileNames.Clean(new string('館', 200) + ".docx");
        name.ShouldEndWith("館.docx");
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(240);
    }
}
