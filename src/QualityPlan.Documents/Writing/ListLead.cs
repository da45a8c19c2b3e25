using System.Text.RegularExpressions;

namespace QualityPlan.Documents.Writing;

/// <summary>What stands before the text of a numbered paragraph: blanks and 「一、」「（一）」「1.」, or 「主旨：」 of a memo. The further lines hang under the text.</summary>
internal static partial class ListLead
{
    private const double Narrow = 0.5;

    /// <summary>In characters from the start of the text, 0 without a number.</summary>
    public static int LengthIn(string text) => Number().Match(text).Length;

    /// <summary>About how wide it is, in ems; 0 without a number.</summary>
    public static double WidthIn(string text) => text.Take(LengthIn(text)).Sum(letter => letter < 0x2E80 ? Narrow : 1);

    [GeneratedRegex(@"^\s{0,8}([一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十百\d]{1,4}[)）]|\d{1,3}[.、．](?!\d)|主旨：)\s{0,3}")]
    private static partial Regex Number();
}
