using System.Globalization;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Plans;

/// <summary>How a printed number is written, from the outermost level of a 公文 inwards.</summary>
public enum NumberStyle
{
    /// <summary>No number, or one that is not understood.</summary>
    None,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>(一)</summary>
    ChineseInBrackets,

    /// <summary>1. or 1.1</summary>
    Arabic,

    /// <summary>(1)</summary>
    ArabicInBrackets,

    /// <summary>①</summary>
    Circled,
}

/// <summary>
/// 項次: the number before a heading or measure. The text stays as printed; comparing goes by sense, so that
/// 1.10 comes after 1.9 and 十、 after 九、. Never throws; what is no number has no parts.
/// </summary>
public sealed partial class PrintedNumber : IComparable<PrintedNumber>
{
    private const string Chinese = "[〇零○一二三四五六七八九十百廿卅]{1,5}";

    private PrintedNumber(string text, NumberStyle style, IReadOnlyList<int> parts)
    {
        Text = text;
        Style = style;
        Parts = parts;
    }

    /// <summary>As printed; of 「1.」 only the 1.</summary>
    public string Text { get; }

    public NumberStyle Style { get; }

    /// <summary>1.10 has the parts 1 and 10.</summary>
    public IReadOnlyList<int> Parts { get; }

    /// <summary>Sorts texts by the number they are: numbers, then other texts, then empty ones in their order.</summary>
    public static IComparer<string?> Comparer { get; } =
        Comparer<string?>.Create((left, right) => Parse(left).CompareTo(Parse(right)));

    /// <summary>Reads a text that is nothing but a number; the mark behind it may be missing.</summary>
    public static PrintedNumber Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        var match = Alone().Match(Folding.HalfWidth(trimmed));
        return match.Success ? Of(match, trimmed) : new PrintedNumber(trimmed, NumberStyle.None, []);
    }

    /// <summary>
    /// Takes the number off the front of a text: 「1.1 透過…」, 「(一)便捷性」, 「2. 檢討」. A quantity
    /// (24小時, 1.5倍, 一、二樓) is no number; then the text comes back whole with an empty number.
    /// </summary>
    public static (PrintedNumber Number, string Words) SplitLeading(string text)
    {
        var trimmed = text.Trim();
        var match = Leading().Match(Folding.HalfWidth(trimmed));
        return match.Success
            ? (Of(match, trimmed), trimmed[match.Length..].Trim())
            : (new PrintedNumber("", NumberStyle.None, []), trimmed);
    }

    public int CompareTo(PrintedNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (Parts.Count == 0 || other.Parts.Count == 0)
        {
            return (Rank(this), Text, 0).CompareTo((Rank(other), other.Text, 0));
        }

        for (var i = 0; i < Math.Min(Parts.Count, other.Parts.Count); i++)
        {
            if (Parts[i] != other.Parts[i])
            {
                return Parts[i].CompareTo(other.Parts[i]);
            }
        }

        return (Parts.Count, Style).CompareTo((other.Parts.Count, other.Style));
    }

    public override string ToString() => Text;

    private static int Rank(PrintedNumber number) => number.Parts.Count > 0 ? 0 : number.Text.Length > 0 ? 1 : 2;

    private static PrintedNumber Of(Match match, string written)
    {
        var text = match.Groups["text"];
        var chinese = match.Groups["cn"];
        var style = match switch
        {
            _ when match.Groups["circled"].Success => NumberStyle.Circled,
            _ when match.Groups["open"].Success => chinese.Success ? NumberStyle.ChineseInBrackets : NumberStyle.ArabicInBrackets,
            _ => chinese.Success ? NumberStyle.Chinese : NumberStyle.Arabic,
        };
        var parts = style == NumberStyle.Circled ? [ChineseNumber.ReadCircled(text.Value[0]) ?? 0]
            : chinese.Success ? ReadChinese(chinese.Value)
            : match.Groups["part"].Captures.Select(part => int.Parse(part.Value, CultureInfo.InvariantCulture)).ToList();
        return new PrintedNumber(written.Substring(text.Index, text.Length), parts.Count == 0 ? NumberStyle.None : style, parts);
    }

    private static List<int> ReadChinese(string text) => ChineseNumber.Read(text) is { } value ? [value] : [];

    [GeneratedRegex("^(?<text>(?<open>\\()(?:(?<cn>" + Chinese + ")|(?<part>[0-9]{1,4}))\\)|(?<circled>[①-⑳])"
        + "|(?<cn>" + Chinese + ")[、.]?|(?<part>[0-9]{1,4})(?:[.-](?<part>[0-9]{1,4}))*)[、.)]?$")]
    private static partial Regex Alone();

    [GeneratedRegex("^(?:(?<text>(?<open>\\()(?:(?<cn>" + Chinese + ")|(?<part>[0-9]{1,3}))\\))[、.]?"
        + "|(?<text>(?<circled>[①-⑳]))[、.]?"
        + "|(?<text>(?<cn>" + Chinese + ")[、.])(?!" + Chinese + "[樓級類線期年月季日層、])"
        + "|(?<text>(?<part>[0-9]{1,2})(?:[.](?<part>[0-9]{1,3}))+)(?:[.、]|(?![0-9A-Za-z%倍億萬千百元分公版級度折年月日]))"
        + "|(?<text>(?<part>[0-9]{1,2})(?:-(?<part>[0-9]{1,3}))+)[.、 ]"
        + "|(?<text>(?<part>[0-9]{1,3}))(?:[.、)](?![0-9])|\\t))")]
    private static partial Regex Leading();
}
