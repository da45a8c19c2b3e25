using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Tables where units, months and quarters are columns to be ticked.</summary>
public class TickMatrixTests
{
    private const string Units = "推動作法|閱覽組|資訊組|總務組|完成期限";

    [Theory]
    [InlineData("✓|V|", "閱覽組、資訊組|")]
    [InlineData("●|○|○", "閱覽組|資訊組、總務組")]
    [InlineData("★|☆|", "閱覽組|資訊組")]
    [InlineData("協辦|主辦|", "資訊組|閱覽組")]
    [InlineData("－|1|", "資訊組|")]
    public void Marks_name_the_units(string marks, string wanted)
    {
        var row = PlanTable.Recover(Units, $"1. 甲|{marks}|6月").Rows.ShouldHaveSingleItem();

        $"{string.Join('、', row.Units)}|{string.Join('、', row.SupportingUnits)}".ShouldBe(wanted);
        row.Deadline.ShouldBe("6月");
    }

    [Theory]
    [InlineData("註：○主辦單位、●協辦單位")]
    [InlineData("（○為主辦，●為協辦）")]
    [InlineData("主辦：○　協辦：●")]
    public void What_the_file_says_of_its_marks_goes_before_their_weight(string legend)
    {
        var plan = PlanRecovery.Recover(PlanTable.Document(PlanTable.Of(Units, "1. 甲|●|○||6月"), new Paragraph(legend))).Plan!;

        plan.Rows[0].Units.ShouldBe(["資訊組"]);
        plan.Rows[0].SupportingUnits.ShouldBe(["閱覽組"]);
    }

    [Theory]
    [InlineData("1月|2月|3月|4月", "|✓||✓", "2月、4月")]
    [InlineData("1月|2月|3月|4月", "■|■|■|", "1月至3月")]
    [InlineData("1月|2月|3月|4月", "■|■||■", "1月至2月、4月")]
    [InlineData("第一季|第二季|第三季|第四季", "|V||V", "第2季、第4季")]
    [InlineData("Q1|Q2|Q3|Q4", "●|||", "第1季")]
    [InlineData("115年11月|115年12月|116年1月|116年2月", "|✓|✓|", "115年12月、116年1月")]
    public void Ticked_months_and_quarters_are_the_deadline(string months, string marks, string wanted) =>
        PlanTable.Recover($"推動作法|承辦單位|{months}", $"1. 甲|閱覽組|{marks}").Rows[0].Deadline.ShouldBe(wanted);

    [Fact]
    public void A_deadline_in_words_goes_before_the_ticks_that_draw_it() =>
        PlanTable.Recover("推動作法|承辦單位|完成期限|1月|2月|3月", "1. 甲|閱覽組|3月15日|✓|✓|✓").Rows[0].Deadline.ShouldBe("3月15日");

    [Fact]
    public void Ticks_that_name_no_units_are_not_read()
    {
        var row = PlanTable.Recover("推動作法|完成期限|承辦單位|自辦|委外", "1. 甲|6月|閱覽組|✓|").Rows[0];

        row.Units.ShouldBe(["閱覽組"]);
    }

    [Fact]
    public void The_source_of_ticked_units_are_the_ticked_cells() =>
        PlanTable.Recover(Units, "1. 甲|●||○|6月").Rows[0].Cells.Where(cell => cell.Field == PlanField.Units).Select(cell => (cell.Row, cell.Column)).ShouldBe([(2, 1), (2, 3)]);

    [Fact]
    public void A_matrix_goes_on_over_a_page_without_its_headings()
    {
        var plan = PlanTable.RecoverPages([Units, "1. 甲|●|○||6月"], ["2. 乙|○||●|7月", "3. 丙||○|●|8月"]);

        plan.Rows.Select(row => row.Line()).ShouldBe(["|||1|甲|6月|閱覽組|資訊組", "|||2|乙|7月|總務組|閱覽組", "|||3|丙|8月|總務組|資訊組"]);
        plan.Rows[2].Cells.ShouldContain(new SourceCell(PlanField.Units, 2, 2, 3));
    }

