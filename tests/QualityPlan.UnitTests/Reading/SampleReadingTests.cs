using System.Diagnostics;
using System.Text.Json;
using QualityPlan.Documents;
using QualityPlan.Documents.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading;

public class SampleReadingTests(ITestOutputHelper output)
{
    private static readonly string[] Plans = ["ncl-100", "nlpi-103"];

    public static TheoryData<string, string> Whole => Each(".docx", ".odt", ".xlsx", ".ods");

    public static TheoryData<string, string> Printed => Each("-printed.docx", "-printed.odt");

    [Theory]
    [MemberData(nameof(Whole))]
    public void One_table_holds_every_row_with_its_merged_headings(string plan, string ending)
    {
        var table = Samples.Read(plan + ending).Tables.ShouldHaveSingleItem();
        var expected = Samples.Rows(plan);
        var rows = Spread(table).Skip(1).ToList();
        rows.Count.ShouldBe(expected.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            // 實施要項 is printed in front of its first part only
            (Folded(expected[i], "area") + Folded(expected[i], "sub_area")).ShouldEndWith(rows[i][0]);
            rows[i][0].ShouldEndWith(Folded(expected[i], "sub_area"));
            rows[i][1].ShouldBe(Folded(expected[i], "item"));
            rows[i][2].ShouldStartWith(Folded(expected[i], "no"));
            rows[i][2].ShouldEndWith(Folded(expected[i], "approach"));
            rows[i][3].ShouldBe(Folded(expected[i], "deadline"));
        }
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Printed_plans_have_a_table_a_page_that_hold_every_approach(string plan, string ending)
    {
        var document = Samples.Read(plan + ending);
        document.Tables.Count().ShouldBe(plan == "ncl-100" ? 10 : 4);
        var text = Samples.Folded(string.Concat(document.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text)));
        Samples.Approaches(plan).Where(approach => !text.Contains(Samples.Folded(approach))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ncl-100.docx", 7)]
    [InlineData("ncl-100.odt", 7)]
    [InlineData("ncl-100-printed.odt", 7)]
    [InlineData("nlpi-103.docx", 7)]
    [InlineData("nlpi-103-printed.docx", 7)]
    public void The_title_and_the_chapters_are_headings(string file, int chapters)
    {
        var document = Samples.Read(file);
        document.Title.ShouldBe(Samples.Title(file[..file.IndexOfAny(['.', '-'], 6)]));
        document.Blocks.OfType<Heading>().Count(heading => heading.Level == 2).ShouldBe(chapters);
        document.Blocks[0].ShouldBe(new Heading(1, document.Title));
    }

    [Fact]
    public void A_plan_of_97_rows_is_read_in_150_milliseconds_when_warm()
    {
        var bytes = Samples.Bytes("ncl-100.docx");
        var times = Enumerable.Range(0, 12).Select(_ => Timed(() => DocumentReading.Read("ncl-100.docx", bytes))).ToList();
        output.WriteLine($"first {times[0]:0.0} ms, then {string.Join(' ', times.Skip(1).Select(time => $"{time:0.0}"))} ms");
        times.Skip(2).Min().ShouldBeLessThan(150);
    }

    private static double Timed(Action act)
    {
        var clock = Stopwatch.StartNew();
        act();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static TheoryData<string, string> Each(params string[] endings)
    {
        var data = new TheoryData<string, string>();
        foreach (var plan in Plans)
        {
            foreach (var ending in endings)
            {
                data.Add(plan, ending);
            }
        }

        return data;
    }

    /// <summary>The table with the text of each merged cell in every place it covers, white space folded.</summary>
    private static string[][] Spread(Table table)
    {
        var grid = table.Rows.Select(_ => Enumerable.Repeat("", table.Columns.Count).ToArray()).ToArray();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                for (var i = 0; i < cell.RowSpan * cell.ColumnSpan; i++)
                {
                    grid[row + i / cell.ColumnSpan][cell.Column + i % cell.ColumnSpan] = Samples.Folded(cell.Text);
                }
            }
        }

        return grid;
    }

    private static string Folded(JsonElement row, string field) => Samples.Folded(row.GetProperty(field).GetString()!);
}
