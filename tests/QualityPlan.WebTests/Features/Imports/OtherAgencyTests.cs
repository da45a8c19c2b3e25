using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>How other agencies write what this library writes otherwise.</summary>
public class OtherAgencyTests
{
    private const string NoArea = "項次|具體作法|完成期限|承辦單位";

    [Fact]
    public void A_row_above_the_headings_is_the_area_and_a_title_agency_or_unit_is_not()
    {
        var plan = PlanTable.RecoverPages(
            ["某館115年度服務品質精進方案|||", "承辦單位：各組室|||", "基礎服務|||", NoArea, "1|整架|6月|閱覽組"],
            ["某館115年度服務品質精進方案|||", "創新服務|||", NoArea, "1|借閱|6月|閱覽組"]);

        plan.Title.ShouldBe("某館115年度服務品質精進方案");
        plan.Rows.Select(row => row.Line()).ShouldBe(["基礎服務|||1|整架|6月|閱覽組|", "創新服務|||1|借閱|6月|閱覽組|"]);
        PlanTable.Recover("某館|||", "115年度|||", "二、執行計畫表|||", NoArea, "1|整架|6月|閱覽組").Rows.Single().Area.ShouldBe("");
    }

    [Theory]
    [InlineData("職稱|姓名|任務|單位|備註", "召集人|王甲|綜理|秘書室|")]
    [InlineData("項目|內容|經費|承辦單位|備註", "設備費|書櫃|100|總務組|")]
    [InlineData("獎勵對象|獎勵內容|獎勵額度|辦理單位|備註", "承辦人|嘉獎|1次|人事室|")]
    [InlineData("實施要項|衡量指標|衡量標準|目標值|承辦單位", "一、服務|滿意度|問卷|90%|閱覽組")]
    public void Other_tables_of_a_plan_give_no_rows_wherever_they_stand(string header, string row)
    {
        string[] own = [PlanTable.Usual, "一、服務|1. 環境|1.1 整架|6月|閱覽組"];

        foreach (var plan in new[] { PlanTable.RecoverPages(own, [header, row]), PlanTable.Recover([.. own, header, row]), PlanTable.Recover([header, row, .. own]) })
        {
            plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、服務||1. 環境|1.1|整架|6月|閱覽組|");
            plan.Headings.ShouldBe(PlanTable.Usual.Split('|'));
        }
    }

    [Fact]
    public void A_table_below_a_caption_that_has_none_but_headings_is_another_one()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、服務|1. 環境|1.1 整架|6月|閱覽組", "其他工作||||", "項次|分工事項|單位|聯絡電話|備註", "1|綜理|秘書室|123|");

        plan.Rows.ShouldHaveSingleItem().Approach.ShouldBe("整架");
    }

    [Fact]
    public void A_plan_in_the_words_of_a_table_of_costs_is_still_read() =>
        PlanTable.Recover("工作項目|工作內容|經費|承辦單位", "環境|1.整架|100|閱覽組").Rows.Single().Line().ShouldBe("||環境|1|整架||閱覽組|");

    [Theory]
    [InlineData("1.做甲。¶2、115年度調查。¶3.3D列印。", "1:做甲。|2:115年度調查。|3:3D列印。")]
    [InlineData("1.24小時自習。¶2.做乙。", "1:24小時自習。|2:做乙。")]
    [InlineData("1.2場講座。¶2.3次展覽。¶3.做丙。", "1:2場講座。|2:3次展覽。|3:做丙。")]
    [InlineData("1.1 做甲。¶1.2場地改善。", "1.1:做甲。|1.2:場地改善。")]
    [InlineData("1.做甲，面積¶2.5公頃。¶2.做乙。", "1:做甲，面積2.5公頃。|2:做乙。")]
    [InlineData("A-1 做甲。¶A-2做乙。", "A-1:做甲。|A-2:做乙。")]
    [InlineData("策略1-1：做甲。¶策略1-2：做乙。", "策略1-1:做甲。|策略1-2:做乙。")]
    [InlineData("A4紙減量。", ":A4紙減量。")]
    public void The_list_tells_a_number_from_the_figure_behind_it(string cell, string wanted)
    {
        var rows = PlanTable.Recover(PlanTable.Usual, $"一、服務|環境|{cell}|6月|閱覽組").Rows;

        string.Join('|', rows.Select(row => $"{row.No}:{row.Approach}")).ShouldBe(wanted);
    }

    [Fact]
    public void The_measure_below_tells_it_too_and_a_doubt_is_remarked()
    {
        var told = PlanTable.Recover(PlanTable.Usual, "一、服務|環境|1、2樓整修|6月|總務組", "||2.3場講座|6月|閱覽組", "||3.借閱|6月|閱覽組");
        told.Rows.Select(row => $"{row.No}:{row.Approach}").ShouldBe(["1:2樓整修", "2:3場講座", "3:借閱"]);
        told.Remarks.Select(remark => remark.Row).ShouldBe([1, 2]);

        PlanTable.Recover(PlanTable.Usual, "一、服務|環境|1.2場講座|6月|閱覽組").Remarks.Single().Text
            .ShouldBe("編號與數字連在一起：「1.2場」讀成編號 1.2；如果編號是 1，請改正編號與文字。");
    }

    [Theory]
    [InlineData("一、服務（續）", "環境（續）")]
    [InlineData("一、服務", "環境")]
    public void A_measure_cut_by_the_page_goes_on_under_headings_printed_again(string area, string item)
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "一、服務|環境|1.更新地墊，並|6月|總務組"],
            [PlanTable.Usual, $"{area}|{item}|調整活動地點。||", "||2.防滑條。|5月|總務組"]);

        plan.Rows.Select(row => row.Line()).ShouldBe(["一、服務||環境|1|更新地墊，並調整活動地點。|6月|總務組|", "一、服務||環境|2|防滑條。|5月|總務組|"]);
        plan.Remarks.Single().Text.ShouldContain("已接在這一項後面");
    }

    [Fact]
    public void An_item_without_a_measure_is_remarked()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、服務|1. 環境|1.1 整架|6月|閱覽組", "|2. 設施|||", "|3. 參考|3.1 諮詢|6月|閱覽組");

        plan.Rows.Count.ShouldBe(2);
        plan.Remarks.Single().Text.ShouldBe("第 1 個表格第 3 列的「2. 設施」之下沒有推動作法，未讀入，請確認。");
    }

    [Theory]
    [InlineData("執行期間", PlanField.Deadline)]
    [InlineData("承辦課別", PlanField.Units)]
    [InlineData("主/協辦單位", PlanField.Units)]
    [InlineData("承辦（協辦）單位", PlanField.Units)]
    [InlineData("主辦單位及協辦單位", PlanField.Units)]
    [InlineData("協同課別", PlanField.SupportingUnits)]
    [InlineData("會辦單位", PlanField.SupportingUnits)]
    [InlineData("共同辦理單位", PlanField.SupportingUnits)]
    [InlineData("行動計畫", PlanField.Approach)]
    [InlineData("流水號", PlanField.No)]
    public void More_words_stand_above_the_columns(string heading, PlanField field) => HeadingHints.None.Find(heading).ShouldBe(field);
}
