using System.Globalization;
using System.Text;
using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.TrueType;

namespace QualityPlan.Documents.Writing.Pdf.Text;

/// <summary>Turns the text of one document into glyphs and remembers which characters of which fonts were used.</summary>
internal sealed class Typesetter(PdfFonts fonts)
{
    private readonly Dictionary<int, Glyph> regular = [];
    private readonly Dictionary<int, Glyph> bold = [];
    private readonly List<EmbeddedFont> embedded = [];
    private readonly List<string> missing = [];
    private readonly List<Glyph> line = [];

    /// <summary>The characters no font had, in the order they were met, each once.</summary>
    public IReadOnlyList<string> Missing => missing;

    public Glyph[] Set(string text, bool isBold) => Set([text], isBold);

    /// <summary>The paragraphs with a line break between them.</summary>
    public Glyph[] Set(IReadOnlyList<string> paragraphs, bool isBold)
    {
        var known = isBold ? bold : regular;
        line.Clear();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i > 0)
            {
                line.Add(Glyph.NewLine);
            }

            foreach (var rune in paragraphs[i].EnumerateRunes())
            {
                if (!known.TryGetValue(rune.Value, out var glyph))
                {
                    known[rune.Value] = glyph = Meet(rune, isBold);
                }

                line.Add(glyph);
            }
        }

        return [.. line];
    }

    /// <summary>Writes the fonts; answers the entries for the resource dictionary.</summary>
    public string Write(PdfFile file) =>
        string.Concat(embedded.Select((font, index) => $"/F{index} {font.Write(file)} 0 R"));

    private Glyph Meet(Rune rune, bool isBold) => rune.Value switch
    {
        '\n' or '\v' or 0x2028 or 0x2029 => Glyph.NewLine,
        '\t' => Embed(' ', fonts.Find(' ', isBold) ?? new FoundGlyph(fonts.Body, FontSubset.Blank)),
        var value when TakesNoRoom(rune) => Embed(value, new FoundGlyph(fonts.Body, FontSubset.Blank)),
        var value => Embed(value, fonts.Find(value, isBold) ?? Miss(rune)),
    };

    private Glyph Embed(int rune, FoundGlyph found)
    {
        var index = embedded.FindIndex(font => font.Face == found.Face);
        if (index < 0)
        {
            index = embedded.Count;
            embedded.Add(new EmbeddedFont(found.Face));
        }

        var (code, advance) = embedded[index].Add(rune, found.Glyph);
        return new Glyph(code, advance, (byte)index, LineBreaking.ClassOf(rune));
    }

    private FoundGlyph Miss(Rune rune)
    {
        var character = rune.ToString();
        if (!missing.Contains(character))
        {
            missing.Add(character);
        }

        return new FoundGlyph(fonts.Body, FontSubset.MissingBox);
    }

    /// <summary>Direction marks, joiners, variation selectors and control characters: kept for copying, not drawn.</summary>
    private static bool TakesNoRoom(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;
}
