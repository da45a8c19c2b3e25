using System.Globalization;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Calendar;

/// <summary>
/// 民國日期 as shown and as typed. Never throws on what people type: a reading is a date, or a zh-TW
/// sentence that says what to mend.
/// </summary>
public static partial class RocDate
{
    private const string Example = "例如115/3/31或1150331";

    /// <summary>「115年3月31日」; before 1912 「民國前2年3月31日」.</summary>
    public static string Long(DateOnly date) => $"{YearOf(date)}年{date.Month}月{date.Day}日";

    /// <summary>「115/3/31」, for tables.</summary>
    public static string Short(DateOnly date) => $"{YearOf(date)}/{date.Month}/{date.Day}";

    /// <summary>
    /// Takes <c>1150331</c>, <c>115/3/31</c>, <c>115.3.31</c>, <c>115-3-31</c>, <c>115年3月31日</c>, with or
    /// without 民國, blanks or full-width digits. A year of two digits needs 民國 before it or a leading zero,
    /// and a year of four digits is asked about: neither is ever guessed.
    /// </summary>
    public static RocDateReading Parse(string? text)
    {
        var folded = Folding.WithoutBlanks(text ?? "");
        if (folded.Length == 0)
        {
            return RocDateReading.Unreadable($"請輸入日期，{Example}。");
        }

        var match = Run().Match(folded);
        match = match.Success ? match : Separated().Match(folded);
        return match.Success
            ? Judge(match, folded)
            : RocDateReading.Unreadable($"看不懂「{text!.Trim()}」，請輸入民國年月日，{Example}。");
    }

    /// <summary>A day of a 民國 year, or the sentence that says why there is no such day.</summary>
    public static RocDateReading Of(int rocYear, int month, int day)
    {
        if (!RocYear.IsValid(rocYear))
        {
            return RocDateReading.Unreadable($"沒有民國{rocYear}年，請確認年份。");
        }

        if (month is < 1 or > 12)
        {
            return RocDateReading.Unreadable($"沒有{month}月，月份為1至12。");
        }

        var year = new RocYear(rocYear);
        var days = DateTime.DaysInMonth(year.Gregorian, month);
        return day < 1 || day > days
            ? RocDateReading.Unreadable($"沒有{month}月{day}日，{year}年{month}月只有{days}天。")
            : RocDateReading.Of(new DateOnly(year.Gregorian, month, day));
    }

    private static RocDateReading Judge(Match match, string folded)
    {
        var year = match.Groups["y"].Value;
        var (month, day) = (Number(match.Groups["m"].Value), Number(match.Groups["d"].Value));
        if (year.Length == 4)
        {
            return AskForGregorian(Number(year), month, day);
        }

        var reading = Of(Number(year), month, day);
        if (year.Length == 3 || folded.Contains("民國", StringComparison.Ordinal) || reading.Date is null)
        {
            return reading;
        }

        var sentence = $"年份「{year}」不足三位數，是否要輸入民國{year}年？請寫成「{year.PadLeft(3, '0')}」或在前面加「民國」。";
        return RocDateReading.Unreadable(sentence, reading.Date);
    }

    private static RocDateReading AskForGregorian(int year, int month, int day)
    {
        if (!RocYear.IsValid(year - 1911))
        {
            return RocDateReading.Unreadable($"看不懂年份「{year}」，請輸入民國年月日，{Example}。");
        }

        var meant = Of(year - 1911, month, day);
        if (meant.Date is not { } date)
        {
            return RocDateReading.Unreadable($"{meant.Reason}請輸入民國年月日，{Example}。");
        }

        return RocDateReading.Unreadable(
            $"是否要輸入{year - 1911}年？{year}是西元年，請改填民國年：{Short(date)}。", date);
    }

    private static string YearOf(DateOnly date) => date.Year > 1911
        ? (date.Year - 1911).ToString(CultureInfo.InvariantCulture)
        : $"民國前{1912 - date.Year}";

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:中華)?(?:民國)?(?<y>[0-9]{3,4})(?<m>[0-9]{2})(?<d>[0-9]{2})$")]
    private static partial Regex Run();

    [GeneratedRegex(@"^(?:(?:中華民國|民國)?(?<y>[0-9]{1,4})|西元(?<y>[0-9]{4}))(?:(?<s>[/.-])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)$")]
    private static partial Regex Separated();
}
