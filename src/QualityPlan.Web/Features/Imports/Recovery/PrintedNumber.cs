using System.Globalization;
using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>How a number is written: 1.1, 1), (1), ①, ⑴, 一、, (一), 壹、, 甲、, A., 策略1 — headings from the highest down: 壹, 甲, 一, (一).</summary>
internal enum NumberStyle { Dotted, Closed, Bracketed, Circled, Enclosed, Chinese, ChineseBracketed, Formal, Stem, Letter, Named }

/// <summary>
/// The number in front of a text: 1.1, 1., (1), ①, 一、, (一), 壹、, 甲、 or A. Numbers of one list share
/// style and depth, which tells a measure from the points inside it.
/// </summary>
internal sealed partial record PrintedNumber(NumberStyle Style, IReadOnlyList<int> Parts, string Printed)
{
    /// <summary>The rank of 一、, the lowest of an 實施要項; (一) is of its second level.</summary>
    public const int LowestAreaRank = 2;

    /// <summary>The rank of numbers that headings of 實施要項 do not bear.</summary>
    public const int NoRank = 9;

    private const string Digits = "一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Formal = "壹貳參肆伍陸柒捌玖拾";

    public int Depth => Parts.Count;

    public bool IsFirst => Parts[^1] == 1;

    /// <summary>0 for 壹、, 1 for 甲、, 2 for 一、, 3 for (一): the numbers of headings from the highest down.</summary>
    public int Rank => Style switch
    {
        NumberStyle.Formal => 0,
        NumberStyle.Stem => 1,
        NumberStyle.Chinese => 2,
        NumberStyle.ChineseBracketed => 3,
        _ => NoRank,
    };

    public bool IsSameListAs(PrintedNumber other) => Style == other.Style && Depth == other.Depth;

    /// <summary>The first <paramref name="depth"/> parts, e.g. 「2」 of 2.7.</summary>
    public string Key(int depth) => string.Join('.', Parts.Take(depth));

    public bool IsUnder(PrintedNumber item) => Depth > item.Depth && Parts.Take(item.Depth).SequenceEqual(item.Parts);

    public bool IsNextAfter(PrintedNumber before) =>
        IsSameListAs(before) && Parts.SkipLast(1).SequenceEqual(before.Parts.SkipLast(1)) && Parts[^1] == before.Parts[^1] + 1;

    /// <summary>Splits the number off; null and the whole text when there is none.</summary>
    public static (PrintedNumber? Number, string After) Split(string text)
    {
        text = text.Trim();
        var match = Pattern().Match(Folding.Narrow(text));
        if (!match.Success)
        {
            return (null, text);
        }

        var group = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
        var printed = text[..(group.Index + group.Length)];
        return (new PrintedNumber(StyleOf(group.Name), PartsOf(group), printed), text[match.Length..].Trim());
    }

    /// <summary>一 to 九十九, or 0.</summary>
    public static int Chinese(string numeral)
    {
        var ten = numeral.IndexOf('十');
        if (ten < 0)
        {
            return numeral.Length == 1 ? Digits.IndexOf(numeral[0]) + 1 : 0;
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(numeral[0]) + 1;
        return (tens * 10) + (ten == numeral.Length - 1 ? 0 : Digits.IndexOf(numeral[^1]) + 1);
    }

    private static NumberStyle StyleOf(string group) => group switch
    {
        "closed" => NumberStyle.Closed,
        "bracketed" => NumberStyle.Bracketed,
        "circled" => NumberStyle.Circled,
        "enclosed" => NumberStyle.Enclosed,
        "formal" => NumberStyle.Formal,
        "stem" => NumberStyle.Stem,
        "letter" => NumberStyle.Letter,
        "chinese" => NumberStyle.Chinese,
        "chinesebracketed" or "ideograph" => NumberStyle.ChineseBracketed,
        _ => NumberStyle.Dotted,
    };

    private static int[] PartsOf(Group group) => group.Name switch
    {
        "circled" => [group.Value[0] - '①' + 1],
        "enclosed" => [group.Value[0] - '⑴' + 1],
        "ideograph" => [group.Value[0] - (group.Value[0] < '㊀' ? '㈠' : '㊀') + 1],
        "formal" => [Formal.IndexOf(group.Value.Replace('叁', '參').Replace('貮', '貳')[^1]) + 1 + (group.Length > 1 ? 10 : 0)],
        "stem" => [Stems.IndexOf(group.Value[0]) + 1],
        "letter" => [char.ToUpperInvariant(group.Value[0]) - 'A' + 1, .. Number().Matches(group.Value).Select(part => int.Parse(part.Value, CultureInfo.InvariantCulture))],
        "chinese" or "chinesebracketed" => [Chinese(group.Value.Trim('(', ')'))],
        _ => Number().Matches(group.Value).Select(part => int.Parse(part.Value, CultureInfo.InvariantCulture)).ToArray(),
    };

    // A single figure needs its dot (「1.」), 「1.1」 does not; 「3.5%」 and 「107.06」 are figures of the text; a letter needs Chinese behind it.
    [GeneratedRegex("""
        ^(?:
          (?<dotted>\d{1,2}(?:[.-]\d{1,2})+)(?!\d)(?:[.、]\s*|\s+|(?![.%％,，:：/年月日時分度倍萬億元~～-]))
        | (?<single>\d{1,2})[.、](?!\d)\s*
        | (?<closed>\d{1,2})\)\s*
        | (?<bracketed>\(\d{1,2}\))\s*
        | (?<circled>[①-⑳])[.、]?\s*
        | (?<enclosed>[⑴-⒇])[.、]?\s*
        | (?<ideograph>[㈠-㈩㊀-㊉])[.、]?\s*
        | (?<formal>[壹貳貮參叁肆伍陸柒捌玖拾]{1,3})[、.]\s*
        | (?<stem>[甲乙丙丁戊己庚辛壬癸])[、.]\s*
        | (?<letter>[A-Za-z](?:-?\d{1,2}(?:[.-]\d{1,2})*)?)[.、)]\s*(?=[^\x00-\x7F])
        | (?<chinese>[一二三四五六七八九十]{1,3})[、.]\s*
        | (?<chinesebracketed>\([一二三四五六七八九十]{1,3}\))\s*
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
