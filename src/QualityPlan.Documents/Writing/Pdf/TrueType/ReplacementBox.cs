using System.Buffers.Binary;

namespace QualityPlan.Documents.Writing.Pdf.TrueType;

/// <summary>
/// The glyph for a character that no font has: a full-width hollow box. Drawn by us, because some fonts
/// have an empty glyph 0 and the reader of the paper would not see that a character is missing.
/// </summary>
internal static class ReplacementBox
{
    /// <summary>The width in thousandths of an em.</summary>
    public const int Advance = 1000;

    public static byte[] Outline(FontFace face)
    {
        var em = UnitsPerEm(face);
        int At(int thousandths) => em * thousandths / 1000;
        var (left, bottom, right, top, pen) = (At(90), At(-60), At(910), At(820), At(60));
        var outline = new MemoryStream();
        void Write(params ReadOnlySpan<int> values)
        {
            Span<byte> word = stackalloc byte[2];
            foreach (var value in values)
            {
                BinaryPrimitives.WriteInt16BigEndian(word, (short)value);
                outline.Write(word);
            }
        }

        var (width, height, hollow) = (right - left, top - bottom, (W: right - left - 2 * pen, H: top - bottom - 2 * pen));
        Write(2, left, bottom, right, top, 3, 7, 0);
        outline.Write([1, 1, 1, 1, 1, 1, 1, 1]);
        Write(left, 0, width, 0, -(width - pen), hollow.W, 0, -hollow.W);
        Write(bottom, height, 0, -height, pen, 0, hollow.H, 0);
        return outline.ToArray();
    }

    public static void CopyMetrics(FontFace face, Span<byte> target)
    {
        var em = UnitsPerEm(face);
        BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)em);
        BinaryPrimitives.WriteInt16BigEndian(target[2..], (short)(em * 90 / 1000));
    }

    private static int UnitsPerEm(FontFace face) => BinaryPrimitives.ReadUInt16BigEndian(face.TableOrEmpty("head").AsSpan(18));
}
