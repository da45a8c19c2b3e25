using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class CsvReaderTests
{
    [Theory]
    [InlineData("推動作法,期限\r\n甲,6月\r\n", "推動作法|期限/甲|6月")]
    [InlineData("推動作法;期限\n甲,乙;6月\n", "推動作法|期限/甲,乙|6月")]
    [InlineData("推動作法\t期限\n甲,乙\t6月", "推動作法|期限/甲,乙|6月")]
    [InlineData("sep=;\r\n推動作法,期限;單位", "推動作法,期限|單位")]
    [InlineData("\"甲,\"\"乙\"\"\",\"一行\r\n二行\"", "甲,\"乙\"|一行\n二行")]
    [InlineData("\"甲,乙", "\"甲|乙")]
    [InlineData("甲,,乙", "甲||乙")]
    public void Cells_are_parted_by_what_the_file_uses(string text, string wanted) => Written(new CsvReader().Read(text)).ShouldBe(wanted);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("big5", false)]
    public void Usual_encodings_are_known(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("推動作法,承辦單位\r\n設置窗口,閱覽組\r\n")];

        Written(DocumentReading.Read("計畫.csv", bytes)).ShouldBe("推動作法|承辦單位/設置窗口|閱覽組");
    }

    [Fact]
    public void Text_without_tabs_is_paragraphs() =>
        new TabTextReader().Read("壹、依據\r\n\r\n  一、甲\r\n").Document!.Blocks.Cast<Paragraph>().Select(paragraph => paragraph.Text).ShouldBe(["壹、依據", "一、甲"]);

    private static string Written(ReadResult read) => string.Join('/', read.Document!.Tables.Single().Rows.Select(row =>
        string.Join('|', Enumerable.Range(0, row.Cells.Max(cell => cell.Column) + 1).Select(column => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? ""))));
}
