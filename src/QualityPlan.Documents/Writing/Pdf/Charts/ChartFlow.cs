using System.Text;
using QualityPlan.Documents.Writing.Charts;
using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.Pages;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Charts;

/// <summary>Draws a chart as lines and letters, its figures in words as the alternative text; one page holds as many bars as fit.</summary>
internal sealed class ChartFlow(Chart chart, PageStack pages, TagTree tags, Typesetter typesetter)
{
    private const double RowHeight = 17;
    private const double BarHeight = 12;
    private const double LabelShare = 0.3;
    private const double TotalRoom = 26;
    private const double TitleHeight = 18;
    private const double LegendHeight = 15;
    private const double Below = 8;
    private const double Size = 8.5;
    private const int Black = 0x111111;
    private const int Axis = 0x7B8794;

    private readonly int most = Enumerable.Range(0, chart.Categories.Count).Select(row => chart.Series.Sum(one => one.Values[row])).DefaultIfEmpty().Max();

    private double BarsLeft => pages.Left + (pages.Width * LabelShare);

    private double BarsWidth => (pages.Width * (1 - LabelShare)) - TotalRoom;

    /// <summary>The height of the chart, or of a page's part of it.</summary>
    public double FirstHeight => Math.Min(pages.Limit - pages.Top, Head + (chart.Categories.Count * RowHeight) + Below);

    private static double Head => TitleHeight + LegendHeight;

    public void Draw()
    {
        for (var from = 0; from < chart.Categories.Count;)
        {
            if (!pages.IsFresh && pages.Room < Math.Min(FirstHeight, Head + ((chart.Categories.Count - from) * RowHeight) + Below))
            {
                pages.Next();
            }

            var count = Math.Clamp((int)((pages.Room - Head - Below) / RowHeight), 1, chart.Categories.Count - from);
            DrawPart(from, count);
            from += count;
        }
    }

    private void DrawPart(int from, int count)
    {
        var part = chart with
        {
            Categories = [.. chart.Categories.Skip(from).Take(count)],
            Series = [.. chart.Series.Select(one => one with { Values = [.. one.Values.Skip(from).Take(count)] })],
        };
        var top = pages.Y;
        pages.Begin(tags.Add("Figure", tags.Document, Attributes(part, top)));
        Put(from == 0 ? chart.Title : $"{chart.Title}（續）", (pages.Left, top + 11), (10.5, Black), isBold: true);
        DrawLegend(top + TitleHeight);
        pages.Y = top + Head;
        for (var row = 0; row < count; row++)
        {
            DrawRow(part, row);
            pages.Y += RowHeight;
        }

        pages.Canvas.Pen(0.75, Axis);
        pages.Canvas.Frame(new Box(BarsLeft, top + Head - 2, 0, pages.Y));
        pages.End();
        pages.Y += Below;
    }

    private void DrawLegend(double top)
    {
        var x = pages.Left;
        foreach (var series in chart.Series)
        {
            pages.Canvas.Fill(new Box(x, top + 1, 8, top + 9), Number(series.Colour));
            x += 11;
            x += Put(series.Name, (x, top + 8.5), (Size, Black), isBold: false) + 12;
        }
    }

    private void DrawRow(Chart part, int row)
    {
        var top = pages.Y + ((RowHeight - BarHeight) / 2);
        var baseline = top + 9.2;
        var label = Fit(part.Categories[row].ReplaceLineEndings(" "), BarsLeft - pages.Left - 6);
        PutGlyphs(label, (BarsLeft - 5 - Width(label), baseline), (Size, Black));
        var x = BarsLeft;
        foreach (var series in part.Series.Where(one => one.Values[row] > 0))
        {
            var width = BarsWidth * series.Values[row] / Math.Max(1, most);
            pages.Canvas.Fill(new Box(x, top, width, top + BarHeight), Number(series.Colour));
            var figure = typesetter.Set($"{series.Values[row]}", isBold: false);
            if (Width(figure) + 2 <= width)
            {
                PutGlyphs(figure, (x + ((width - Width(figure)) / 2), baseline), (Size, Number(ChartLook.InkOn(series.Colour))));
            }

            x += width;
        }

        Put($"{part.Series.Sum(one => one.Values[row])}", (x + 4, baseline), (Size, Black), isBold: true);
    }

    /// <summary>Draws a line of text; answers its width.</summary>
    private double Put(string text, (double X, double Baseline) at, (double Size, int Ink) with, bool isBold)
    {
        var glyphs = typesetter.Set(text, isBold);
        PutGlyphs(glyphs, at, with);
        return glyphs.Sum(glyph => glyph.Advance) * with.Size / 1000;
    }

    private void PutGlyphs(Glyph[] glyphs, (double X, double Baseline) at, (double Size, int Ink) with)
    {
        pages.Canvas.Ink(with.Ink);
        pages.Canvas.Text(glyphs, with.Size, at);
    }

    /// <summary>As much of a name as the room holds, with … behind what was cut.</summary>
    private Glyph[] Fit(string text, double room)
    {
        var glyphs = typesetter.Set(text, isBold: false);
        if (Width(glyphs) <= room)
        {
            return glyphs;
        }

        var end = typesetter.Set("…", isBold: false);
        var kept = glyphs.Length;
        while (kept > 0 && Width(glyphs.AsSpan(0, kept)) + Width(end) > room)
        {
            kept--;
        }

        return [.. glyphs[..kept], .. end];
    }

    private static double Width(ReadOnlySpan<Glyph> glyphs)
    {
        var sum = 0.0;
        foreach (var glyph in glyphs)
        {
            sum += glyph.Advance;
        }

        return sum * Size / 1000;
    }

    private string Attributes(Chart part, double top)
    {
        var bottom = top + Head + (part.Categories.Count * RowHeight);
        var box = new PdfBytes().Add(pages.Left).Add(pages.FromBottom(bottom)).Add(pages.Left + pages.Width).Add(pages.FromBottom(top));
        var alternative = new PdfBytes().AddText(part.Alternative);
        return $"/Alt{Encoding.ASCII.GetString(alternative.Written)}/A<</O/Layout/Placement/Block/BBox[{Encoding.ASCII.GetString(box.Written)}]>>";
    }

    private static int Number(string colour) => Convert.ToInt32(colour[1..], 16);
}
