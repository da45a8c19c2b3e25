using QualityPlan.Domain.Criteria;
using QualityPlan.UnitTests.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Criteria;

public class CriteriaReaderTests
{
    /// <summary>Source lines parted by 「;」, cells by 「|」; expected level, number and title of each line.</summary>
    [Theory]
    [InlineData("編號|評核項目;1|流程;1.1|單一窗口;2|環境", "1 1 流程;2 1.1 單一窗口;1 2 環境", "dotted numbers stand below their prefix")]
    [InlineData("項次|指標|配分;1.9|九|;1.10|十|;1.2|二|", "1 1.2 二;1 1.9 九;1 1.10 十", "sorted by sense")]
    [InlineData("評審項目|編號;流程|一、;窗口|(一);環境|二、;整潔|(一)", "1 一、 流程;2 (一) 窗口;1 二、 環境;2 (一) 整潔", "columns in any order; (一) may come again below 二、")]
    [InlineData("編號|項目|層級;A|甲|1;B|乙|2;C|丙|1", "1 A 甲;2 B 乙;1 C 丙", "a column of levels")]
    [InlineData("編號|項目|上層編號;2|乙|;1|甲|;9|丁|1", "1 1 甲;2 9 丁;1 2 乙", "a column of the number above")]
    [InlineData("構面|編號|指標;一、流程|1|窗口;|2|線上;二、環境|1|整潔", "1 一、 流程;2 1 窗口;2 2 線上;1 二、 環境;2 1 整潔", "groups, merged downwards")]
    [InlineData("1.1 單一窗口;1.2 線上申辦;2.1 整潔", "1 1.1 單一窗口;1 1.2 線上申辦;1 2.1 整潔", "one column: the number is taken off")]
    [InlineData("1|流程|說明|20;2|環境|說明|30", "1 1 流程;1 2 環境", "without headings by place")]
    [InlineData("115年度評核表;編號|項目（指標）|配分(%);１|流程|２０", "1 １ 流程", "full width, brackets behind headings, a title above")]
    [InlineData("編號|項目;1|流程;編號|項目;2|環境", "1 1 流程;1 2 環境", "headings that come again are no criteria")]
    public void A_list_is_read_whatever_its_columns(string source, string expected, string why) => string.Join(';',
        Read(source).Lines.Select(one => $"{one.Line.Level} {one.Line.Text.Number} {one.Line.Text.Title}")).ShouldBe(expected, why);

    [Theory]
    [InlineData("編號|項目;1|流程;1|環境", "重複")]
    [InlineData("編號|項目;1.|流程;１|環境", "重複")]
    [InlineData("編號|項目;1|;2|環境", "缺標題")]
    [InlineData("編號|項目;|流程;2|環境", "沒有編號")]
    [InlineData("編號|項目|上層;1|流程|9;2|環境|", "找不到上層編號「9」")]
    [InlineData("編號|項目|上層;1|甲|2;2|乙|1", "")]
    [InlineData("編號|項目|配分;1|流程|20;|合計|100", "合計列")]
    public void A_doubtful_line_gets_one_remark(string source, string remark)
    {
        var remarks = Read(source).Lines.Select(one => one.Remark).Where(text => text.Length > 0).ToList();
        remarks.Count.ShouldBe(remark.Length == 0 ? 0 : 1, string.Join(' ', remarks));
        remarks.ShouldAllBe(text => text.Contains(remark));
    }

    [Fact]
    public void A_total_is_proposed_to_be_left_out() =>
        Read("編號|項目|配分;1|流程|20;|合計|100").Lines.Select(one => one.IsLeftOut).ShouldBe([false, true]);

    [Fact]
    public void Description_points_and_the_name_above_are_kept_as_written()
    {
        var list = Read("115年度自評表;編號|評核項目|評核內容|配分;1|流程|第一行\n第二行|20分");
        list.Name.ShouldBe("115年度自評表");
        list.Lines.Single().Line.Text.ShouldBe(new CriterionText("1", "流程") { Description = "第一行\n第二行", Points = "20分" });
    }

    [Fact]
    public void More_lines_than_a_list_takes_are_counted_and_not_read()
    {
        var list = Read("編號|項目;" + string.Join(';', Enumerable.Range(1, 501).Select(number => $"{number}|項目{number}")));
        (list.Count, list.Lines.Count).ShouldBe((501, 0));
        CriteriaRule.JudgeCount(list.Count).Sentence.ShouldContain("501 列，超過上限 500 列");
    }

    /// <summary>Deep, tangled or senseless: read somehow, never thrown.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(";;|;||")]
    [InlineData("編號|項目|上層;1|甲|1")]
    [InlineData("編號|項目|上層;1|甲|3;2|乙|1;3|丙|2")]
    [InlineData("編號|項目|層級;1|甲|-5;2|乙|99;3|丙|x")]
    public void Nothing_is_thrown(string source) => Read(source).Lines.Count.ShouldBeLessThanOrEqualTo(3);

    [Fact]
    public void Five_hundred_lines_each_below_the_last_are_read_in_time_and_drawn_up_to_four_levels()
    {
        var number = "1";
        var lines = Enumerable.Range(1, 500).Select(at => (number += ".1") + $"|項目{at}").ToList();
        Read("編號|項目;" + string.Join(';', lines)).Lines.Max(one => one.Line.Level).ShouldBe(4);
    }

    [Fact]
    public void Five_hundred_lines_whose_numbers_and_upper_numbers_fill_their_cells_are_read_in_time()
    {
        var longest = string.Join('.', Enumerable.Repeat("1", 1_990));
        var lines = Enumerable.Range(1, 500).Select(at => $"{longest}.{at}|項目{at}|{longest}.0{at}");

        ProcessorTime.Of(() => Read("編號|項目|上層;" + string.Join(';', lines))).ShouldBeLessThan(ProcessorTime.Longest);
    }

    private static CriteriaReading Read(string source) =>
        CriteriaReader.Read([.. source.Split(';').Select(line => (IReadOnlyList<string>)line.Split('|'))]);
}
