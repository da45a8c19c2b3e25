using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Writing.Pdf.Text;

/// <summary>Sorts characters into break classes and says where a line may break.</summary>
internal static class LineBreaking
{
    private const string Closers = "、，。．；：！？」』）〕】》〉〗］｝”‥％‰℃°々ー〜～・·‧•､｡｣﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞︰ゝゞヽヾ";
    private const string Openers = "「『（〔【《〈〖［｛“‘＄￥￡﹙﹛﹝｢№";
    private const string Stops = ",.;:!?)]}%’";
    private const string Counters = "年月日時分秒季週次場件人元條項點號期";

    public static BreakClass ClassOf(int rune) => rune switch
    {
        '\n' => BreakClass.NewLine,
        ' ' or 0x3000 => BreakClass.Space,
        0xA0 => BreakClass.Word,
        '"' or '\'' => BreakClass.Quote,
        '-' or '/' or 0x2010 or 0x2013 => BreakClass.Joint,
        '(' or '[' or '{' or '$' => BreakClass.WordOpener,
        0x2014 or 0x2026 or 0x2015 or 0x2500 => BreakClass.Dash,
        < 0x10000 when Closers.Contains((char)rune) => BreakClass.Closer,
        < 0x10000 when Openers.Contains((char)rune) => BreakClass.Opener,
        < 0x10000 when Stops.Contains((char)rune) => BreakClass.Stop,
        < 0x10000 when Counters.Contains((char)rune) => BreakClass.Counter,
        _ => ByCategory(rune),
    };

    /// <summary>Whether a line may break between two neighbours.</summary>
    public static bool Allows(BreakClass before, BreakClass after)
    {
        if (after is BreakClass.Space or BreakClass.Closer or BreakClass.Stop or BreakClass.Attached)
        {
            return false;
        }

        return before switch
        {
            BreakClass.Space => true,
            BreakClass.Opener or BreakClass.WordOpener or BreakClass.Quote => false,
            _ when after is BreakClass.Quote => false,
            BreakClass.Dash => after is not BreakClass.Dash,
            BreakClass.Joint => after is BreakClass.Word or BreakClass.Ideograph or BreakClass.Opener,
            BreakClass.Digit when after is BreakClass.Counter => false,
            BreakClass.Word or BreakClass.Digit or BreakClass.Stop => after is not
                (BreakClass.Word or BreakClass.Digit or BreakClass.Joint or BreakClass.WordOpener),
            _ => true,
        };
    }

    /// <summary>Whether a character may stand first in a line when a word must be cut for want of room.</summary>
    public static bool MayStartLine(BreakClass first) =>
        first is not (BreakClass.Closer or BreakClass.Stop or BreakClass.Attached);

    public static bool MayEndLine(BreakClass last) => last is not (BreakClass.Opener or BreakClass.WordOpener);

    private static BreakClass ByCategory(int rune)
    {
        switch (Rune.GetUnicodeCategory(new Rune(rune)))
        {
            case UnicodeCategory.DecimalDigitNumber:
                return BreakClass.Digit;
            case UnicodeCategory.Format or UnicodeCategory.Control:
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark:
                return BreakClass.Attached;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter:
                return BreakClass.Word;
            case UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter:
                return rune < 0x2E80 ? BreakClass.Word : BreakClass.Ideograph;
            default:
                return rune < 0x80 ? BreakClass.Word : BreakClass.Ideograph;
        }
    }
}
