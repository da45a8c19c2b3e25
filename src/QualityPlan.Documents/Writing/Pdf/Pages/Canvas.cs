using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>
/// Draws on one page. Points from the upper left corner, as people lay out paper; turned upside down
/// only here, where PDF counts from below.
/// </summary>
internal sealed class Canvas(double pageHeight)
{
    private readonly PdfBytes content = new();
    private (int Font, double Size) font = (-1, 0);
    private int ink = -1;

    public ReadOnlySpan<byte> Content => content.Written;

    /// <summary>Empties the canvas for the next page.</summary>
    public void Clear()
    {
        content.Clear();
        font = (-1, 0);
        ink = -1;
    }

    public void Begin(string type, int mark) => content.Add("/").Add(type).Add(" <</MCID "u8).Add(mark).Add(">>BDC\n"u8);

    /// <summary>What follows is no part of the text: frames, page numbers, repeated headings.</summary>
    public void BeginArtifact(string properties) => content.Add("/Artifact <<"u8).Add(properties).Add(">>BDC\n"u8);

    public void End() => content.Add("EMC\n"u8);

    public void Fill(Box box, int color)
    {
        Ink(color);
        Rectangle(box).Add("f\n"u8);
    }

    /// <summary>Sets the pen for frames.</summary>
    public void Pen(double width, int color) => Color(content.Add(width).Add("w "u8), color).Add("RG\n"u8);

    public void Frame(Box box) => Rectangle(box).Add("S\n"u8);

    public void Line(double fromX, double toX, double y) =>
        content.Add(fromX).Add(pageHeight - y).Add("m "u8).Add(toX).Add(pageHeight - y).Add("l S\n"u8);

    /// <summary>Sets the colour of what is filled and of text, as 0xRRGGBB.</summary>
    public void Ink(int color)
    {
        if (ink != color)
        {
            Color(content, color).Add("rg\n"u8);
            ink = color;
        }
    }

    /// <summary>Draws glyphs with the baseline at the point given.</summary>
    public void Text(ReadOnlySpan<Glyph> glyphs, double size, (double X, double Baseline) at)
    {
        if (glyphs.IsEmpty)
        {
            return;
        }

        content.Add("BT "u8);
        for (var i = 0; i < glyphs.Length;)
        {
            UseFont(glyphs[i].Font, size);
            if (i == 0)
            {
                content.Add(at.X).Add(pageHeight - at.Baseline).Add("Td "u8);
            }

            content.Add("<"u8);
            for (var run = glyphs[i].Font; i < glyphs.Length && glyphs[i].Font == run; i++)
            {
                content.AddCode(glyphs[i].Code);
            }

            content.Add(">Tj "u8);
        }

        content.Add("ET\n"u8);
    }

    private void UseFont(int index, double size)
    {
        if (font != (index, size))
        {
            content.Add("/F"u8).Add(index).Add(size).Add("Tf "u8);
            font = (index, size);
        }
    }

    private PdfBytes Rectangle(Box box) =>
        content.Add(box.Left).Add(pageHeight - box.Bottom).Add(box.Width).Add(box.Bottom - box.Top).Add("re "u8);

    private static PdfBytes Color(PdfBytes bytes, int color) =>
        bytes.Add((color >> 16 & 255) / 255.0).Add((color >> 8 & 255) / 255.0).Add((color & 255) / 255.0);
}

/// <summary>A rectangle in points from the upper left corner of the page.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Bottom);
