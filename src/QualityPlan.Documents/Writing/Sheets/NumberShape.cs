using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>
/// How a number was shown in its text, so that a spreadsheet shows the same: 「1,234 件」 is a grouped number with
/// a unit behind, 「85%」 may be 85 with a sign or 0.85 as a percentage.
/// </summary>
internal readonly record struct NumberShape(int Decimals, bool Grouped, bool Percentage, string Suffix)
{
    private static readonly NumberShape General = new(-1, false, false, "");

    /// <summary>The digits stand as they are, as many as there are.</summary>
    public bool IsGeneral => Decimals < 0;

    /// <summary>The shape of <paramref name="text"/>; the general one when the text shows something else than the number.</summary>
    public static NumberShape Of(decimal number, string text)
    {
        var digits = text.AsSpan().Trim();
        var end = digits.IndexOfAnyExcept("+-0123456789.,");
        var suffix = end < 0 ? "" : digits[end..].ToString();
        digits = end < 0 ? digits : digits[..end];
        if (!decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var shown)
            || suffix.Length > 20 || suffix.AsSpan().ContainsAny("\"\\\n\t"))
        {
            return General;
        }

        var point = digits.IndexOf('.');
        var shape = new NumberShape(point < 0 ? 0 : Math.Min(digits.Length - point - 1, 15), digits.Contains(','), false, suffix);
        return shown == number ? shape
            : suffix == "%" && shown == decimal.Round(number * 100, shape.Decimals) ? shape with { Percentage = true, Suffix = "" }
            : General;
    }

    /// <summary>The number format code of Excel.</summary>
    public string ToExcel()
    {
        if (IsGeneral)
        {
            return "General";
        }

        var code = new StringBuilder(Grouped ? "#,##0" : "0");
        if (Decimals > 0)
        {
            code.Append('.').Append('0', Decimals);
        }

        return code.Append(Percentage ? "%" : Suffix.Length == 0 ? "" : $"\"{Suffix}\"").ToString();
    }

    /// <summary>Whether a spreadsheet's double holds the number exactly; if not it is better kept as text.</summary>
    public static bool FitsInDouble(decimal number) =>
        Math.Abs(number) < 1_000_000_000_000_000m && (decimal)(double)number == number;
}
