using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

public class PageBreakTests
{
    [Fact]
    public void A_text_torn_by_a_page_is_joined_and_remarked()
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "一、流程|1. 窗口|1.1 提供電子書線上|100年3月、6月、|採訪組"],
            [PlanTable.Usual, "||送存單一窗口服務。¶1.2 動線單一化|9月、12月¶100年12月|¶閱覽組"]);

        plan.Rows.Select(row => row.Line()).ShouldBe([
            "一、流程||1. 窗口|1.1|提供電子書線上送存單一窗口服務。|100年3月、6月、9月、12月|採訪組|",
            "一、流程||1. 窗口|1.2|動線單一化|100年12月|閱覽組|",
        ]);
        plan.Remarks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            remark => remark.Row.ShouldBe(1),
            remark => remark.Field.ShouldBe(PlanField.Approach));
    }

    [Fact]
    public void The_rest_of_a_text_may_have_no_place_in_the_lists_beside_it()
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "一、流程|1. 窗口|1.1 提供電子書|100年6月|採訪組"],
            [PlanTable.Usual, "||送存服務。¶1.2 動線¶1.3 取件|100年3月¶100年12月|閱覽組¶參考組"]);

        plan.Rows.Select(row => $"{row.Approach}|{row.Deadline}|{row.Units[0]}")
            .ShouldBe(["提供電子書送存服務。|100年6月|採訪組", "動線|100年3月|閱覽組", "取件|100年12月|參考組"]);
    }

    [Fact]
    public void Torn_headings_are_joined()
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "二、形象¶(二)服務行為友善|1. 服務親|1.1 走動|6月|閱覽組"],
            [PlanTable.Usual, "性與專業性||1.2 訓練|6月|閱覽組", "|2. 勝任|2.1 課程|6月|人事室"],
            [PlanTable.Usual, "|程度|2.2 考核|6月|人事室"]);

        plan.Rows.Select(row => $"{row.SubArea}|{row.Item}").ShouldBe([
            "(二)服務行為友善性與專業性|1. 服務親", "(二)服務行為友善性與專業性|1. 服務親",
            "(二)服務行為友善性與專業性|2. 勝任程度", "(二)服務行為友善性與專業性|2. 勝任程度",
        ]);
    }

    [Fact]
    public void The_next_page_needs_no_header_row_of_its_own()
    {
        var plan = PlanTable.RecoverPages([PlanTable.Usual, "一、流程|1. 窗口|1.1 甲|6月|閱覽組"], ["||1.2 乙|6月|閱覽組"]);

        plan.Rows.Select(row => $"{row.Item}|{row.No}|{row.Source.Table}").ShouldBe(["1. 窗口|1.1|1", "1. 窗口|1.2|2"]);
    }

    [Fact]
    public void A_table_after_other_text_is_not_taken_for_the_next_page()
    {
        var result = PlanRecovery.Recover(PlanTable.Document(
            PlanTable.Of(PlanTable.Usual, "一、流程|1. 窗口|1.1 甲|6月|閱覽組"),
            new Paragraph("績效指標如下"),
            PlanTable.Of("指標|單位|目標|現況|說明")));

        result.Plan!.Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_complete_row_without_number_is_a_measure_of_its_own()
    {
        var plan = PlanTable.RecoverPages(
            [PlanTable.Usual, "一、流程|窗口|設置窗口|6月|閱覽組"],
            [PlanTable.Usual, "||延長時間|12月|總務組"]);

        plan.Rows.Select(row => row.Approach).ShouldBe(["設置窗口", "延長時間"]);
        plan.Remarks.ShouldBeEmpty();
    }
}
