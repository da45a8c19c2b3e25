using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Columns and rows of headings that look like the plan's and are not: hidden ones, bands, the history of the paper.</summary>
public class OtherColumnsTests
{
    [Fact]
    public void A_hidden_column_yields_to_the_one_that_is_shown()
    {
        var plan = Recover("推動作法|完成期限|完成期限(上年度)|承辦單位|內部註記", "1. 甲|6月|114年6月|閱覽組|待確認", 2, 4);

        plan.Rows.ShouldHaveSingleItem().Deadline.ShouldBe("6月");
        plan.Headings.ShouldBe(["推動作法", "完成期限", "承辦單位"]);
        plan.Remarks.Select(remark => remark.Text).ShouldBe(["第 1 個表格的隱藏欄「完成期限(上年度)」未讀入。", "第 1 個表格的隱藏欄「內部註記」未讀入。"]);
    }

    [Fact]
    public void A_hidden_column_that_alone_holds_a_field_is_read_and_remarked()
    {
        var plan = Recover("推動作法|完成期限|承辦單位", "1. 甲|6月|閱覽組", 1);

        plan.Rows.ShouldHaveSingleItem().Deadline.ShouldBe("6月");
        plan.Remarks.ShouldHaveSingleItem().ShouldBe(new Remark(0, PlanField.Deadline, "第 1 個表格的「完成期限」是隱藏欄，仍已讀入，請確認。"));
    }

    [Theory]
    [InlineData("版次|修訂日期|修訂內容|修訂單位", "1.0|114年12月20日|初版訂定|綜合科")]
    [InlineData("日期|版本|修正說明|修正人員", "114年12月20日|1.0|初版訂定|王小明")]
    [InlineData("項次|修正日期|修正內容|修正單位", "1|114年12月20日|初版訂定|綜合科")]
    [InlineData("項次|日期|修正內容", "1|114年12月20日|初版訂定")]
    public void The_history_of_the_paper_is_no_plan(string headings, string row)
    {
        var plan = PlanTable.RecoverPages([headings, row], [PlanTable.Usual, "一、流程|1. 窗口|1.1 設置窗口|6月|閱覽組"]);

        plan.Rows.ShouldHaveSingleItem().Approach.ShouldBe("設置窗口");
    }

    [Fact]
    public void A_heading_from_edge_to_edge_below_the_header_row_is_no_second_line_of_it()
    {
        var band = new Row([new Cell(0, "一、深化服務績效") { ColumnSpan = 4 }]);
        var table = PlanTable.Of("執行項目|推動作法|完成期限|承辦單位", "1. 窗口|1.1 設置窗口|6月|閱覽組");
        var plan = PlanRecovery.Recover(PlanTable.Document(table with { Rows = [table.Rows[0], band, table.Rows[1]] })).Plan!;

        plan.Rows.ShouldHaveSingleItem().Area.ShouldBe("一、深化服務績效");
        plan.Headings.ShouldBe(["執行項目", "推動作法", "完成期限", "承辦單位"]);
    }

    [Fact]
    public void A_heading_alone_in_the_column_of_items_is_an_area_over_them()
    {
        var plan = PlanTable.Recover("執行項目|推動作法|完成期限|承辦單位", "一、服務流程|||", "便民櫃檯|1. 輪值|6月|閱覽組", "二、服務環境|||", "座椅|1. 汰換|7月|總務組");

        plan.Rows.Select(row => (row.Area, row.Item)).ShouldBe([("一、服務流程", "便民櫃檯"), ("二、服務環境", "座椅")]);
    }

    [Fact]
    public void An_item_in_a_row_of_its_own_stays_an_item()
    {
        var plan = PlanTable.Recover("執行項目|推動作法|完成期限|承辦單位", "一、便民櫃檯|||", "|1. 輪值|6月|閱覽組", "二、座椅|1. 汰換|7月|總務組");

        plan.Rows.Select(row => (row.Area, row.Item)).ShouldBe([("", "一、便民櫃檯"), ("", "二、座椅")]);
    }

    private static PlanReading Recover(string headings, string row, params int[] hidden)
    {
        var table = PlanTable.Of(headings, row);
        return PlanRecovery.Recover(PlanTable.Document(table with { Columns = [.. table.Columns.Select((column, index) => column with { IsHidden = hidden.Contains(index) })] })).Plan!;
    }
}
