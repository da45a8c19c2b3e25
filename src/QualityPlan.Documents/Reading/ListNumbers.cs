using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>How a list number is printed (編號格式): 一、甲、壹、(1)、Ⅳ …</summary>
internal static class ListNumbers
{
    private const int LongestPattern = 100;
    private const string Plain = "〇一二三四五六七八九";
    private const string Formal = "零壹貳參肆伍陸柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>Puts a number in front of a text; a Chinese mark and 「(一)」 need no blank behind them, 「1.」 does.</summary>
    public static string InFront(string label, string text) => label.Length == 0 || text.Length == 0
        ? text
        : label + ("、，．。）】」：".Contains(label[^1]) || IsChineseInParens(label) ? "" : " ") + text;

    private static bool IsChineseInParens(string label) => label is ['(', > '\u2E80', .., ')'];

    /// <summary>The pattern of a level; no program lets one write longer ones.</summary>
    public static string Pattern(string? text) => text is { Length: <= LongestPattern } ? text : "";

    public static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Counting(int number) => InTens(number, Plain, "十百千", dropsOne: true);

    public static string FormalCounting(int number) => InTens(number, Formal, "拾佰仟", dropsOne: false);

    public static string Digits(int number) => string.Concat(Decimal(number).Select(digit => Plain[digit - '0']));

    public static string FullWidth(int number) => string.Concat(Decimal(number).Select(digit => (char)(digit - '0' + '０')));

    public static string Stem(int number) => Cycle(number, Stems);

    public static string Branch(int number) => Cycle(number, Branches);

    public static string Circled(int number) => number is >= 1 and <= 20 ? ((char)('①' + number - 1)).ToString() : Decimal(number);

    public static string InParens(int number) => number is >= 1 and <= 20 ? ((char)('⑴' + number - 1)).ToString() : $"({number})";

    public static string CircledCounting(int number) => number is >= 1 and <= 10 ? ((char)('㊀' + number - 1)).ToString() : Counting(number);

    /// <summary>a … z, aa, bb … as word processors count.</summary>
    public static string Letter(int number, char first) =>
        number is >= 1 and <= 780 ? new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1) : Decimal(number);

    public static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Decimal(number);
        }

        int[] values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
            {
                text.Append(signs[i]);
            }
        }

        return text.ToString();
    }

    private static string Cycle(int number, string signs) =>
        number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : Decimal(number);

    /// <summary>Up to 9,999; 十 and not 一十 at the beginning where the style says so.</summary>
    private static string InTens(int number, string digits, string units, bool dropsOne)
    {
        if (number is < 1 or > 9999)
        {
            return number == 0 ? digits[..1] : Decimal(number);
        }

        var text = new StringBuilder();
        var written = Decimal(number);
        for (var i = 0; i < written.Length; i++)
        {
            var digit = written[i] - '0';
            var place = written.Length - 1 - i;
            if (digit == 0)
            {
                var moreFollows = written[(i + 1)..].Any(later => later != '0');
                text.Append(moreFollows && written[i - 1] != '0' ? (dropsOne ? "零" : digits[..1]) : "");
            }
            else
            {
                text.Append(dropsOne && digit == 1 && place == 1 && i == 0 ? "" : digits[digit].ToString());
                text.Append(place > 0 ? units[place - 1].ToString() : "");
            }
        }

        return text.ToString();
    }
}
