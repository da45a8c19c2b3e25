namespace QualityPlan.Web.Features.Verification;

/// <summary>A hash as people copy it from paper: blanks and dashes between the digits, capitals, the word SHA-256 in front, or only its beginning.</summary>
internal static class PrintedHash
{
    public const string Hint = "雜湊值是 64 個十六進位字元（0-9、a-f）；至少請輸入開頭的 12 個。";

    private const int Fewest = 12;
    private const int All = 64;

    /// <summary>The digits in small letters; null when it is none.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Replace("SHA-256", "", StringComparison.OrdinalIgnoreCase).Replace("SHA256", "", StringComparison.OrdinalIgnoreCase);
        var digits = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC)
            .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or ':'))).ToLowerInvariant();
        return digits.Length is >= Fewest and <= All && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}
