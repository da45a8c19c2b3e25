using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>Sets what is not a table: the head of the document, headings and paragraphs.</summary>
internal sealed class Prose(PageStack pages, TagTree tags, Typesetter typesetter)
{
    private const double Ascent = 0.88;
    private const int Black = 0x111111;

    private static readonly ProseStyle Agency = new(12, 1.5, false, ProseAlign.Centre, 0, 2);
    private static readonly ProseStyle Title = new(17, 1.4, true, ProseAlign.Centre, 0, 4);
    private static readonly ProseStyle PrintedOn = new(9.5, 1.4, false, ProseAlign.Right, 0, 5);
    private static readonly ProseStyle Body = new(11, 1.6, false, ProseAlign.Left, 0, 3);
    private static readonly ProseStyle[] Headings =
    [
        new(14, 1.5, true, ProseAlign.Left, 8, 4),
        new(12.5, 1.5, true, ProseAlign.Left, 6, 3),
        new(11.5, 1.5, true, ProseAlign.Left, 5, 2),
    ];

    /// <summary>Agency, title and print date at the head of the first page.</summary>
    public void Head(Document document)
    {
        Set(document.AgencyAboveTitle, Agency, "P");
        Set(document.Title, Title, "Title");
        Set(document.PrintedOn.Length == 0 ? "" : $"列印日期：{document.PrintedOn}", PrintedOn, "P");
    }

    /// <summary>A heading; answers where it stands, for the bookmark.</summary>
    /// <param name="keep">The height of what must stand on the same page below it.</param>
    public (int Page, double FromBottom) Heading(Heading heading, double keep)
    {
        if (!pages.IsFresh && pages.Room < HeightOf(heading) + keep)
        {
            pages.Next();
        }

        var style = StyleOf(heading);
        var place = (pages.PageId, pages.FromBottom(pages.Y));
        Set(heading.Text, style, $"H{Math.Clamp(heading.Level, 1, 6)}");
        return place;
    }

    public double HeightOf(Heading heading)
    {
        var style = StyleOf(heading);
        return Lines(typesetter.Set(heading.Text, style.Bold), style, 0).Count * style.LineHeight + style.Before + style.After;
    }

    public void Paragraph(Paragraph paragraph)
    {
        foreach (var text in paragraph.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            Set(text, Body, "P");
        }
    }

    /// <summary>The height of two lines, without which a heading should not end a page.</summary>
    public double TwoLines => Body.LineHeight * 2;

    private static ProseStyle StyleOf(Heading heading) => Headings[Math.Clamp(heading.Level, 1, Headings.Length) - 1];

    private void Set(string text, ProseStyle style, string type)
    {
        if (text.Length == 0)
        {
            return;
        }

        var glyphs = typesetter.Set(text, style.Bold);
        var indent = style.Align == ProseAlign.Left ? glyphs.Take(ListLead.LengthIn(text)).Sum(glyph => glyph.Advance) : 0;
        var tag = tags.Add(type, tags.Document);
        pages.Y += pages.IsFresh ? 0 : style.Before;
        var lines = Lines(glyphs, style, indent);
        for (var i = 0; i < lines.Count;)
        {
            if (pages.Room < style.LineHeight)
            {
                pages.Next();
            }

            i = FillPage(glyphs, lines, (i, indent), (style, tag));
        }

        pages.Y += style.After;
    }

    /// <summary>Draws lines until the page or the text ends; answers the first line not drawn.</summary>
    private int FillPage(Glyph[] glyphs, List<TextLine> lines, (int First, int Indent) from, (ProseStyle Style, Tag Tag) with)
    {
        var style = with.Style;
        var i = from.First;
        pages.Begin(with.Tag);
        pages.Canvas.Ink(Black);
        do
        {
            var line = lines[i];
            var spare = pages.Width - line.Width * style.Size / 1000;
            var shift = style.Align switch
            {
                ProseAlign.Centre => spare / 2,
                ProseAlign.Right => spare,
                _ => i > 0 ? from.Indent * style.Size / 1000 : 0,
            };
            var baseline = pages.Y + (style.LineHeight - style.Size) / 2 + Ascent * style.Size;
            pages.Canvas.Text(glyphs.AsSpan(line.Start, line.Length), style.Size, (pages.Left + shift, baseline));
            pages.Y += style.LineHeight;
            i++;
        }
        while (i < lines.Count && pages.Room >= style.LineHeight);

        pages.End();
        return i;
    }

    private List<TextLine> Lines(Glyph[] glyphs, ProseStyle style, int indent) =>
        LineBreaker.Break(glyphs, (int)(pages.Width / style.Size * 1000), indent);

    private enum ProseAlign { Left, Centre, Right }

    private sealed record ProseStyle(double Size, double Leading, bool Bold, ProseAlign Align, double Before, double After)
    {
        public double LineHeight => Size * Leading;
    }
}
