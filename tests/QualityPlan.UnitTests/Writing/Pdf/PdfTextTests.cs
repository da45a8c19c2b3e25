using System.Text;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing.Pdf;
using QualityPlan.UnitTests.Reading;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Writing.Pdf;

/// <summary>What can be read and copied from the paper is what was put into the document.</summary>
public sealed class PdfTextTests
{
    [Theory]
    [InlineData("ncl-100")]
    [InlineData("nlpi-103")]
    public void Every_cell_of_a_real_plan_comes_back_whole(string plan)
    {
        var document = PlanDocument.Of(plan);
        using var paper = PdfPaper.Of(document);

        var text = Samples.Folded(paper.Text());

        foreach (var cell in document.Tables.Single().Rows.SelectMany(row => row.Cells))
        {
            text.ShouldContain(Samples.Folded(cell.Text));
        }

        paper.Result.MissingCharacters.ShouldBeEmpty();
        paper.Result.Pages.ShouldBe(paper.Pdf.NumberOfPages);
    }

    [Fact]
    public void The_system_program_for_text_reads_the_same()
    {
        var document = PlanDocument.Of("ncl-100");
        using var paper = PdfPaper.Of(document);

        var text = Samples.Folded(paper.Ask("pdftotext", "-raw", "FILE", "-"));

        foreach (var approach in Samples.Approaches("ncl-100"))
        {
            text.ShouldContain(Samples.Folded(approach));
        }
    }

    [Fact]
    public void Title_agency_date_foot_and_page_numbers_are_printed()
    {
        using var paper = PdfPaper.Of(PlanDocument.Of("ncl-100") with { Agency = "教育部", Footer = "SHA-256：9f86d081" });

        paper.Text(1).ShouldStartWith("教育部國家圖書館 100 年度提升服務品質執行計畫列印日期：115年3月31日");
        for (var page = 1; page <= paper.Pdf.NumberOfPages; page++)
        {
            paper.Text(page).ShouldEndWith($"第 {page} 頁／共 {paper.Pdf.NumberOfPages} 頁SHA-256：9f86d081");
        }
    }

    [Fact]
    public void An_agency_that_begins_the_title_is_not_printed_twice()
    {
        using var paper = PdfPaper.Of(PlanDocument.Of("ncl-100"));

        paper.Text(1).ShouldStartWith("國家圖書館 100 年度");
    }

    [Theory]
    [InlineData("堃喆峯碁綉")]
    [InlineData("𠮷野家")]
    [InlineData("=1+1 @b -c +d")]
    [InlineData("⼀一丨｜café ½ ①②■●▲◆○")]
    public void Rare_characters_and_look_alikes_are_copied_as_they_were(string text)
    {
        using var paper = PdfPaper.Of(new Paragraph(text));

        paper.Text().ShouldContain(text);
    }

    [Theory]
    [InlineData("龘𠮷")]
    [InlineData("𠮟𡈽𡉴")]
    public void Rare_characters_of_names_are_printed_without_any_font_of_the_system(string text)
    {
        using var paper = PdfPaper.Of(Document(text), PdfFonts.BesideProgram());

        paper.Result.MissingCharacters.ShouldBeEmpty();
        paper.Text().ShouldContain(text);
    }

    [Fact]
    public void A_character_no_font_has_is_printed_as_a_box_reported_and_kept_in_the_text()
    {
        using var paper = PdfPaper.Of(Document("姓名：\uE000明、\U0001F44D、\uE000"), new PdfFonts(Regular, Bold));

        paper.Result.MissingCharacters.ShouldBe(["\uE000", "\U0001F44D"]);
        paper.Text().ShouldContain("姓名：\uE000明、\U0001F44D、\uE000");
        paper.Pages[0].Letters.Single(letter => letter.Value == "\U0001F44D").Width.ShouldBe(11, 0.1, "as wide as a Chinese character");
    }

    [Fact]
    public void A_rare_character_is_taken_from_a_font_in_the_folder()
    {
        using var folder = new RareFontFolder(0x2A6A5);

        using var paper = PdfPaper.Of(Document("龍𪚥龍"), new PdfFonts(Regular, Bold, "/no/such/folder", folder.Path));

        paper.Result.MissingCharacters.ShouldBeEmpty();
        paper.Text().ShouldContain("龍𪚥龍");
        paper.Pages[0].Letters.Single(letter => letter.Value == "𪚥").FontName.ShouldEndWith("RareTest");
    }

    [Fact]
    public void Characters_without_width_are_copied_and_not_reported()
    {
        using var paper = PdfPaper.Of(new Paragraph("甲\u200B乙\u202E丙\uFE0F丁"));

        paper.Result.MissingCharacters.ShouldBeEmpty();
        paper.Text().ShouldContain("甲\u200B乙\u202E丙\uFE0F丁");
    }

    [Fact]
    public void The_fonts_can_be_asked_beforehand()
    {
        PdfFonts.Default.Has(new Rune('館')).ShouldBeTrue();
        PdfFonts.Default.Has(new Rune(0x10FFFD)).ShouldBeFalse();
    }

    private static string Regular => Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansTC-Regular.ttf");

    private static string Bold => Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSansTC-Bold.ttf");

    private static Document Document(string text) => new("試印", [new Paragraph(text)]);
}
