using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

public class HeadingsOfRowsTests
{
    [Fact]
    public void An_area_cell_may_hold_both_levels_in_two_lines_or_one()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "一、流程⏎(一)便捷|1. 窗口|1.1 甲|6月|閱覽組",
            "（二）透明|1. 公開|1.1 乙|6月|閱覽組",
            "二、形象（一）環境|1. 設施|1.1 丙|6月|閱覽組",
            "二、形象（續）¶(一)環境||1.2 丁|6月|閱覽組");

        plan.Rows.Select(row => $"{row.Area}|{row.SubArea}|{row.Item}").ShouldBe([
            "一、流程|(一)便捷|1. 窗口", "一、流程|（二）透明|1. 公開", "二、形象|（一）環境|1. 設施", "二、形象|(一)環境|",
        ]);
    }

    [Fact]
    public void A_title_row_from_edge_to_edge_is_an_area()
    {
        var table = new Table([], [
            new Row([new Cell(0, "推動作法"), new Cell(1, "完成期限"), new Cell(2, "承辦單位")]),
            new Row([new Cell(0, "一、服務流程") { ColumnSpan = 3 }]),
            new Row([new Cell(0, "1. 設置窗口"), new Cell(1, "6月"), new Cell(2, "閱覽組")]),
            new Row([new Cell(0, "以下為新增項目") { ColumnSpan = 3 }]) { SourceNumber = 4 },
            new Row([new Cell(0, "2. 延長時間"), new Cell(1, "6月"), new Cell(2, "閱覽組")]),
        ]);

        var plan = PlanRecovery.Recover(PlanTable.Document(table)).Plan!;

        plan.Rows.ShouldAllBe(row => row.Area == "一、服務流程");
        plan.Remarks.ShouldHaveSingleItem().Text.ShouldBe("第 1 個表格第 4 列的文字不屬於任何欄位，未讀入：「以下為新增項目」");
    }

    [Fact]
    public void The_printed_number_decides_the_item_where_the_order_lies()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "一、流程|1. 窗口|1.1 甲|6月|閱覽組",
            "||2.1 乙|6月|閱覽組",
            "|2. 流程|2.2 丙|6月|閱覽組",
            "|3. 書表|3.1 丁|6月|閱覽組",
            "||2.7 戊|6月|閱覽組");

        plan.Rows.Select(row => $"{row.No} {row.Item}").ShouldBe(["1.1 1. 窗口", "2.1 2. 流程", "2.2 2. 流程", "3.1 3. 書表", "2.7 2. 流程"]);
        plan.Remarks.Select(remark => (remark.Row, remark.Field)).ShouldBe([(2, PlanField.Item), (5, PlanField.Item)]);
        plan.Remarks[1].Text.ShouldBe("來源列在「3. 書表」之下，依編號 2.7 歸入「2. 流程」，請確認。");
    }

    [Fact]
    public void The_end_of_a_list_printed_beside_the_next_heading_stays_with_its_own()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "一、流程¶(一)便捷|2. 流程|2.1 甲|6月|閱覽組",
            "(二)透明|1. 公開|2.2 乙¶1.1 丙|6月¶6月|閱覽組¶閱覽組");

        plan.Rows.Select(row => $"{row.No} {row.SubArea} {row.Item}").ShouldBe(["2.1 (一)便捷 2. 流程", "2.2 (一)便捷 2. 流程", "1.1 (二)透明 1. 公開"]);
        plan.Remarks.ShouldHaveSingleItem().ShouldBe(
            new Remark(2, PlanField.Item, "與下一個標題印在同一列，依編號 2.2 歸入上一項「2. 流程」，請確認。"));
    }

    [Fact]
    public void A_number_without_its_item_is_remarked()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、流程|1. 窗口|1.1 甲|6月|閱覽組", "||1.2 乙|6月|閱覽組", "||2.1 丙|6月|閱覽組");

        plan.Remarks.ShouldHaveSingleItem().ShouldBe(
            new Remark(3, PlanField.Item, "編號 2.1 找不到所屬的執行項目，標題可能遺失，暫列「1. 窗口」。"));
    }

    [Fact]
    public void An_item_number_that_starts_again_lost_its_sub_area()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "二、形象¶(二)行為|1. 親和|1.1 甲|6月|閱覽組",
            "|2. 勝任|2.1 乙|6月|閱覽組",
            "|1. 宣導|1.1 丙|6月|閱覽組",
            "||1.2 丁|6月|閱覽組");

        plan.Rows.Select(row => $"{row.SubArea}|{row.Item}").ShouldBe(["(二)行為|1. 親和", "(二)行為|2. 勝任", "|1. 宣導", "|1. 宣導"]);
        plan.Remarks.ShouldHaveSingleItem().ShouldBe(
            new Remark(3, PlanField.SubArea, "執行項目「1. 宣導」的編號重新開始，前面的實施要項標題可能遺失，請補上。"));
    }

    [Fact]
    public void A_measure_number_that_starts_again_lost_the_headings_above_it()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "一、流程¶(一)便捷|1. 窗口|1.1 甲¶1.2 乙|6月¶6月|閱覽組¶閱覽組",
            "||1.1 丙|6月|閱覽組",
            "二、形象|設施|1. 丁|6月|閱覽組",
            "||1. 戊|6月|閱覽組");

        plan.Rows.Select(row => $"{row.Area}|{row.SubArea}|{row.Item}")
            .ShouldBe(["一、流程|(一)便捷|1. 窗口", "一、流程|(一)便捷|1. 窗口", "一、流程||", "二、形象||設施", "二、形象||"]);
        plan.Remarks.Select(remark => (remark.Row, remark.Field))
            .ShouldBe([(3, PlanField.SubArea), (3, PlanField.Item), (5, PlanField.Item)]);
    }

    [Fact]
    public void Second_level_headings_printed_in_one_cell_are_taken_in_turn()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "一、流程¶(一)便捷¶(二)透明|1. 窗口|1.1 甲|6月|閱覽組",
            "|1. 公開|1.1 乙|6月|閱覽組");

        plan.Rows.Select(row => row.SubArea).ShouldBe(["(一)便捷", "(二)透明"]);
        plan.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void A_jump_and_a_beginning_without_heading_are_remarked()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "||1.1 甲|6月|閱覽組",
            "一、流程¶(一)便捷|1. 窗口|1.1 乙|6月|閱覽組",
            "(三)透明|1. 公開|1.1 丙|6月|閱覽組");

        plan.Remarks.Select(remark => (remark.Row, remark.Field))
            .ShouldBe([(1, PlanField.Area), (1, PlanField.Item), (3, PlanField.SubArea)]);
    }
}
