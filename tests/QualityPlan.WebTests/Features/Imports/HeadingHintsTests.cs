using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Headings that people taught, and cells that know where they were read from.</summary>
public class HeadingHintsTests
{
    private static readonly HeadingHints Taught = new(new Dictionary<string, PlanField>
    {
        ["大類"] = PlanField.Area, ["要做的事"] = PlanField.Approach, ["誰"] = PlanField.Units, ["承辦人"] = PlanField.Plan,
    });

    [Fact]
    public void Taught_words_are_headings_whatever_brackets_and_blanks_stand_around_them()
    {
        var plan = Recover(Taught, PlanTable.Of("大 類（一）|要做的事|誰", "一、流程|1. 甲|閱覽組")).Plan!;

        plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、流程|||1|甲||閱覽組|");
    }

    [Fact]
    public void What_was_taught_goes_before_what_the_word_usually_means()
    {
        var hints = new HeadingHints(new Dictionary<string, PlanField> { ["執行項目"] = PlanField.Approach, ["推動作法"] = PlanField.Plan });

        var plan = Recover(hints, PlanTable.Of(PlanTable.Usual, "一、流程|1. 甲|不讀這欄|115年6月|閱覽組")).Plan!;

        plan.Rows.ShouldHaveSingleItem().Line().ShouldBe("一、流程|||1|甲|115年6月|閱覽組|");
    }

    [Fact]
    public void Columns_chosen_by_place_hold_for_one_table_and_its_words_for_the_pages_behind_it()
    {
        var words = new Dictionary<string, PlanField> { ["事"] = PlanField.Approach, ["人"] = PlanField.Units };
        var hints = new HeadingHints(words) { Chosen = new ChosenColumns(2, 2, [PlanField.Approach, PlanField.Units]) };

        var plan = Recover(
            hints, PlanTable.Of("姓名|電話", "甲|乙"), PlanTable.Of("說明|", "事|人", "1. 甲|閱覽組"), PlanTable.Of("事|人", "2. 乙|參考組")).Plan!;

        plan.Rows.Select(row => row.Line()).ShouldBe(["|||1|甲||閱覽組|", "|||2|乙||參考組|"]);
        plan.Headings.ShouldBe(["事", "人"]);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(3, 0)]
    [InlineData(99, 0)]
    public void A_header_row_may_be_none_or_beyond_the_table(int header, int rows)
    {
        var hints = HeadingHints.None with { Chosen = new ChosenColumns(1, header, [null, PlanField.Approach]) };

        var result = Recover(hints, PlanTable.Of("甲|1. 子", "乙|2. 丑", "丙|3. 寅"));

        (result.Plan?.Rows.Count ?? 0).ShouldBe(rows);
    }

    [Fact]
    public void Every_row_names_the_cells_it_was_read_from()
    {
        var table = new Table([], [
            new Row([new Cell(0, "實施要項"), new Cell(1, "推動作法"), new Cell(2, "完成期限"), new Cell(3, "承辦單位")]),
            new Row([new Cell(0, "一、流程") { RowSpan = 2 }, new Cell(1, ["1. 甲", "2. 乙"]), new Cell(2, "6月"), new Cell(3, "閱覽組")]),
            new Row([new Cell(1, "3. 丙"), new Cell(2, "7月") { ColumnSpan = 2 }]),
        ]);

        var rows = PlanRecovery.Recover(PlanTable.Document(table)).Plan!.Rows;

        Places(rows[0]).ShouldBe(["Area 2-0", "Approach 2-1", "Deadline 2-2", "Units 2-3"]);
        Places(rows[1]).ShouldBe(Places(rows[0]));
        Places(rows[2]).ShouldBe(["Area 2-0", "Approach 3-1", "Deadline 3-2", "Units 3-2"]);

        static IEnumerable<string> Places(RowReading row) => row.Cells.Select(cell => $"{cell.Field} {cell.Row}-{cell.Column}");
    }

    private static RecoveryResult Recover(HeadingHints hints, params Block[] blocks) => PlanRecovery.Recover(PlanTable.Document(blocks), hints);
}
