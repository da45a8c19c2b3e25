using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Plans written as numbered text instead of a table.</summary>
public class OutlineTests
{
    private const string Title = "青溪市立圖書館115年度服務品質計畫";

    [Fact]
    public void Units_of_a_heading_are_those_of_its_points() =>
        Recover("壹、推動策略", "一、簡政便民（主辦單位：服務科）", "(一)推動一站式服務。（3月）", "(二)簡化書表。（6月）", "二、公開資訊（主辦單位：資訊科）", "(一)更新網站。（每月）")!
            .Rows.Select(row => row.Line()).ShouldBe([
                "一、簡政便民|||(一)|推動一站式服務。|3月|服務科|", "一、簡政便民|||(二)|簡化書表。|6月|服務科|", "二、公開資訊|||(一)|更新網站。|每月|資訊科|",
            ]);

    [Fact]
    public void A_measure_without_notes_among_others_is_read_and_remarked()
    {
        var plan = Recover("一、服務", "1. 甲事。（期限：6月；主辦：閱覽組）", "2. 乙事。", "3. 丙事。（期限：9月；主辦：資訊組）")!;

        plan.Rows.Select(row => row.Approach).ShouldBe(["甲事。", "乙事。", "丙事。"]);
        plan.Remarks.Where(remark => remark.Row == 2).Select(remark => remark.Field).ShouldBe([PlanField.Deadline, PlanField.Units]);
    }

    [Fact]
    public void Brackets_that_say_neither_day_nor_unit_stay_in_the_text() =>
        Recover("一、甲（含點字）（6月，閱覽組）", "二、乙（如附件）（9月，資訊組）")!.Rows.Select(row => row.Approach).ShouldBe(["甲（含點字）", "乙（如附件）"]);

    [Fact]
    public void The_table_goes_before_the_text_around_it()
    {
        var plan = PlanRecovery.Recover(PlanTable.Document(
            new Heading(1, Title), new Paragraph("一、甲（6月，閱覽組）"), new Paragraph("二、乙（9月，資訊組）"),
            PlanTable.Of(PlanTable.Usual, "一、流程|1. 窗口|1.1 設置窗口|6月|閱覽組"))).Plan!;

        plan.Rows.ShouldHaveSingleItem().Approach.ShouldBe("設置窗口");
    }

    [Fact]
    public void Every_text_of_a_row_knows_the_line_it_was_read_from()
    {
        var row = Recover("一、服務", "1. 甲事。", "期限：6月", "主辦單位：閱覽組", "2. 乙事。", "期限：7月", "主辦單位：閱覽組")!.Rows[0];

        row.Cells.Select(cell => (cell.Field, cell.Table, cell.Row)).ShouldBe(
            [(PlanField.Deadline, 0, 4), (PlanField.Units, 0, 5), (PlanField.Area, 0, 2), (PlanField.Approach, 0, 3)], ignoreOrder: true);
    }

    [Fact]
    public void Text_without_days_and_units_is_no_plan() => Recover("一、前言", "二、圖書館的未來", "三、結語").ShouldBeNull();

    [Fact]
    public void A_clear_outline_under_the_chapter_of_measures_is_a_plan_without_days_and_units()
    {
        var plan = Recover("壹、依據", "市府函。", "貳、推動作法", "一、流程", "1. 設置單一窗口。", "2. 簡化書表欄位。", "二、環境", "1. 更新閱覽座椅。", "參、考核", "每季檢討。")!;

        plan.Rows.Select(row => row.Line()).ShouldBe(["一、流程|||1|設置單一窗口。|||", "一、流程|||2|簡化書表欄位。|||", "二、環境|||1|更新閱覽座椅。|||"]);
        plan.Remarks.Select(remark => remark.Field).ShouldBe([PlanField.Plan, PlanField.Deadline, PlanField.Units]);
    }

    [Theory]
    [InlineData("一、甲|1. 設置單一窗口。|3. 簡化書表欄位。|二、乙|1. 更新閱覽座椅。", "a number is missing")]
    [InlineData("一、甲|1. 設置單一窗口。|2. 簡化書表欄位。|3. 更新閱覽座椅。", "one heading is no outline")]
    [InlineData("一、設置單一窗口。|二、簡化書表欄位。|三、更新閱覽座椅。", "no headings at all")]
    [InlineData("一、甲|1. 窗口|2. 書表|二、乙|1. 座椅", "points too short for measures")]
    [InlineData("一、甲|1. 設置單一窗口。|2. 簡化書表欄位。|二、更新閱覽座椅。|三、丙|(一)丁|1. 增設雙語標示。", "measures on several levels")]
    public void An_outline_that_leaves_doubt_is_none(string lines, string why) =>
        Recover(["壹、依據", "市府函。", "貳、推動作法", .. lines.Split('|')]).ShouldBeNull(why);

    [Fact]
    public void A_chapter_of_some_contents_takes_three_levels()
    {
        string[] two = ["壹、依據", "貳、實施內容", "一、報名", "1. 以網路報名為主。", "2. 現場報名為輔。", "二、活動", "1. 故事導讀與創作。"];
        string[] three = ["壹、依據", "貳、實施內容", "一、服務流程", "(一)單一窗口", "1. 設置單一窗口。", "2. 簡化書表欄位。", "(二)書表", "1. 合併申請書表。"];

        Recover(two).ShouldBeNull();
        Recover(three)!.Rows.Select(row => row.Item).ShouldBe(["(一)單一窗口", "(一)單一窗口", "(二)書表"]);
    }

    [Fact]
    public void Without_the_name_of_a_plan_no_outline_is_one() => PlanRecovery.Recover(PlanTable.Document(
        [new Heading(1, "服務品質計畫之研究"), .. "貳、推動作法|一、甲|1. 設置單一窗口。|2. 簡化書表欄位。|二、乙|1. 更新閱覽座椅。".Split('|').Select(line => new Paragraph(line))])).Plan.ShouldBeNull();

    private static PlanReading? Recover(params string[] lines) =>
        PlanRecovery.Recover(PlanTable.Document([new Heading(1, Title), .. lines.Select(line => new Paragraph(line))])).Plan;
}
