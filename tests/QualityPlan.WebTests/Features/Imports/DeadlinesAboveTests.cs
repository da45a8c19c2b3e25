using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>A deadline that is printed once above a table instead of in a column of it.</summary>
public class DeadlinesAboveTests
{
    private const string NoDeadlines = "執行項目|推動作法|承辦單位";

    [Theory]
    [InlineData("完成期限：115年12月", "115年12月")]
    [InlineData("（預定完成日期： 115 年 12 月 31 日）", "115年12月31日")]
    [InlineData("完成期限|115年12月", "115年12月")]
    [InlineData("填表日期：115年1月20日|完成期限：每季", "每季")]
    [InlineData("完成期限：詳如下表", "")]
    [InlineData("填報日期：115年1月20日", "")]
    [InlineData("執行期程：115年1月至12月", "")] // of the whole plan
    public void A_row_above_the_headings_names_the_deadline(string row, string wanted) =>
        Deadlines(PlanTable.Recover(row, NoDeadlines, "1. 甲|1.1 子|閱覽組", "1. 甲|1.2 丑|資訊組")).ShouldBe([wanted, wanted]);

    [Fact]
    public void A_line_before_each_table_names_its_deadline()
    {
        var plan = PlanRecovery.Recover(PlanTable.Document(
            new Paragraph("完成期限：115年6月"), PlanTable.Of(NoDeadlines, "1. 甲|1.1 子|閱覽組"), new Paragraph("完成期限：115年12月"), PlanTable.Of(NoDeadlines, "2. 乙|2.1 丑|資訊組"))).Plan!;

        Deadlines(plan).ShouldBe(["115年6月", "115年12月"]);
        plan.Rows.ShouldAllBe(row => row.Area == "");
        plan.HeadingOf[PlanField.Deadline].ShouldBe("完成期限");
        plan.Remarks.Where(remark => remark.Field == PlanField.Deadline).Select(remark => remark.Text).ShouldBe([
            "表格沒有「完成期限」欄位，已採用表格上方的「完成期限：115年6月」，請確認。", "表格沒有「完成期限」欄位，已採用表格上方的「完成期限：115年12月」，請確認。",
        ]);
    }

    [Fact]
    public void One_line_may_name_units_and_deadline()
    {
        var plan = PlanRecovery.Recover(PlanTable.Document(new Paragraph("承辦單位：閱覽組　完成期限：115年12月"), PlanTable.Of("執行項目|推動作法", "1. 甲|1.1 子"))).Plan!;

        plan.Rows.Single().Line().ShouldBe("||1. 甲|1.1|子|115年12月|閱覽組|");
    }

    [Fact]
    public void A_row_between_the_measures_names_those_below_it() =>
        Deadlines(PlanTable.Recover("完成期限：115年6月", NoDeadlines, "1. 甲|1.1 子|閱覽組", "完成期限：115年9月", "2. 乙|2.1 丑|資訊組")).ShouldBe(["115年6月", "115年9月"]);

    [Fact]
    public void A_column_of_deadlines_goes_before_the_line_above() =>
        Deadlines(PlanTable.Recover("完成期限：115年12月", NoDeadlines + "|完成期限", "1. 甲|1.1 子|閱覽組|6月")).ShouldBe(["6月"]);

    [Fact]
    public void A_table_without_any_is_remarked_as_before() =>
        PlanTable.Recover(NoDeadlines, "1. 甲|1.1 子|閱覽組").Remarks.ShouldContain(remark => remark.Text == "表格沒有「完成期限」欄位，核定前須補上每一項的期限。");

    [Fact]
    public void The_row_knows_the_cell_its_deadline_was_read_from() =>
        PlanTable.Recover("完成期限：115年12月", NoDeadlines, "1. 甲|1.1 子|閱覽組").Rows[0].Cells.ShouldContain(new SourceCell(PlanField.Deadline, 1, 1, 0));

    private static IEnumerable<string> Deadlines(PlanReading plan) => plan.Rows.Select(row => row.Deadline);
}
