using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// A number format code of a spreadsheet, e.g. 「#,##0.0%」 or 「[$-404]e"年"m"月"d"日"」. What it cannot show it
/// shows as a plain number.
/// </summary>
internal sealed class NumberFormat
{
    private const int LongestCode = 255;
    private readonly List<FormatSection> sections;

    public NumberFormat(string code) =>
        sections = [.. FormatSection.Split(code.Length > LongestCode ? "General" : code)];

    public bool IsDate => sections[0].IsDate;

    public string Show(double number, bool countsFrom1904)
    {
        if (IsDate)
        {
            return DateOf(number, countsFrom1904) is { } moment ? ShowDate(sections[0], moment, number) : General(number);
        }

        var section = number < 0 && sections.Count > 1 ? sections[1] : number == 0 && sections.Count > 2 ? sections[2] : sections[0];
        return ShowNumber(section, section == sections[0] ? number : Math.Abs(number));
    }

    /// <summary>Up to fifteen digits, never with an exponent.</summary>
    public static string General(double number)
    {
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        return text.Contains('E') && Math.Abs(number) is < 1e27 and > 1e-27
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>Day 60 of the 1900 count is a 29 February that never was.</summary>
    private static DateTime? DateOf(double number, bool countsFrom1904)
    {
        if (number is < 0 or > 2_900_000)
        {
            return null;
        }

        var first = countsFrom1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, number < 60 ? 31 : 30);
        return first.AddSeconds(Math.Round(number * 86400));
    }

    private static string ShowNumber(FormatSection section, double number)
    {
        if (section.IsGeneral)
        {
            return section.Before + General(number) + section.After;
        }

        if (section.Decimals < 0)
        {
            return section.Before;
        }

        var scaled = section.IsPercent ? number * 100 : number;
        var rounded = Math.Abs(scaled) < 1e27 ? Math.Round((decimal)scaled, section.Decimals, MidpointRounding.AwayFromZero) : 0;
        var pattern = (section.HasThousands ? "#,##" : "") + new string('0', Math.Max(1, section.WholeDigits))
            + (section.Decimals > 0 ? "." + new string('0', section.FixedDecimals) + new string('#', section.Decimals - section.FixedDecimals) : "");
        return section.Before + rounded.ToString(pattern, CultureInfo.InvariantCulture) + section.After;
    }

    private static string ShowDate(FormatSection section, DateTime moment, double number)
    {
        var text = new StringBuilder();
        foreach (var token in section.DateTokens)
        {
            text.Append(token.IsLiteral ? token.Text : DatePiece(token.Text, moment, number, section.HasHalfDays));
        }

        return text.ToString();
    }

    private static string DatePiece(string token, DateTime moment, double number, bool halfDays) => token switch
    {
        "yyyy" or "yyy" => $"{moment.Year:0000}",
        "yy" or "y" => $"{moment.Year % 100:00}",
        "e" or "ee" or "eee" => $"{moment.Year - 1911}",
        "mmmm" or "mmm" or "mmmmm" or "m" => $"{moment.Month}",
        "mm" => $"{moment.Month:00}",
        "dd" => $"{moment.Day:00}",
        "d" => $"{moment.Day}",
        "ddd" or "aaa" => "週" + WeekDay(moment),
        "dddd" or "aaaa" => "星期" + WeekDay(moment),
        "h" => $"{Hour(moment, halfDays)}",
        "hh" => $"{Hour(moment, halfDays):00}",
        "[h]" or "[hh]" => $"{Math.Floor(number * 24 + 1e-9)}",
        "min" => $"{moment.Minute}",
        "minmin" => $"{moment.Minute:00}",
        "s" => $"{moment.Second}",
        "ss" => $"{moment.Second:00}",
        "am/pm" or "a/p" => moment.Hour < 12 ? "AM" : "PM",
        "上午/下午" => moment.Hour < 12 ? "上午" : "下午",
        _ => "",
    };

    private static int Hour(DateTime moment, bool halfDays) => halfDays ? (moment.Hour + 11) % 12 + 1 : moment.Hour;

    private static char WeekDay(DateTime moment) => "日一二三四五六"[(int)moment.DayOfWeek];
}
