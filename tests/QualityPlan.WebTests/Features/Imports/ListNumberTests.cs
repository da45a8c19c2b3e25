using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>A number and a figure behind it, told apart by the list they stand in; headings in 壹、 above the tables.</summary>
public class ListNumberTests
{
    [Theory]
    [InlineData("1.3號門整修|2.8月底前完成照明", "1:3號門整修|2:8月底前完成照明")]
    [InlineData("1.3號門整修|2.5號門整修", "1:3號門整修|2:5號門整修")]
    [InlineData("1.3號門整修|2.5號門整修|3.清潔", "1:3號門整修|2:5號門整修|3:清潔")]
    [InlineData("1.清潔|2.5號門整修", "1:清潔|2:5號門整修")]
    [InlineData("1.1整修|1.2號門整修", "1.1:整修|1.2:號門整修")]
    [InlineData("1.1整修|2.1號門整修", "1.1:整修|2.1:號門整修")]
    public void A_list_tells_its_numbers_from_figures(string measures, string wanted)
    {
        var rows = measures.Split('|').Select((text, index) => $"{(index == 0 ? "二、設施" : "")}|{text}|6月|維護組");
        var plan = PlanTable.Recover(["實施要項|推動作法|完成期限|承辦單位", "一、服務|1.諮詢|6月|航務組", "|2.調查|7月|航務組", .. rows]);

        string.Join('|', plan.Rows.Skip(2).Select(row => $"{row.No}:{row.Approach}")).ShouldBe(wanted);
    }

    [Fact]
    public void Decimals_below_their_item_stay()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、服務|1.門廳|1.1整修|6月|維護組", "||1.2號門整修|6月|維護組", "|2.照明|2.1更新|6月|維護組", "||2.10號門更新|6月|維護組");

        plan.Rows.Select(row => row.No).ShouldBe(["1.1", "1.2", "2.1", "2.10"]);
    }

    [Fact]
    public void Formal_headings_above_several_tables_are_areas_and_above_one_a_chapter()
    {
        Block[] first = [new Paragraph("壹、依據"), new Paragraph("依本府計畫辦理。"), new Paragraph("貳、館內服務"), Table("1.整架")];
        var one = PlanRecovery.Recover(PlanTable.Document(first)).Plan!;
        var two = PlanRecovery.Recover(PlanTable.Document([.. first, new Paragraph("參、館外服務"), Table("1.送書")])).Plan!;

        one.Rows.Single().Area.ShouldBe("");
        one.Chapters.Select(chapter => chapter.Title).ShouldBe(["依據", "館內服務"]);
        two.Rows.Select(row => row.Area).ShouldBe(["貳、館內服務", "參、館外服務"]);
        two.Chapters.Select(chapter => chapter.Title).ShouldBe(["依據"]);
    }

    private static Table Table(string measure) => PlanTable.Of("推動作法|完成期限|承辦單位", $"{measure}|6月|閱覽組");
}
