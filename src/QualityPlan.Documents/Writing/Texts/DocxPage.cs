using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>Paper, running head and foot of a docx.</summary>
internal static class DocxPage
{
    private const double TwentiethsPerMillimetre = 1440 / 25.4;

    /// <summary>Adds head and foot; answers the section that names them. The title page has no running head.</summary>
    public static SectionProperties Section(MainDocumentPart main, Document document)
    {
        var head = main.AddNewPart<HeaderPart>();
        head.Header = new Header(DocxText.Paragraph($"{document.AgencyAboveTitle}　{document.Title}".Trim(), TextStyle.PageHead));
        var firstHead = main.AddNewPart<HeaderPart>();
        firstHead.Header = new Header(DocxText.Paragraph("", TextStyle.PageHead));
        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer([PageNumbers(), .. document.Footer.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => DocxText.Paragraph(line, TextStyle.PageFoot))]);
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) },
            new HeaderReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(firstHead) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new FooterReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(foot) },
            Paper(document.Page),
            Margins(document.Page),
            new TitlePage());
    }

    public static int Twentieths(double millimetres) => (int)Math.Round(millimetres * TwentiethsPerMillimetre);

    private static PageSize Paper(PageSetup page) => new()
    {
        Width = (uint)Twentieths(page.Width),
        Height = (uint)Twentieths(page.Height),
        Orient = page.Width > page.Height ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
    };

    private static PageMargin Margins(PageSetup page)
    {
        var (margin, edge) = (Twentieths(page.Margin), (uint)Twentieths(page.Margin / 2));
        return new PageMargin
        {
            Top = margin,
            Bottom = margin,
            Left = (uint)margin,
            Right = (uint)margin,
            Header = edge,
            Footer = (uint)Twentieths(page.Margin / 3),
            Gutter = 0,
        };
    }

    private static W.Paragraph PageNumbers()
    {
        var paragraph = DocxText.Paragraph("第 ", TextStyle.PageFoot);
        paragraph.Append(Field("PAGE"), DocxText.Run(" 頁／共 "), Field("NUMPAGES"), DocxText.Run(" 頁"));
        return paragraph;
    }

    private static OpenXmlElement Field(string code) => new SimpleField(DocxText.Run("1")) { Instruction = $" {code} " };
}
