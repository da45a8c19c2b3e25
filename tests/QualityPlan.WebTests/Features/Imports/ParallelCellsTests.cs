using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

public class ParallelCellsTests
{
    [Theory]
    [InlineData("100年6月¶100年12月", "100年6月|100年12月")]
    [InlineData("100年6月⏎100年12月", "100年6月|100年12月")] // line breaks instead of paragraphs
    [InlineData("100年3月、¶6月、12月¶100年12月", "100年3月、6月、12月|100年12月")] // a spreadsheet knows no wraps
    [InlineData("100年3月、6⏎月¶100 年 12 月", "100年3月、6月|100年12月")]
    [InlineData("100年3月、6月¶9月、12月¶100年12月", "100年3月、6月、9月、12月|100年12月")]
    [InlineData("100年6月¶¶100年12月", "100年6月|100年12月")] // an empty line to reach the second text
    [InlineData("¶100年12月", "|100年12月")]
    [InlineData("", "|")]
    public void Deadlines_are_laid_beside_their_measures(string cell, string wanted)
    {
        var plan = PlanTable.Recover(PlanTable.Usual, $"一、服務|1. 環境|1.1 甲¶1.2 乙|{cell}|閱覽組¶總務組");

        string.Join('|', plan.Rows.Select(row => row.Deadline)).ShouldBe(wanted);
        plan.Remarks.ShouldAllBe(remark => remark.Text == "完成期限空白，核定前須補上。");
    }

    [Theory]
    [InlineData("100年6月", "100年6月|100年6月|100年6月", "只有 1 個完成期限")]
    [InlineData("100年6月¶100年9月", "100年6月|100年9月|", "有 2 個完成期限")]
    [InlineData("100年1月¶100年2月¶100年3月¶每月", "100年1月|100年2月|100年3月、每月", "有 4 個完成期限")]
    public void Lists_of_another_length_are_remarked_at_each_measure(string cell, string wanted, string words)
    {
        var plan = PlanTable.Recover(PlanTable.Usual, $"一、服務|1. 環境|1.1 甲¶1.2 乙¶1.3 丙|{cell}|閱覽組¶總務組¶資訊組");

        string.Join('|', plan.Rows.Select(row => row.Deadline)).ShouldBe(wanted);
        plan.Remarks.Where(remark => remark.Text.Contains(words)).Select(remark => remark.Row).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("-¶資訊組¶-", "|資訊組|")]
    [InlineData("－⏎資訊組⏎－", "|資訊組|")]
    [InlineData("資訊組¶—¶／", "資訊組||")]
    [InlineData("/¶無¶資訊組、總務組", "||資訊組、總務組")]
    public void A_stroke_among_supporting_units_stands_for_nobody(string cell, string wanted)
    {
        var plan = PlanTable.Recover(PlanTable.Usual + "|協辦單位", $"一、服務|1. 環境|1.1 甲¶1.2 乙¶1.3 丙|6月¶7月¶8月|閱覽組¶閱覽組¶閱覽組|{cell}");

        string.Join('|', plan.Rows.Select(row => string.Join('、', row.SupportingUnits))).ShouldBe(wanted);
        plan.Remarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("閱覽組、資訊組", "閱覽組、資訊組")]
    [InlineData("閱覽組，資訊組,總務組", "閱覽組、資訊組、總務組")]
    [InlineData("閱覽組/資訊組／總務組", "閱覽組、資訊組、總務組")]
    [InlineData("閱覽組¶資訊組⏎總務組", "閱覽組、資訊組、總務組")]
    [InlineData("各單位（秘書室、閱覽組）", "各單位（秘書室、閱覽組）")]
    [InlineData("秘 書 室", "秘書室")]
    public void Units_of_one_measure_are_split(string cell, string wanted)
    {
        var plan = PlanTable.Recover(PlanTable.Usual, $"一、服務|1. 環境|1.1 甲|6月|{cell}");

        string.Join('、', plan.Rows.Single().Units).ShouldBe(wanted);
    }

    [Fact]
    public void Units_may_name_their_roles_inside_one_cell()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、服務|1. 環境|1.1 甲|6月|主辦：閱覽組¶協辦：資訊組、總務組");

