using System.Buffers.Binary;
using System.Text;

namespace QualityPlan.Documents.Writing.Pdf.TrueType;

/// <summary>The PostScript name of a font (name number 6).</summary>
internal static class FontName
{
    private const int PostScript = 6;

    public static string Read(ReadOnlySpan<byte> name)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(name[2..]);
        var texts = name[BinaryPrimitives.ReadUInt16BigEndian(name[4..])..];
        for (var i = 0; i < count; i++)
        {
            var record = name.Slice(6 + i * 12, 12);
            var platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            if (BinaryPrimitives.ReadUInt16BigEndian(record[6..]) == PostScript && platform is 0 or 3)
            {
                var length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
                var offset = BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
                return Clean(Encoding.BigEndianUnicode.GetString(texts.Slice(offset, length)));
            }
        }

        return "Font";
    }

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return clean.Length > 0 ? clean : "Font";
    }
}
