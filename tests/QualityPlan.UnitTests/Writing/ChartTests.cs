using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using QualityPlan.Documents;
using QualityPlan.Documents.Writing.Pdf;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>Charts: drawn in pdf, a chart of the program's own in docx and odt, with the figures in words each time.</summary>
public sealed class ChartTests
{
    private const string InWords = "統計圖：各單位燈號統計。閱覽組：✔ 已完成 3、▲ 落後 1；採訪組：▲ 落後 2；資訊組：0。";

    [Fact]
    public void The_alternative_text_tells_every_figure() => Sample().Blocks.OfType<Chart>().Single().Alternative.ShouldBe(InWords);

    [Fact]
    public void A_docx_with_charts_follows_the_schema_and_holds_their_figures()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(TextFile.Bytes(Format.Docx, Sample())), false);

        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(file)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        file.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .Single().Description!.Value.ShouldBe(InWords);
        var book = file.MainDocumentPart.ChartParts.Single().EmbeddedPackagePart!;
        using var figures = SpreadsheetDocument.Open(book.GetStream(), false);
        figures.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText.ShouldContain("閱覽組31採訪組02資訊組00");
    }

    [Fact]
    public void An_odt_names_its_chart_in_words_and_in_the_manifest()
    {
        var bytes = TextFile.Bytes(Format.Odt, Sample());

        TextFile.Part(bytes, "content.xml").Descendants().Single(one => one.Name.LocalName == "desc").Value.ShouldBe(InWords);
        TextFile.Part(bytes, "META-INF/manifest.xml").Root!.Elements()
            .SelectMany(entry => entry.Attributes()).Select(one => one.Value).ShouldContain("Chart1/");
    }

    [Theory]
    [InlineData(Format.Docx)]
    [InlineData(Format.Odt)]
    public void LibreOffice_draws_the_chart_with_its_categories_and_legend(Format format)
    {
        using var office = new LibreOffice();
        office.Convert("pdf", office.Add($"chart.{format}", TextFile.Bytes(format, Sample())));

        using var pdf = PdfDocument.Open(office.Result("chart.pdf"));

        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        new[] { "閱覽組", "採訪組", "資訊組", "已完成", "落後" }.ShouldAllBe(word => text.Contains(word));
    }

    [Fact]
    public void A_pdf_draws_the_bars_and_tells_the_figures_in_a_tagged_figure()
    {
        using var stream = new MemoryStream();
        new PdfWriter().Write(Sample(), stream);

        using var pdf = PdfDocument.Open(stream.ToArray());

        string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)).ShouldContain("採訪組22");
        var tokens = Enumerable.Range(1, 60).Select(id => Try(pdf, id)).ToList();
        tokens.ShouldContain(token => token.Contains("Figure") && token.Contains(InWords));
    }

    [Fact]
    public void A_chart_of_more_bars_than_a_page_holds_goes_on_on_the_next()
    {
        var names = Enumerable.Range(1, 70).Select(number => $"第{number}組").ToList();
        var chart = new Chart("很多單位", names, [new("件數", "#2F7D52", [.. names.Select((_, index) => index)])]);
        using var stream = new MemoryStream();

        new PdfWriter().Render(new Document("圖", [chart]), stream).Pages.ShouldBeGreaterThan(1);

        using var pdf = PdfDocument.Open(stream.ToArray());
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        names.ShouldAllBe(name => text.Contains(name));
        text.ShouldContain("很多單位（續）");
    }

    private static string Try(PdfDocument pdf, int id)
    {
        try
        {
            return Told(pdf.Structure.GetObject(new UglyToad.PdfPig.Core.IndirectReference(id, 0)).Data);
        }
        catch (Exception)
        {
            return "";
        }
    }

    private static string Told(UglyToad.PdfPig.Tokens.IToken token) => token is UglyToad.PdfPig.Tokens.DictionaryToken dictionary
        ? string.Join(' ', dictionary.Data.Select(pair => $"{pair.Key} {(pair.Value is UglyToad.PdfPig.Tokens.HexToken hex ? hex.Data : pair.Value is UglyToad.PdfPig.Tokens.StringToken text ? text.Data : pair.Value.ToString())}"))
        : "";

    private static Document Sample() => new("統計",
    [
        new Heading(1, "壹、概況"),
        new Chart("各單位燈號統計", ["閱覽組", "採訪組", "資訊組"], [new("✔ 已完成", "#2F7D52", [3, 0, 0]), new("▲ 落後", "#E0A030", [1, 2, 0])]),
        new Table([new(60)], [new([new Cell(0, "表")])]),
    ]);
}
