namespace QualityPlan.Domain.Texts;

/// <summary>
/// 中文數字: 十二, 二十一, 廿三, 一百一十五 and digit by digit 一一五, 一○○; up to 9999. Also ① to ⑳.
/// </summary>
public static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";
    private const int Longest = 9;

    /// <summary>Whether the character can be part of a number written in Chinese.</summary>
    public static bool IsNumeral(char character) => DigitOf(character) >= 0 || UnitOf(character) > 0;

    /// <summary>The number the whole text says, or null when it is none.</summary>
    public static int? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > Longest)
        {
            return null;
        }

        return text.IndexOfAny("十百千廿卅") < 0 ? ReadDigits(text) : ReadUnits(text);
    }

    /// <summary>The number of ① to ⑳, or null.</summary>
    public static int? ReadCircled(char character) =>
        character is >= '\u2460' and <= '\u2473' ? character - '\u2460' + 1 : null;

    private static int? ReadDigits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var character in text)
        {
            var digit = DigitOf(character);
            if (digit < 0 || value > 999)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value;
    }

    private static int? ReadUnits(ReadOnlySpan<char> text)
    {
        var (value, lastUnit) = (0, int.MaxValue);
        int? pending = null;
        foreach (var character in text)
        {
            var digit = DigitOf(character);
            if (digit >= 0)
            {
                // Two digits side by side are only right after a zero: 一百零五.
                if (pending is > 0)
                {
                    return null;
                }

                pending = digit;
                continue;
            }

            var unit = UnitOf(character);
            if (unit == 0 || unit % 10 != 0 || Place(unit) >= lastUnit || (unit is 20 or 30 && pending is > 0))
            {
                return null;
            }

            value += (unit is 20 or 30 ? 1 : pending is null or 0 ? 1 : pending.Value) * unit;
            (lastUnit, pending) = (Place(unit), null);
        }

        return value + (pending ?? 0);
    }

    private static int Place(int unit) => unit is 20 or 30 ? 10 : unit;

    private static int UnitOf(char character) => character switch
    {
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1000,
        _ => 0,
    };

    private static int DigitOf(char character) => character switch
    {
        '零' or '○' => 0,
        '兩' => 2,
        _ => Digits.IndexOf(character),
    };
}
