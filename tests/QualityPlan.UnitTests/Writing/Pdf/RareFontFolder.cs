using System.Buffers.Binary;
using System.Text;
using QualityPlan.Documents.Writing.Pdf;
using QualityPlan.Documents.Writing.Pdf.TrueType;

namespace QualityPlan.UnitTests.Writing.Pdf;

/// <summary>
/// A folder with a small font for one character beyond the first plane (cmap format 12), and with a file
/// that is no font at all, which must do no harm.
/// </summary>
internal sealed class RareFontFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qualityplan-rare-");

    public RareFontFolder(int rune)
    {
        var source = PdfFonts.Default.Find(char.ConvertToUtf32("龍", 0), isBold: false)!.Value;
        var font = Sfnt(FontSubset.Build(source.Face, [0, source.Glyph]), ("cmap", Format12(rune)), ("name", Name("RareTest")));
        File.WriteAllBytes(System.IO.Path.Combine(Path, "2-rare.ttf"), font);
        File.WriteAllText(System.IO.Path.Combine(Path, "0-broken.ttf"), "not a font");
        File.WriteAllBytes(System.IO.Path.Combine(Path, "1-cut.ttf"), font[..200]);
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);

    private static byte[] Format12(int rune) => Words(0, 1, 3, 10, 0, 12, 12, 0, 0, 28, 0, 0, 0, 1,
        rune >> 16, rune & 0xFFFF, rune >> 16, rune & 0xFFFF, 0, 1);

    private static byte[] Name(string name) =>
        [.. Words(0, 1, 18, 3, 1, 0x409, 6, name.Length * 2, 0), .. Encoding.BigEndianUnicode.GetBytes(name)];

    private static byte[] Words(params int[] words)
    {
        var bytes = new byte[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), (ushort)words[i]);
        }

        return bytes;
    }

    /// <summary>The font with two more tables; their records go in front, the offsets behind move on.</summary>
    private static byte[] Sfnt(byte[] font, params (string Name, byte[] Data)[] added)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        var shift = added.Length * 16;
        var records = font.AsSpan(12, count * 16).ToArray();
        for (var i = 0; i < count; i++)
        {
            var offset = records.AsSpan(i * 16 + 8, 4);
            BinaryPrimitives.WriteUInt32BigEndian(offset, BinaryPrimitives.ReadUInt32BigEndian(offset) + (uint)shift);
        }

        var (head, tail) = (new MemoryStream(), new MemoryStream());
        head.Write([.. Words(0x0001, 0, count + added.Length, 0, 0, 0), .. records]);
        foreach (var (name, data) in added)
        {
            var at = font.Length + shift + (int)tail.Length;
            head.Write([.. Encoding.ASCII.GetBytes(name), .. Words(0, 0, at >> 16, at & 0xFFFF, 0, data.Length)]);
            tail.Write(data);
        }

        return [.. head.ToArray(), .. font.AsSpan(12 + count * 16), .. tail.ToArray()];
    }
}
