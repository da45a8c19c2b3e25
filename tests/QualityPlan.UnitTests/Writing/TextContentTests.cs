using QualityPlan.Documents;
using Shouldly;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>What stands in a docx and an odt, whatever people typed: read back it is the same.</summary>
public sealed class TextContentTests
{
    public static readonly TheoryData<Format> Formats = [Format.Docx, Format.Odt];

    [Theory, MemberData(nameof(Formats))]
    public void Every_cell_of_a_real_plan_comes_back_where_it_was(Format format)
    {
        var document = PlanDocument.Of("ncl-100");

        var pages = TextFile.ReadBack(format, document).Tables.ToList();

        pages.Count.ShouldBeGreaterThan(1);
        pages.ShouldAllBe(page => page.HeaderRows == 1);
        pages.SelectMany(Unmerged).ShouldBe(Unmerged(document.Tables.Single()));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Every_cell_of_a_table_of_one_page_comes_back_as_it_was(Format format)
    {
        var table = PlanDocument.Of("ncl-100").Tables.Single();
        var written = table with { Rows = [.. table.Rows.Take(4)] };

        var read = TextFile.ReadBack(format, new Document("一頁", [written])).Tables.Single();

        read.Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Column)))
            .ShouldBe(["0 1 2 3 4", "0 1 2 3 4", "2 3 4", "2 3 4"]);
        Unmerged(read).ShouldBe(Unmerged(written));
        read.Rows[1].Cells[0].RowSpan.ShouldBe(3);
    }

    /// <summary>The rows below the header, each with the text over every column; what is repeated on a page reads as at first.</summary>
    private static IEnumerable<string> Unmerged(Table table)
    {
        var texts = new string[table.Columns.Count];
        foreach (var row in table.Rows.Skip(table.HeaderRows))
        {
            foreach (var cell in row.Cells)
            {
                texts[cell.Column] = cell.Text.Replace("（續）", "");
            }

            yield return string.Join('|', texts);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Title_headings_and_prose_come_back_in_their_order(Format format)
    {
        var document = new Document("年度計畫", [new Heading(1, "壹、依據"), new Paragraph("第一段\n第二行"), new Heading(2, "一、細項")])
        {
            Agency = "國家圖書館",
            PrintedOn = "115年3月31日",
        };

        var read = TextFile.ReadBack(format, document);

        read.Title.ShouldBe("年度計畫");
        read.Blocks.ShouldBe(
        [
            new Paragraph("國家圖書館"), new Heading(1, "年度計畫"), new Paragraph("列印日期：115年3月31日"),
            new Heading(1, "壹、依據"), new Paragraph("第一段\n第二行"), new Heading(2, "一、細項"),
        ]);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("兩  格   空白", "兩  格   空白")]
    [InlineData("定\t位", "定\t位")]
    [InlineData("第一行\r\n第二行\v第三行", "第一行\n第二行\n第三行")]
    [InlineData("<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>")]
    [InlineData("響\u0007鈴\u0000", "響鈴")]
    [InlineData("龘𠮷野家的𨋢\uE000", "龘𠮷野家的𨋢\uE000")]
    public void What_people_typed_stays_as_it_was(string typed, string expected)
    {
        var document = new Document("測試", [new Paragraph(typed), new Table([new(50)], [new([new Cell(0, typed)])])]);
        foreach (var format in new[] { Format.Docx, Format.Odt })
        {
            var read = TextFile.ReadBack(format, document);

            read.Blocks.OfType<Paragraph>().Single().Text.ShouldBe(expected, $"{format}");
            read.Tables.Single().Rows[0].Cells[0].Text.ShouldBe(expected, $"{format}");
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Cells_merged_in_both_directions_and_places_left_empty_keep_their_places(Format format)
    {
        var table = new Table([new(40), new(40), new(40)],
        [
            new([new Cell(0, "甲") { RowSpan = 2, ColumnSpan = 2 }, new Cell(2, "乙")]),
            new([new Cell(2, ["丙", "丁"])]),
            new([new Cell(1, "戊") { ColumnSpan = 2 }]),
        ]);

        var read = TextFile.ReadBack(format, new Document("合併", [table])).Tables.Single();

        read.Rows.SelectMany((row, index) => row.Cells.Where(cell => cell.Text.Length > 0).Select(cell => (index, Told(cell)))).ShouldBe(
        [
            (0, (0, 2, 2, "甲")), (0, (2, 1, 1, "乙")), (1, (2, 1, 1, "丙\n丁")), (2, (1, 2, 1, "戊")),
        ]);
    }

    private static (int Column, int Columns, int Rows, string Text) Told(Cell cell) => (cell.Column, cell.ColumnSpan, cell.RowSpan, cell.Text);
}
