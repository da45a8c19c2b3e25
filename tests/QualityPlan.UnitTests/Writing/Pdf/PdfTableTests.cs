using QualityPlan.Documents;
using QualityPlan.UnitTests.Reading;
using Shouldly;
using UglyToad.PdfPig.Content;
using Xunit;

namespace QualityPlan.UnitTests.Writing.Pdf;

/// <summary>Tables over many pages: headings, merged cells and rows that do not fit.</summary>
public sealed class PdfTableTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(1, 300).Select(i => $"第{i}句說明服務品質的作法與成效。"));

    [Fact]
    public void The_heading_row_stands_on_every_page()
    {
        using var paper = PdfPaper.Of(PlanDocument.Of("ncl-100"));

        paper.Pdf.NumberOfPages.ShouldBeGreaterThan(5);
        for (var page = 1; page <= paper.Pdf.NumberOfPages; page++)
        {
            paper.Text(page).ShouldContain(string.Concat(PlanDocument.Headings));
        }
    }

    [Fact]
    public void A_merged_cell_over_a_page_break_is_printed_again_with_the_mark()
    {
        var rows = Enumerable.Range(1, 120).Select(i => new Row(i == 1
            ? [new Cell(0, "一、服務流程") { RowSpan = 120 }, new Cell(1, $"列{i}")]
            : [new Cell(1, $"列{i}")]));
        using var paper = PdfPaper.Of(PdfPaper.Table([40, 130], [.. rows]));

        paper.Pdf.NumberOfPages.ShouldBeGreaterThan(2);
        paper.Text(1).ShouldContain("欄0欄1一、服務流程列1列2");
        for (var page = 2; page <= paper.Pdf.NumberOfPages; page++)
        {
            paper.Text(page).ShouldContain("欄0欄1（續）一、服務流程列");
        }
    }

    [Fact]
    public void A_merged_cell_that_ends_with_the_page_is_not_repeated()
    {
        using var paper = PdfPaper.Of(PlanDocument.Of("ncl-100"));

        var repeated = Samples.Folded(paper.Text()).Split("（續）").Length - 1;

        repeated.ShouldBeInRange(paper.Pdf.NumberOfPages - 1, 2 * (paper.Pdf.NumberOfPages - 1));
    }

    [Fact]
    public void A_merged_cell_taller_than_its_rows_gives_the_rest_to_the_last()
    {
        using var paper = PdfPaper.Of(PdfPaper.Table([30, 140],
            new Row([new Cell(0, "很長的合併儲存格文字，比兩列加起來還要高出許多，所以最後一列要長高") { RowSpan = 2 }, new Cell(1, "甲")]),
            new Row([new Cell(1, "乙")]),
            new Row([new Cell(0, "丙"), new Cell(1, "丁")])));

        var (a, b, d) = (Letter(paper, "甲"), Letter(paper, "乙"), Letter(paper, "丁"));
        (a - b).ShouldBeLessThan(25);
        (b - d).ShouldBeGreaterThan(40);
        Letter(paper, "高").ShouldBeGreaterThan(Letter(paper, "丙") + 10, "the long text ends above the next row");
    }

    [Fact]
    public void A_row_taller_than_a_page_is_split_and_loses_nothing()
    {
        using var paper = PdfPaper.Of(PdfPaper.Table([30, 20, 120],
            new Row([new Cell(0, "甲、項目") { RowSpan = 2 }, new Cell(1, "1.1"), new Cell(2, Long)]),
            new Row([new Cell(1, "1.2"), new Cell(2, "短列")])));

        paper.Pdf.NumberOfPages.ShouldBeGreaterThan(2);
        var shown = string.Concat(Enumerable.Range(1, paper.Pdf.NumberOfPages).Select(page => Inside(paper.Text(page))));
        shown.ShouldContain(Long);
        paper.Text(2).ShouldContain("（續）甲、項目（續）1.1");
        paper.Text().ShouldContain("1.2短列");
    }

    [Fact]
    public void A_merged_cell_longer_than_a_page_goes_on_with_the_mark()
    {
        using var paper = PdfPaper.Of(PdfPaper.Table([40, 130],
            new Row([new Cell(0, Long) { RowSpan = 2 }, new Cell(1, "甲")]),
            new Row([new Cell(1, "乙")])));

        var shown = string.Concat(Enumerable.Range(1, paper.Pdf.NumberOfPages).Select(page => Inside(paper.Text(page))));
        shown.ShouldContain("（續）");
        shown.Replace("（續）", "").Replace("甲", "").Replace("乙", "").ShouldContain(Long);
    }

    [Fact]
    public void Nothing_is_printed_outside_the_margins()
    {
        using var paper = PdfPaper.Of(new Document("試印", [PlanDocument.Of("ncl-100").Tables.Single(),
            PdfPaper.Table([1, 1, 200], new Row([new Cell(0, "極窄的欄"), new Cell(1, "wide-word"), new Cell(2, Long)]))]));

        foreach (var page in paper.Pages)
        {
            page.Letters.ShouldAllBe(letter => letter.StartBaseLine.X > 42 && letter.EndBaseLine.X < page.Width - 40
                && letter.StartBaseLine.Y > 14 && letter.StartBaseLine.Y < page.Height - 30);
        }
    }

    [Fact]
    public void Numbers_stand_at_the_right_and_lights_in_the_middle()
    {
        using var paper = PdfPaper.Of(PdfPaper.Table([50, 50, 50],
            new Row([new Cell(0, "左"), new Cell(1, "▲ 落後") { Look = CellLook.Warning }, new Cell(2, "7") { Number = 7 }])));

        var page = paper.Pages[0];
        page.Letters.Single(letter => letter.Value == "左").StartBaseLine.X.ShouldBe(56.7 + 3.5, 0.5);
        page.Letters.Single(letter => letter.Value == "7").EndBaseLine.X.ShouldBe(page.Width - 56.7 - 3.5, 0.5);
        var light = (page.Letters.Single(letter => letter.Value == "▲").StartBaseLine.X + page.Letters.Single(letter => letter.Value == "後").EndBaseLine.X) / 2;
        light.ShouldBe(page.Width / 2, 1);
    }

    [Fact]
    public void A_heading_is_not_left_alone_at_the_foot_of_a_page()
    {
        for (var lines = 20; lines < 45; lines++)
        {
            var filler = Enumerable.Range(0, lines).Select(i => (Block)new Paragraph($"段落{i}"));
            using var paper = PdfPaper.Of([.. filler, new Heading(1, "標題甲"), new Heading(2, "標題乙"), PdfPaper.Table([170], new Row([new Cell(0, "首列")]))]);

            Enumerable.Range(1, paper.Pdf.NumberOfPages).Select(paper.Text).ShouldContain(text => text.Contains("標題甲標題乙欄0首列"), $"{lines} paragraphs");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Odd_tables_do_no_harm(int headerRows)
    {
        var odd = new Table([], [new Row([new Cell(0, "甲") { RowSpan = 99, ColumnSpan = 99 }]), new Row([]), new Row([new Cell(7, "")])]) { HeaderRows = headerRows };

        using var paper = PdfPaper.Of(new Table([], []), new Heading(9, ""), new Paragraph(""), odd, new PageBreak(), new PageBreak());

        paper.Text().ShouldContain("甲");
    }

    private static string Inside(string page) => page[(page.LastIndexOf("欄2", StringComparison.Ordinal) is > 0 and var wide ? wide + 2 : page.IndexOf("欄1", StringComparison.Ordinal) + 2)..page.LastIndexOf("第 ", StringComparison.Ordinal)]
        .Replace("（續）甲、項目（續）1.1", "");

    private static double Letter(PdfPaper paper, string value) => paper.Pages[0].Letters.Last(letter => letter.Value == value).StartBaseLine.Y;
}
