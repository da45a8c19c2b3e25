using System.Security.Cryptography;
using System.Text;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>
/// A short mark of a text. The page sends back the mark of the text that was typed over; when it differs from what is
/// stored, somebody else wrote meanwhile.
/// </summary>
public static class TextStamp
{
    private const int Bytes = 6;

    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
