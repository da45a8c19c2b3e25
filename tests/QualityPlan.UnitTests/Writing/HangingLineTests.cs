using QualityPlan.Documents;
using QualityPlan.Documents.Writing;
using QualityPlan.Documents.Writing.Pdf;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.UnitTests.Writing;

/// <summary>The further lines of a numbered paragraph stand under its text, as in an official memo, in every format.</summary>
public sealed class HangingLineTests
{
    private const double Tolerance = 3;

    private static readonly string Long = new('字', 60);

    [Theory]
    [InlineData(Format.Docx)]
    [InlineData(Format.Odt)]
    [InlineData(Format.Pdf)]
    public void Further_lines_stand_under_the_text_behind_the_number(Format format)
    {
        string[] numbered = ["　一、", "　　(一)", "　　　1.", "主旨："];
        var files = AsPdf(format, [.. numbered, "　"]).Select(LinesOf).ToList();

        foreach (var (lead, (text, further)) in numbered.Zip(files))
        {
            Math.Abs(text - further).ShouldBeLessThan(Tolerance, lead);
        }
        // Without a number they stay at the edge.
        (files[^1].Text - files[^1].Further).ShouldBeGreaterThan(Tolerance);
    }

    /// <summary>Where 「字」 first stands, and where the second line begins; in points from the left.</summary>
    private static (double Text, double Further) LinesOf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var lines = pdf.GetPage(1).Letters.Where(letter => letter.Value == "字")
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key).ToList();
        lines.Count.ShouldBeGreaterThan(1);
        return (Left(lines[0]), Left(lines[1]));
    }

    private static double Left(IEnumerable<Letter> line) => line.Min(letter => letter.StartBaseLine.X);

    private static List<byte[]> AsPdf(Format format, string[] leads)
    {
        var documents = leads.Select(lead => new Document("簽", [new Paragraph(lead + Long)]) { Page = PageSetup.A4Portrait });
        if (format == Format.Pdf)
        {
            return [.. documents.Select(document => SheetFile.Bytes(new PdfWriter(), document))];
        }
        using var office = new LibreOffice();
        office.Convert("pdf", [.. documents.Select((document, at) => office.Add($"{at}.{format}", TextFile.Bytes(format, document)))]);
        return [.. leads.Select((_, at) => office.Result($"{at}.pdf"))];
    }
}
