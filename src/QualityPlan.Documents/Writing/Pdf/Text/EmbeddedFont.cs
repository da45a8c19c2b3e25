using System.Text;
using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.TrueType;

namespace QualityPlan.Documents.Writing.Pdf.Text;

/// <summary>
/// The part of a font one document uses. Each character gets its own code, even where two share a glyph,
/// so that copied text is the source text to the letter.
/// </summary>
internal sealed class EmbeddedFont(FontFace face)
{
    private const int MappingsPerBlock = 100;

    private readonly List<int> glyphs = [0];
    private readonly List<int> runes = [0xFFFD];
    private readonly List<int> advances = [face.AdvanceOf(0)];

    public FontFace Face => face;

    /// <summary>Gives the character a code; <paramref name="glyph"/> may be one of the marks of <see cref="FontSubset"/>.</summary>
    public (ushort Code, ushort Advance) Add(int rune, int glyph)
    {
        var advance = glyph switch
        {
            FontSubset.Blank => 0,
            FontSubset.MissingBox => ReplacementBox.Advance,
            _ => face.AdvanceOf(glyph),
        };
        glyphs.Add(glyph);
        runes.Add(rune);
        advances.Add(advance);
        return (checked((ushort)(glyphs.Count - 1)), (ushort)advance);
    }

    /// <summary>Writes the font and its maps; answers the number of the font object.</summary>
    public int Write(PdfFile file)
    {
        var name = $"{Tag()}+{face.Name}";
        var program = FontSubset.Build(face, glyphs);
        var data = file.AddStream(program, $"/Length1 {program.Length}");
        var unicode = file.AddStream(ToUnicode().Written);
        var descriptor = file.Add(new PdfBytes().Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV 80/Ascent {face.Ascent}/Descent {face.Descent}" +
            $"/CapHeight {face.Ascent}/FontBBox[{string.Join(' ', face.Box)}]/FontFile2 {data} 0 R>>"));
        var descendant = file.Add(new PdfBytes().Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            $"/CIDToGIDMap/Identity/DW 1000/W[0[{string.Join(' ', advances)}]]/FontDescriptor {descriptor} 0 R>>"));
        return file.Add(new PdfBytes().Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"));
    }

    private PdfBytes ToUnicode()
    {
        var map = new PdfBytes().Add(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
            "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        Span<char> units = stackalloc char[2];
        for (var first = 1; first < runes.Count; first += MappingsPerBlock)
        {
            var after = Math.Min(first + MappingsPerBlock, runes.Count);
            map.Add(after - first).Add("beginbfchar\n");
            for (var code = first; code < after; code++)
            {
                map.Add("<").AddCode(code).Add("><");
                foreach (var unit in units[..new Rune(runes[code]).EncodeToUtf16(units)])
                {
                    map.AddCode(unit);
                }

                map.Add(">\n");
            }

            map.Add("endbfchar\n");
        }

        return map.Add("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    }

    /// <summary>Six capitals that differ between subsets and are the same for the same text.</summary>
    private string Tag()
    {
        var sum = runes.Aggregate(17u, (total, rune) => total * 31 + (uint)rune);
        return string.Create(6, sum, static (letters, rest) =>
        {
            for (var i = 0; i < letters.Length; i++, rest /= 26)
            {
                letters[i] = (char)('A' + rest % 26);
            }
        });
    }
}
