using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Units that are printed once above a table instead of in a column of it.</summary>
public class UnitsAboveTests
{
    private const string NoUnits = "執行項目|推動作法|完成期限";

    [Theory]
    [InlineData("承辦單位：閱覽組", "閱覽組|")]
    [InlineData("主辦單位： 閱覽組、資訊組", "閱覽組、資訊組|")]
    [InlineData("（主辦單位：閱覽組；協辦單位：秘書室）", "閱覽組|秘書室")]
    [InlineData("填報單位：閱覽組|填報日期：115年1月20日", "閱覽組|")]
    [InlineData("承辦單位|閱覽組|填表日期|115年1月20日", "閱覽組|")]
    [InlineData("承辦單位：各科室", "各科室|")]
    [InlineData("單位：千元", "|")]
    [InlineData("填報日期：115年1月20日", "|")]
    public void A_row_above_the_headings_names_the_units(string row, string wanted) =>
        Units(PlanTable.Recover(row, NoUnits, "1. 甲|1.1 子|6月")).ShouldBe([wanted]);

    [Fact]
    public void Leading_and_supporting_units_may_stand_in_two_lines()
    {
        Units(PlanTable.Recover("主辦單位：閱覽組", "協辦單位：資訊組", NoUnits, "1. 甲|1.1 子|6月")).ShouldBe(["閱覽組|資訊組"]);
        Units(PlanRecovery.Recover(PlanTable.Document(new Paragraph("主辦單位：閱覽組"), new Paragraph("協辦單位：資訊組"), PlanTable.Of(NoUnits, "1. 甲|1.1 子|6月"))).Plan!).ShouldBe(["閱覽組|資訊組"]);
    }

    [Fact]
    public void A_line_before_the_table_names_the_units()
    {
        var plan = PlanRecovery.Recover(PlanTable.Document(new Paragraph("承辦單位：閱覽組"), PlanTable.Of(NoUnits, "1. 甲|1.1 子|6月"), new Paragraph("承辦單位：資訊組"), PlanTable.Of(NoUnits, "2. 乙|2.1 丑|7月"))).Plan!;

        Units(plan).ShouldBe(["閱覽組|", "資訊組|"]);
        plan.Rows.ShouldAllBe(row => row.Area == "");
        plan.HeadingOf[PlanField.Units].ShouldBe("承辦單位");
        plan.Remarks.Where(remark => remark.Field == PlanField.Units).Select(remark => remark.Text).ShouldBe([
            "表格沒有「承辦單位」欄位，已採用表格上方的「承辦單位：閱覽組」，請確認。", "表格沒有「承辦單位」欄位，已採用表格上方的「承辦單位：資訊組」，請確認。",
        ]);
    }

    [Fact]
    public void A_row_between_the_measures_names_those_below_it() =>
        Units(PlanTable.Recover("承辦單位：閱覽組", NoUnits, "1. 甲|1.1 子|6月", "承辦單位：資訊組", "2. 乙|2.1 丑|7月")).ShouldBe(["閱覽組|", "資訊組|"]);

    [Fact]
    public void Sheets_named_after_units_name_the_units() =>
        Units(Sheets("閱覽組", "資訊組")).ShouldBe(["閱覽組|", "資訊組|"]);

    [Fact]
    public void Names_of_sheets_that_are_not_all_units_say_nothing() => Units(Sheets("閱覽組", "工作表2")).ShouldBe(["|", "|"]);

    [Fact]
    public void The_agency_whose_paper_it_is_is_no_unit() =>
        Units(PlanTable.Recover("青溪市立圖書館115年度服務品質計畫", "填報單位：青溪市立圖書館", NoUnits, "1. 甲|1.1 子|6月")).ShouldBe(["|"]);

    [Fact]
    public void A_column_of_units_goes_before_the_line_above() =>
        Units(PlanTable.Recover("承辦單位：研考室", NoUnits + "|承辦單位", "1. 甲|1.1 子|6月|閱覽組")).ShouldBe(["閱覽組|"]);

    [Fact]
    public void The_row_knows_the_cell_its_units_were_read_from() =>
        PlanTable.Recover("承辦單位：閱覽組", NoUnits, "1. 甲|1.1 子|6月").Rows[0].Cells.ShouldContain(new SourceCell(PlanField.Units, 1, 1, 0));

    private static PlanReading Sheets(params string[] names) => PlanRecovery.Recover(PlanTable.Document(
        [.. names.Select((name, index) => PlanTable.Of(NoUnits, $"{index + 1}. 甲|{index + 1}.1 子|6月") with { Name = name })])).Plan!;

    private static IEnumerable<string> Units(PlanReading plan) =>
        plan.Rows.Select(row => $"{string.Join('、', row.Units)}|{string.Join('、', row.SupportingUnits)}");
}
