namespace QualityPlan.Documents.Writing.Pdf.Text;

/// <summary>A line: which glyphs, and its width in thousandths of an em without the spaces at its end.</summary>
internal readonly record struct TextLine(int Start, int Length, int Width)
{
    public int End => Start + Length;
}

/// <summary>
/// Breaks glyphs into lines. No line starts with 、，。」 or ends with 「（; Latin words and numbers are not cut
/// unless one alone is wider than the line. Widths are in thousandths of an em.
/// </summary>
internal static class LineBreaker
{
    private const int MostCompany = 4;

    /// <param name="indent">How much narrower the second and further lines of a paragraph are.</param>
    public static List<TextLine> Break(ReadOnlySpan<Glyph> glyphs, int width, int indent = 0)
    {
        var lines = new List<TextLine>(1 + glyphs.Length * 1000 / Math.Max(width, 1000));
        var start = 0;
        while (start <= glyphs.Length)
        {
            var newLine = IndexOfNewLine(glyphs, start);
            BreakParagraph(glyphs[..newLine], start, (width, indent), lines);
            start = newLine + 1;
        }

        return lines;
    }

    private static int IndexOfNewLine(ReadOnlySpan<Glyph> glyphs, int start)
    {
        while (start < glyphs.Length && glyphs[start].Class != BreakClass.NewLine)
        {
            start++;
        }

        return start;
    }

    private static void BreakParagraph(ReadOnlySpan<Glyph> glyphs, int start, (int Full, int Indent) widths, List<TextLine> lines)
    {
        var (room, used, chance) = (widths.Full, 0, start);
        for (var i = start; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            if (i > start && LineBreaking.Allows(glyphs[i - 1].Class, glyph.Class))
            {
                chance = i;
            }

            if (i > start && used + glyph.Advance > room && glyph.Class != BreakClass.Space)
            {
                var at = chance > start ? chance : Cut(glyphs, start, i);
                lines.Add(Line(glyphs, start, at));
                (start, chance, i, used, room) = (at, at, at - 1, 0, widths.Full - widths.Indent);
                continue;
            }

            used += glyph.Advance;
        }

        AddLast(glyphs, start, lines);
    }

    /// <summary>The last line of a paragraph; one lonely character takes company from the line before.</summary>
    private static void AddLast(ReadOnlySpan<Glyph> glyphs, int start, List<TextLine> lines)
    {
        var last = Line(glyphs, start, glyphs.Length);
        if (IsLonely(glyphs[last.Start..last.End]) && lines.Count > 0 && lines[^1].End == start)
        {
            var before = lines[^1];
            for (var at = start - 1; at > before.Start + before.Length / 2 && start - at <= MostCompany; at--)
            {
                if (LineBreaking.Allows(glyphs[at - 1].Class, glyphs[at].Class))
                {
                    lines[^1] = Line(glyphs, before.Start, at);
                    last = Line(glyphs, at, glyphs.Length);
                    break;
                }
            }
        }

        lines.Add(last);
    }

    private static bool IsLonely(ReadOnlySpan<Glyph> line)
    {
        var characters = 0;
        foreach (var glyph in line)
        {
            characters += glyph.Class is BreakClass.Ideograph or BreakClass.Counter ? 1 : LineBreaking.MayStartLine(glyph.Class) ? 2 : 0;
        }

        return characters == 1;
    }

    /// <summary>Where to cut a word wider than the line: before <paramref name="end"/>, minding the same rules if it can be.</summary>
    private static int Cut(ReadOnlySpan<Glyph> glyphs, int start, int end)
    {
        for (var at = end; at > start + 1; at--)
        {
            if (LineBreaking.MayStartLine(glyphs[at].Class) && LineBreaking.MayEndLine(glyphs[at - 1].Class))
            {
                return at;
            }
        }

        return end;
    }

    private static TextLine Line(ReadOnlySpan<Glyph> glyphs, int start, int end)
    {
        var inked = end;
        while (inked > start && glyphs[inked - 1].Class == BreakClass.Space)
        {
            inked--;
        }

        var width = 0;
        for (var i = start; i < inked; i++)
        {
            width += glyphs[i].Advance;
        }

        return new TextLine(start, end - start, width);
    }
}