        plan.Rows.Single().Line().ShouldBe("一、服務||1. 環境|1.1|甲|6月|閱覽組|資訊組、總務組");
    }

    [Fact]
    public void Points_inside_a_measure_stay_in_its_text()
    {
        var plan = PlanTable.Recover(PlanTable.Usual,
            "一、服務|1. 環境|1.1 辦理下列：¶(1)整架¶(2)清潔¶1.2 乙|6月¶12月|閱覽組¶總務組",
            "|2. 設施|辦理下列事項：¶1. 廁所¶2. 電梯|6月|總務組");

        plan.Rows.Select(row => $"{row.No}|{row.Approach}")
            .ShouldBe(["1.1|辦理下列：(1)整架(2)清潔", "1.2|乙", "|辦理下列事項：1. 廁所2. 電梯"]);
        plan.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void Paragraphs_without_numbers_are_measures_when_the_lists_beside_say_so()
    {
        var plan = PlanTable.Recover(PlanTable.Usual, "一、服務|環境|整架¶清潔|6月¶12月|閱覽組¶總務組", "|設施|改善廁所¶與電梯|6月|總務組");

        plan.Rows.Select(row => $"{row.Approach}|{row.Deadline}|{row.Units[0]}")
            .ShouldBe(["整架|6月|閱覽組", "清潔|12月|總務組", "改善廁所與電梯|6月|總務組"]);
    }

    [Theory]
    [InlineData("2011年第十九屆書展", "", "2011年第十九屆書展")]
    [InlineData("3.5%以上的成長", "", "3.5%以上的成長")]
    [InlineData("１．１　提供服務", "１．１", "提供服務")]
    [InlineData("1.10 規劃展覽", "1.10", "規劃展覽")]
    [InlineData("1.13 2011年書展", "1.13", "2011年書展")]
    [InlineData("3、推廣", "3", "推廣")]
    [InlineData("② 推廣", "②", "推廣")]
    [InlineData("1-2 推廣", "1-2", "推廣")]
    public void Numbers_are_told_from_figures(string text, string no, string approach)
    {
        var row = PlanTable.Recover(PlanTable.Usual, $"一、服務|環境|{text}|6月|閱覽組").Rows.Single();

        (row.No, row.Approach).ShouldBe((no, approach));
    }

    [Fact]
    public void A_measure_merged_over_several_rows_gathers_their_units()
    {
        var table = new Table([], [
            new Row([new Cell(0, "執行項目"), new Cell(1, "推動作法"), new Cell(2, "完成期限"), new Cell(3, "承辦單位")]),
            new Row([new Cell(0, "1. 環境") { RowSpan = 2 }, new Cell(1, "1.1 整架") { RowSpan = 2 }, new Cell(2, "6月") { RowSpan = 2 }, new Cell(3, "閱覽組")]),
            new Row([new Cell(3, "總務組")]),
        ]);

        PlanRecovery.Recover(PlanTable.Document(table)).Plan!.Rows.Single().Line().ShouldBe("||1. 環境|1.1|整架|6月|閱覽組、總務組|");
    }

    [Fact]
    public void Formulas_errors_and_hidden_rows_are_remarked()
    {
        var table = PlanTable.Of("推動作法|完成期限|承辦單位", "1. 甲|x|閱覽組", "2. 乙|x|閱覽組");
        var rows = new[]
        {
            table.Rows[0],
            table.Rows[1] with { Cells = [table.Rows[1].Cells[0], new Cell(1, "100年6月") { Notice = CellNotice.Formula }, table.Rows[1].Cells[2]] },
            table.Rows[2] with { IsHidden = true, Cells = [table.Rows[2].Cells[0], new Cell(1, "#REF!") { Notice = CellNotice.Error }, table.Rows[2].Cells[2]] },
        };

        var plan = PlanRecovery.Recover(PlanTable.Document(table with { Rows = rows })).Plan!;

        plan.Remarks.ShouldBe([
            new Remark(1, PlanField.Deadline, "儲存格是公式，已採用顯示的值「100年6月」，請確認。"),
            new Remark(2, PlanField.Deadline, "儲存格是錯誤值「#REF!」，請更正。"),
            new Remark(2, PlanField.Approach, "來源第 3 列是隱藏列，仍已讀入，請確認。"),
        ]);
    }
}
