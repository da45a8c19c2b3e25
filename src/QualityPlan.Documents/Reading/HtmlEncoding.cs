using System.Text;
using System.Text.RegularExpressions;

namespace QualityPlan.Documents.Reading;

/// <summary>Finds out how a text file is encoded: a byte order mark, UTF-8, or Big5 when it says so or is not UTF-8.</summary>
internal static partial class HtmlEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictBig5 = CodePagesEncodingProvider.Instance.GetEncoding(
        "big5", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text, or null when it is in none of the encodings.</summary>
    public static string? Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        return DeclaresBig5(bytes)
            ? TryDecode(StrictBig5, bytes) ?? TryDecode(StrictUtf8, bytes)
            : TryDecode(StrictUtf8, bytes) ?? TryDecode(StrictBig5, bytes);
    }

    private static bool DeclaresBig5(byte[] bytes) =>
        Big5Declaration().IsMatch(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048)));

    private static string? TryDecode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?:big5|x-x-big5|cp950|ms950)""", RegexOptions.IgnoreCase)]
    private static partial Regex Big5Declaration();
}
