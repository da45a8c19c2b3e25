using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

public class OtherHeadingsTests
{
    [Fact]
    public void Headings_of_another_agency_with_leading_and_supporting_units()
    {
        var plan = PlanTable.Recover(
            "構面|推動策略|具體作法|主辦單位|協辦單位",
            "一、基礎服務|1. 服務一致|1.1 訂定標準|秘書室|人事室、主計室",
            "||1.2 檢視標準|秘書室|");

        plan.Rows.Select(row => row.Line()).ShouldBe([
            "一、基礎服務||1. 服務一致|1.1|訂定標準||秘書室|人事室、主計室",
            "一、基礎服務||1. 服務一致|1.2|檢視標準||秘書室|",
        ]);
        plan.Remarks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            remark => remark.Row.ShouldBe(0),
            remark => remark.Field.ShouldBe(PlanField.Deadline));
    }

    [Fact]
    public void Of_two_columns_of_items_the_left_one_is_the_level_above()
    {
        var plan = PlanTable.Recover("構面|推動策略|執行項目|具體作法|主辦單位", "一、服務|策略一|項目一|1. 甲|秘書室", "||項目二|1. 乙|秘書室");

        plan.Rows.Select(row => row.Line()).ShouldBe(["一、服務|策略一|項目一|1|甲||秘書室|", "一、服務|策略一|項目二|1|乙||秘書室|"]);
    }

    [Fact]
    public void Without_a_column_of_its_own_the_key_work_is_tracked()
    {
        var plan = PlanTable.Recover("工作要領|工作重點|業務單位", "一、便民服務|1. 設置單一窗口|戶政課", "|2. 延長服務時間|戶政課/社會課");

        plan.Rows.Select(row => row.Line()).ShouldBe([
            "一、便民服務|||1|設置單一窗口||戶政課|", "一、便民服務|||2|延長服務時間||戶政課、社會課|",
        ]);
        plan.Remarks.ShouldContain(remark => remark.Row == 0 && remark.Field == PlanField.Approach && remark.Text.Contains("工作重點"));
    }

    [Fact]
    public void Key_work_beside_a_column_of_methods_is_the_item()
    {
        var plan = PlanTable.Recover("工作要領|工作重點|執行方法|完成期限|業務單位", "一、便民服務|單一窗口|設置窗口|12月|戶政課");

        plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、便民服務||單一窗口||設置窗口|12月|戶政課|");
    }

    [Fact]
    public void A_plan_may_lack_deadlines()
    {
        var plan = PlanTable.Recover("實施要項|執行策略|執行方法|承辦單位", "壹、提升形象|一、禮貌|（一）電話禮貌測試¶（二）訓練|秘書室¶人事室");

        plan.Headings.ShouldBe(["實施要項", "執行策略", "執行方法", "承辦單位"]);
        plan.Rows.Select(row => row.Line()).ShouldBe([
            "壹、提升形象||一、禮貌|（一）|電話禮貌測試||秘書室|", "壹、提升形象||一、禮貌|（二）|訓練||人事室|",
        ]);
    }

    [Theory]
    [InlineData("承辦單位|完成期限|推動作法|執行項目|實施要項")]
    [InlineData("承 辦 單 位|預定完成日（年月）|推動 作法|執行項目|實施要項")]
    [InlineData("主辦單位/人員|完成期程|執行方法：|推動策略|構面")]
    [InlineData("主(承)辦單位|完成期限及進度|具體推動作法|執行重點|實施項目")]
    public void Columns_may_stand_in_any_order_under_any_of_their_names(string header)
    {
        var plan = PlanTable.Recover(header, "閱覽組|100年6月|1.1 整架|1. 環境|一、服務");

        plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、服務||1. 環境|1.1|整架|100年6月|閱覽組|");
    }

    [Fact]
    public void The_header_row_may_stand_below_a_title_and_is_dropped_when_repeated()
    {
        var title = new Row([new Cell(0, "某館 100 年度提升服務品質計畫") { ColumnSpan = 5 }]) { SourceNumber = 1 };
        var body = PlanTable.Of(PlanTable.Usual, "一、服務|1. 環境|1.1 整架|100年6月|閱覽組", PlanTable.Usual, "||1.2 清潔|100年12月|總務組");
        var plan = PlanRecovery.Recover(PlanTable.Document(body with { Rows = [title, .. body.Rows] })).Plan!;

        plan.Title.ShouldBe("某館 100 年度提升服務品質計畫");
        plan.Rows.Select(row => row.No).ShouldBe(["1.1", "1.2"]);
    }

    [Fact]
    public void A_heading_of_two_rows_names_leading_and_supporting_units_below()
    {
        var table = new Table([], [
            new Row([Head(0, "實施要項"), Head(1, "推動作法"), new Cell(2, "辦理單位") { ColumnSpan = 2 }]),
            new Row([new Cell(2, "主辦"), new Cell(3, "協辦")]),
            new Row([new Cell(0, "一、服務"), new Cell(1, "1. 整架"), new Cell(2, "閱覽組"), new Cell(3, "總務組")]),
        ]);

        var plan = PlanRecovery.Recover(PlanTable.Document(table)).Plan!;

        plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、服務|||1|整架||閱覽組|總務組");
        plan.Headings.ShouldBe(["實施要項", "推動作法", "主辦", "協辦"]);

        static Cell Head(int column, string text) => new(column, text) { RowSpan = 2 };
    }

    [Fact]
    public void One_heading_over_two_columns_means_area_and_sub_area()
    {
        var table = new Table([], [
            new Row([new Cell(0, "實施要項") { ColumnSpan = 2 }, new Cell(2, "推動作法"), new Cell(3, "承辦單位")]),
            new Row([new Cell(0, "服務流程") { RowSpan = 2 }, new Cell(1, "便捷"), new Cell(2, "單一窗口"), new Cell(3, "秘書室")]),
            new Row([new Cell(1, "透明"), new Cell(2, "公開進度"), new Cell(3, "資訊組")]),
        ]);

        PlanRecovery.Recover(PlanTable.Document(table)).Plan!.Rows.Select(row => row.Line())
            .ShouldBe(["服務流程|便捷|||單一窗口||秘書室|", "服務流程|透明|||公開進度||資訊組|"]);
    }

    [Theory]
    [InlineData("姓名|電話|推動情形")]
    [InlineData("實施要項|執行項目|完成期限")]
    public void A_table_without_measures_is_no_plan(string header)
    {
        var result = PlanRecovery.Recover(PlanTable.Document(PlanTable.Of(header, "甲|乙|丙")));

        result.Plan.ShouldBeNull();
        result.Refusal!.Sentence.ShouldBe("找不到計畫表格：需要有「推動作法」（或執行方法、具體作法）欄位的表格。");
    }
}
