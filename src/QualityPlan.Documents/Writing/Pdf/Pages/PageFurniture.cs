using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>
/// What stands on the edge of every page: 「第 x 頁／共 y 頁」 and the document's own line at the foot,
/// and from the second page on the title at the head, so that a loose sheet can be told.
/// </summary>
internal sealed class PageFurniture
{
    private const double NumberSize = 9;
    private const double FooterSize = 7.5;
    private const double HeadSize = 8;
    private const double Unprintable = 17;
    private const int Gray = 0x555555;

    private readonly Typesetter typesetter;
    private readonly (double Left, double Width, double Height) page;
    private readonly Glyph[] head;
    private readonly List<TextLine> headLines;
    private readonly Glyph[] footer;
    private readonly List<TextLine> footerLines;

    public PageFurniture(Document document, Typesetter typesetter, (double Left, double Width, double Height) page)
    {
        (this.typesetter, this.page) = (typesetter, page);
        head = typesetter.Set($"{document.AgencyAboveTitle}　{document.Title}".Trim(), isBold: false);
        headLines = LineBreaker.Break(head, (int)(page.Width / HeadSize * 1000));
        footer = typesetter.Set(document.Footer, isBold: false);
        footerLines = footer.Length == 0 ? [] : LineBreaker.Break(footer, (int)(page.Width / FooterSize * 1000));
    }

    private double FooterLine => FooterSize * 1.35;

    /// <summary>How much of the page the foot takes, from the lower edge of the paper.</summary>
    public double FootHeight => Unprintable + footerLines.Count * FooterLine + NumberSize * 2;

    public void DrawRunningHead(Canvas canvas)
    {
        if (headLines[0].Length > 0)
        {
            canvas.Ink(Gray);
            var x = page.Left + page.Width - headLines[0].Width * HeadSize / 1000;
            canvas.Text(head.AsSpan(headLines[0].Start, headLines[0].Length), HeadSize, (x, page.Left - 8));
        }
    }

    public void DrawFoot(Canvas canvas, int number, int count)
    {
        canvas.Ink(Gray);
        var text = typesetter.Set($"第 {number} 頁／共 {count} 頁", isBold: false);
        var width = text.Sum(glyph => glyph.Advance);
        var baseline = page.Height - Unprintable - footerLines.Count * FooterLine;
        Centre(canvas, text, (width, NumberSize, baseline));
        foreach (var line in footerLines)
        {
            baseline += FooterLine + (line == footerLines[0] ? 2 : 0);
            Centre(canvas, footer.AsSpan(line.Start, line.Length), (line.Width, FooterSize, baseline));
        }
    }

    private void Centre(Canvas canvas, ReadOnlySpan<Glyph> glyphs, (int Width, double Size, double Baseline) line) =>
        canvas.Text(glyphs, line.Size, (page.Left + (page.Width - line.Width * line.Size / 1000) / 2, line.Baseline));
}