    [Fact]
    public void A_mark_alone_on_the_next_page_keeps_its_weight() =>
        PlanTable.RecoverPages([Units, "1. 甲|●|○||6月"], ["2. 乙|○|||7月"]).Rows[1].SupportingUnits.ShouldBe(["閱覽組"]);

    [Theory]
    [InlineData("2. 乙|按月|||7月", "words instead of ticks")]
    [InlineData("2. 乙|●||7月", "other columns")]
    [InlineData("姓名|職稱|任務|電話|備註", "headings of its own")]
    public void A_table_of_another_kind_below_a_matrix_is_none_of_it(string row, string why) =>
        PlanTable.RecoverPages([Units, "1. 甲|●|○||6月"], [row]).Rows.Count.ShouldBe(1, why);

    [Theory]
    [InlineData("g|g||", "1月至2月")]
    [InlineData("g||g|", "1月、3月")]
    [InlineData("g|g|g|g", "1月至4月")]
    [InlineData("||b|g", "3月至4月")]
    public void Months_marked_by_colour_alone_are_read_as_ticked(string fills, string wanted) => Shaded(("", fills), ("", "|||g"))[0].ShouldBe(wanted);

    [Fact]
    public void The_colour_of_the_row_marks_nothing() => Shaded(("z", "z|g|z|z"), ("", "g|||"), ("z", "z|z|z|z")).ShouldBe(["2月", "1月", ""]);

    [Fact]
    public void The_colour_of_a_column_and_its_heading_marks_nothing() => Shaded(("", "|h|g|"), ("", "g|h||")).ShouldBe(["3月", "1月"]);

    [Fact]
    public void Words_on_a_coloured_bar_are_part_of_it()
    {
        var table = Coloured(("", "g|g|g|"), ("", "|||g"));
        var worded = table.Rows[1] with { Cells = [.. table.Rows[1].Cells.Select(cell => cell.Column == 2 ? cell with { Paragraphs = ["招標"] } : cell)] };

        PlanRecovery.Recover(PlanTable.Document(table with { Rows = [table.Rows[0], worded, table.Rows[2]] })).Plan!.Rows.Select(row => row.Deadline).ShouldBe(["1月至3月", "4月"]);
    }

    [Fact]
    public void Beside_written_marks_colours_only_adorn()
    {
        var table = Coloured(("", "g|g||"));
        var ticked = table.Rows[1] with { Cells = [.. table.Rows[1].Cells.Select(cell => cell.Column == 5 ? cell with { Paragraphs = ["✓"] } : cell)] };

        PlanRecovery.Recover(PlanTable.Document(table with { Rows = [table.Rows[0], ticked] })).Plan!.Rows[0].Deadline.ShouldBe("4月");
    }

    private static string[] Shaded(params (string Row, string Months)[] fills) =>
        [.. PlanRecovery.Recover(PlanTable.Document(Coloured(fills))).Plan!.Rows.Select(row => row.Deadline)];

    /// <summary>A table of four months with the colours of the text and the months of each row; the second month's heading has the colour h.</summary>
    private static Table Coloured(params (string Row, string Months)[] fills)
    {
        var table = PlanTable.Of(["推動作法|承辦單位|1月|2月|3月|4月", .. fills.Select((_, index) => $"{index + 1}. 甲|閱覽組||||")]);
        return table with
        {
            Rows = [.. table.Rows.Select((row, index) => row with { Cells = [.. row.Cells.Select(cell => cell with
            {
                Fill = index == 0 ? cell.Column == 3 ? "h" : "k" : cell.Column < 2 ? fills[index - 1].Row : fills[index - 1].Months.Split('|')[cell.Column - 2],
            })] })],
        };
    }
}
