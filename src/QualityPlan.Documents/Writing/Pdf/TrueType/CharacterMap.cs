using System.Buffers.Binary;

namespace QualityPlan.Documents.Writing.Pdf.TrueType;

/// <summary>From characters to glyphs: the cmap table in format 4 (first plane) or 12 (all planes).</summary>
internal sealed class CharacterMap
{
    private readonly ushort[] firstPlane = new ushort[0x10000];
    private readonly List<Span> beyond = [];

    public CharacterMap(ReadOnlySpan<byte> cmap)
    {
        var (four, twelve) = Find(cmap);
        if (four > 0)
        {
            ReadFormat4(cmap[four..]);
        }

        if (twelve > 0)
        {
            ReadFormat12(cmap[twelve..]);
        }
    }

    /// <summary>The glyph of a character, or 0 when the font has none.</summary>
    public int this[int rune]
    {
        get
        {
            if (rune < 0x10000)
            {
                return firstPlane[rune];
            }

            var (low, high) = (0, beyond.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var span = beyond[middle];
                if (rune > span.Last)
                {
                    low = middle + 1;
                }
                else if (rune < span.First)
                {
                    high = middle - 1;
                }
                else
                {
                    return span.Glyph + rune - span.First;
                }
            }

            return 0;
        }
    }

    private static (int Four, int Twelve) Find(ReadOnlySpan<byte> cmap)
    {
        var (four, twelve) = (0, 0);
        var count = U16(cmap, 2);
        for (var i = 0; i < count; i++)
        {
            var record = cmap.Slice(4 + i * 8, 8);
            var unicode = U16(record, 0) == 0 || (U16(record, 0) == 3 && U16(record, 2) is 1 or 10);
            var at = (int)BinaryPrimitives.ReadUInt32BigEndian(record[4..]);
            switch (unicode ? U16(cmap, at) : 0)
            {
                case 4: four = at; break;
                case 12: twelve = at; break;
            }
        }

        return (four, twelve);
    }

    private void ReadFormat4(ReadOnlySpan<byte> table)
    {
        var twice = U16(table, 6);
        for (var i = 0; i < twice; i += 2)
        {
            var end = U16(table, 14 + i);
            var start = U16(table, 16 + twice + i);
            var delta = U16(table, 16 + twice * 2 + i);
            var rangeAt = 16 + twice * 3 + i;
            var range = U16(table, rangeAt);
            for (var rune = start; rune <= end && rune != 0xFFFF; rune++)
            {
                var glyph = range == 0 ? rune : U16(table, rangeAt + range + (rune - start) * 2);
                firstPlane[rune] = range != 0 && glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }

    private void ReadFormat12(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(table[12..]);
        for (var i = 0; i < count; i++)
        {
            var group = table.Slice(16 + i * 12, 12);
            var first = BinaryPrimitives.ReadInt32BigEndian(group);
            var last = BinaryPrimitives.ReadInt32BigEndian(group[4..]);
            var glyph = BinaryPrimitives.ReadInt32BigEndian(group[8..]);
            for (var rune = first; rune <= last && rune < 0x10000; rune++)
            {
                firstPlane[rune] = (ushort)(glyph + rune - first);
            }

            if (last >= 0x10000)
            {
                beyond.Add(new Span(first, last, glyph));
            }
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private readonly record struct Span(int First, int Last, int Glyph);
}
