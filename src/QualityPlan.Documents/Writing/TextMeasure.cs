using System.Text;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// How much room a text needs without asking a font: a Chinese character is one em wide, a Latin letter
/// about half of it. The guesses lean to the generous side, because too high a row is untidy and too low a row
/// hides words.
/// </summary>
public static class TextMeasure
{
    /// <summary>Line height as a part of the font size; Noto Sans TC needs 1.45, Microsoft JhengHei 1.33.</summary>
    public const double LineHeight = 1.46;

    public const double PointsPerMillimetre = 72 / 25.4;

    private const string NeverStartsALine = "、，。；：？！）」』】〉》〕｝…—－～·,.;:?!)]}%";
    private const string NeverEndsALine = "（「『【〈《〔｛([{";

    /// <summary>How many lines <paramref name="text"/> takes in a column; width and size in points. At least 1.</summary>
    public static int Lines(ReadOnlySpan<char> text, double width, double size)
    {
        var lines = 0;
        foreach (var paragraph in text.EnumerateLines())
        {
            lines += LinesOfParagraph(paragraph, width / size);
        }

        return Math.Max(1, lines);
    }

    /// <summary>Height in points of the wrapped text, without any padding.</summary>
    public static double Height(ReadOnlySpan<char> text, double width, double size) =>
        Lines(text, width, size) * size * LineHeight;

    // Widths are in ems here. Latin runs move to the next line whole, as every layout engine does.
    private static int LinesOfParagraph(ReadOnlySpan<char> paragraph, double width)
    {
        var (lines, filled, run) = (1, 0.0, 0.0);
        var previous = new Rune(' ');
        foreach (var rune in paragraph.EnumerateRunes())
        {
            var advance = Advance(rune);
            if (BreaksAnywhere(rune) || rune.Value is ' ' or '\t')
            {
                filled += run;
                run = 0;
                if (filled + advance > width && rune.Value is not (' ' or '\t'))
                {
                    lines++;
                    filled = DragsAlong(previous, rune) ? 1 : 0;
                }

                filled += advance;
            }
            else
            {
                run += advance;
                if (filled + run > width)
                {
                    lines++;
                    // A run wider than the column is cut; only its last piece goes on.
                    (filled, run) = filled > 0 && run <= width ? (0, run) : (0, advance);
                }
            }

            previous = rune;
        }

        return lines;
    }

    private static bool DragsAlong(Rune previous, Rune next) =>
        NeverEndsALine.Contains((char)previous.Value) || NeverStartsALine.Contains((char)next.Value);

    private static bool BreaksAnywhere(Rune rune) => rune.Value >= 0x2E80;

    private static double Advance(Rune rune) => rune.Value switch
    {
        >= 0x2010 => 1,
        >= 0x300 and < 0x370 => 0,
        ' ' => 0.3,
        '\t' => 2,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.92,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.32,
        >= 'A' and <= 'Z' => 0.7,
        _ => 0.62,
    };
}
