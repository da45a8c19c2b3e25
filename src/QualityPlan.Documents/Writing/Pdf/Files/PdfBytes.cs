using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Writing.Pdf.Files;

/// <summary>A growing run of PDF syntax; every piece ends with a space or a delimiter of its own.</summary>
internal sealed class PdfBytes
{
    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEF"u8;

    private byte[] buffer = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public PdfBytes Clear()
    {
        Length = 0;
        return this;
    }

    public PdfBytes Add(string syntax)
    {
        Length += Encoding.Latin1.GetBytes(syntax, Room(syntax.Length));
        return this;
    }

    public PdfBytes Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBytes Add(int number)
    {
        number.TryFormat(Room(12), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return Add(" "u8);
    }

    /// <summary>A real number to a hundredth of a point, which is finer than any printer.</summary>
    public PdfBytes Add(double number)
    {
        var hundredths = (long)Math.Round(number * 100);
        ((decimal)hundredths / 100).TryFormat(Room(24), out var written, "0.##", CultureInfo.InvariantCulture);
        Length += written;
        return Add(" "u8);
    }

    /// <summary>A reference to an object.</summary>
    public PdfBytes AddReference(int id) => Add(id).Add("0 R "u8);

    /// <summary>Four hexadecimal digits, as a two-byte character code is written.</summary>
    public PdfBytes AddCode(int code)
    {
        var room = Room(4);
        room[0] = Digits[(code >> 12) & 15];
        room[1] = Digits[(code >> 8) & 15];
        room[2] = Digits[(code >> 4) & 15];
        room[3] = Digits[code & 15];
        Length += 4;
        return this;
    }

    /// <summary>A text string that people read (titles, bookmarks), in UTF-16 with its mark.</summary>
    public PdfBytes AddText(string text)
    {
        Add("<FEFF"u8);
        foreach (var unit in text)
        {
            AddCode(unit);
        }

        return Add("> "u8);
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + count));
        }

        return buffer.AsSpan(Length);
    }
}
