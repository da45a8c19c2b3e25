using System.Buffers.Binary;
using System.Text;

namespace QualityPlan.Documents.Writing.Pdf.TrueType;

/// <summary>
/// A font file with only the glyphs of one document. Glyphs are numbered anew in the order of the list
/// (so a character code in the PDF is the glyph number); parts of composite glyphs follow behind.
/// </summary>
internal sealed class FontSubset
{
    /// <summary>Stands in the list for a character that takes no room, such as a direction mark.</summary>
    public const int Blank = -1;

    /// <summary>Stands in the list for a character no font has: a box is drawn.</summary>
    public const int MissingBox = -2;

    private readonly FontFace face;
    private readonly List<int> glyphs;
    private readonly Dictionary<int, int> parts = [];

    private FontSubset(FontFace face, IEnumerable<int> glyphs)
    {
        this.face = face;
        this.glyphs = [.. glyphs];
    }

    public static byte[] Build(FontFace face, IReadOnlyList<int> glyphs) => new FontSubset(face, glyphs).Build();

    private byte[] Build()
    {
        var (outlines, places) = Outlines();
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines,
            ["head"] = Patch("head", 50, 1),
            ["hhea"] = Patch("hhea", 34, glyphs.Count),
            ["hmtx"] = Metrics(),
            ["loca"] = places,
            ["maxp"] = Patch("maxp", 4, glyphs.Count),
        };
        foreach (var name in (string[])["cvt ", "fpgm", "prep"])
        {
            if (face.TableOrEmpty(name) is { Length: > 0 } table)
            {
                tables[name] = table;
            }
        }

        return FontFileOf(tables);
    }

    /// <summary>The outlines one behind the other, and where each begins; the list grows while parts of composites are met.</summary>
    private (byte[] Outlines, byte[] Places) Outlines()
    {
        var (outlines, places, place) = (new MemoryStream(), new MemoryStream(), new byte[4]);
        for (var i = 0; i <= glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(place, (uint)outlines.Length);
            places.Write(place);
            if (i < glyphs.Count)
            {
                outlines.Write(OutlineOf(glyphs[i]));
                outlines.SetLength((outlines.Length + 3) & ~3);
                outlines.Position = outlines.Length;
            }
        }

        return (outlines.ToArray(), places.ToArray());
    }

    private byte[] OutlineOf(int glyph)
    {
        if (glyph == Blank)
        {
            return [];
        }

        if (glyph == MissingBox)
        {
            return ReplacementBox.Outline(face);
        }

        var outline = face.Outline(glyph);
        if (outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
        {
            RenumberParts(outline);
        }

        return outline;
    }

    private void RenumberParts(byte[] composite)
    {
        const int wordArguments = 0x1, oneScale = 0x8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(composite.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(composite.AsSpan(at + 2));
            if (!parts.TryGetValue(part, out var renumbered))
            {
                renumbered = parts[part] = glyphs.Count;
                glyphs.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(composite.AsSpan(at + 2), (ushort)renumbered);
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2);
            at += (flags & oneScale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
    }

    private byte[] Metrics()
    {
        var metrics = new byte[glyphs.Count * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (glyphs[i] >= 0)
            {
                face.CopyMetrics(glyphs[i], metrics.AsSpan(i * 4, 4));
            }
            else if (glyphs[i] == MissingBox)
            {
                ReplacementBox.CopyMetrics(face, metrics.AsSpan(i * 4, 4));
            }
        }

        return metrics;
    }

    private byte[] Patch(string name, int at, int value)
    {
        var table = face.TableOrEmpty(name);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);
        return table;
    }

    private static byte[] FontFileOf(SortedDictionary<string, byte[]> tables)
    {
        var offset = 12 + tables.Count * 16;
        var font = new byte[offset + tables.Values.Sum(table => (table.Length + 3) & ~3)];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((tables.Count - (1 << power)) * 16));
        var record = 12;
        foreach (var (name, table) in tables)
        {
            table.CopyTo(font, offset);
            Encoding.ASCII.GetBytes(name, font.AsSpan(record, 4));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 4), CheckSum(table));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 8), (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(record + 12), (uint)table.Length);
            record += 16;
            offset += (table.Length + 3) & ~3;
        }

        return font;
    }

    private static uint CheckSum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (; table.Length >= 4; table = table[4..])
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(table);
        }

        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        table.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }
}
