using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace QualityPlan.Documents.Writing.Pdf.TrueType;

/// <summary>
/// A static TrueType font with outlines in glyf. Only the maps and widths are kept in memory; outlines are read
/// from the file when a glyph is embedded, for the fonts with rare characters weigh 30 to 65 MB each.
/// Safe for many threads: nothing changes after opening.
/// </summary>
internal sealed class FontFace
{
    private readonly SafeFileHandle file;
    private readonly Dictionary<string, (long Offset, int Length)> tables;
    private readonly CharacterMap characters;
    private readonly byte[] horizontal;
    private readonly byte[] places;
    private readonly bool longPlaces;
    private readonly int fullMetrics;
    private readonly int unitsPerEm;

    private FontFace(SafeFileHandle file, Dictionary<string, (long Offset, int Length)> tables)
    {
        this.file = file;
        this.tables = tables;
        var head = Table("head");
        var lines = Table("hhea");
        unitsPerEm = Math.Max(1, (int)BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(18)));
        longPlaces = BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(50)) != 0;
        Box = [.. Enumerable.Range(0, 4).Select(i => Scale(BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(36 + i * 2))))];
        Ascent = Scale(BinaryPrimitives.ReadInt16BigEndian(lines.AsSpan(4)));
        Descent = Scale(BinaryPrimitives.ReadInt16BigEndian(lines.AsSpan(6)));
        fullMetrics = BinaryPrimitives.ReadUInt16BigEndian(lines.AsSpan(34));
        horizontal = Table("hmtx");
        places = Table("loca");
        characters = new CharacterMap(Table("cmap"));
        Name = FontName.Read(Table("name"));
    }

    /// <summary>The PostScript name, safe to stand in a PDF name.</summary>
    public string Name { get; }

    /// <summary>In thousandths of an em, as PDF counts.</summary>
    public int Ascent { get; }

    /// <summary>In thousandths of an em, below zero.</summary>
    public int Descent { get; }

    /// <summary>Left, bottom, right, top of all glyphs, in thousandths of an em.</summary>
    public int[] Box { get; }

    /// <summary>Opens a font; throws <see cref="InvalidDataException"/> when the file is not a TrueType font with outlines.</summary>
    public static FontFace Open(string path)
    {
        var file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        try
        {
            return new FontFace(file, Directory(file));
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or KeyNotFoundException or EndOfStreamException or OverflowException)
        {
            file.Dispose();
            throw new InvalidDataException($"{path} is not a TrueType font with outlines.", exception);
        }
    }

    /// <summary>The glyph of a character, or 0 when the font has none.</summary>
    public int GlyphOf(int rune) => characters[rune];

    /// <summary>The width of a glyph in thousandths of an em.</summary>
    public int AdvanceOf(int glyph) => Scale(BinaryPrimitives.ReadUInt16BigEndian(horizontal.AsSpan(Math.Min(glyph, fullMetrics - 1) * 4)));

    /// <summary>The four bytes of the glyph's horizontal metrics, in units of the font.</summary>
    public void CopyMetrics(int glyph, Span<byte> target)
    {
        horizontal.AsSpan(Math.Min(glyph, fullMetrics - 1) * 4, 2).CopyTo(target);
        var bearing = glyph < fullMetrics ? glyph * 4 + 2 : fullMetrics * 4 + (glyph - fullMetrics) * 2;
        horizontal.AsSpan(bearing, 2).CopyTo(target[2..]);
    }

    /// <summary>The outline of a glyph; empty for a space.</summary>
    public byte[] Outline(int glyph)
    {
        var (from, to) = (PlaceOf(glyph), PlaceOf(glyph + 1));
        return to > from ? Read(file, tables["glyf"].Offset + from, (int)(to - from)) : [];
    }

    /// <summary>A whole table, or nothing when the font has none of that name.</summary>
    public byte[] TableOrEmpty(string name) => tables.ContainsKey(name) ? Table(name) : [];

    private byte[] Table(string name) => Read(file, tables[name].Offset, tables[name].Length);

    private long PlaceOf(int glyph) => longPlaces
        ? BinaryPrimitives.ReadUInt32BigEndian(places.AsSpan(glyph * 4))
        : BinaryPrimitives.ReadUInt16BigEndian(places.AsSpan(glyph * 2)) * 2L;

    private int Scale(int units) => (int)Math.Round(units * 1000.0 / unitsPerEm);

    private static Dictionary<string, (long Offset, int Length)> Directory(SafeFileHandle file)
    {
        var start = Read(file, 0, 12);
        if (BinaryPrimitives.ReadUInt32BigEndian(start) is not (0x00010000 or 0x74727565))
        {
            throw new ArgumentException("Not TrueType: a collection, or outlines of the other kind.");
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(start.AsSpan(4));
        var records = Read(file, 12, count * 16);
        var tables = new Dictionary<string, (long, int)>();
        for (var i = 0; i < count; i++)
        {
            var record = records.AsSpan(i * 16, 16);
            tables[Encoding.ASCII.GetString(record[..4])] =
                (BinaryPrimitives.ReadUInt32BigEndian(record[8..]), checked((int)BinaryPrimitives.ReadUInt32BigEndian(record[12..])));
        }

        return tables.ContainsKey("glyf") ? tables : throw new ArgumentException("No outlines.");
    }

    private static byte[] Read(SafeFileHandle file, long offset, int length)
    {
        if (offset + length > RandomAccess.GetLength(file))
        {
            throw new EndOfStreamException();
        }

        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            var got = RandomAccess.Read(file, bytes.AsSpan(done), offset + done);
            done += got > 0 ? got : throw new EndOfStreamException();
        }

        return bytes;
    }
}
