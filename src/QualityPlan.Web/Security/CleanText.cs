using System.Text;

namespace QualityPlan.Web.Security;

/// <summary>Which characters text from outside may hold.</summary>
public static class CleanText
{
    /// <summary>
    /// NUL and the other control characters, and halves of surrogate pairs: PostgreSQL throws on them, SQLite
    /// cuts the text, spreadsheets become unreadable.
    /// </summary>
    public static bool HasForbiddenCharacters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(character) || (char.IsControl(character) && character is not ('\t' or '\n' or '\r')))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The same text when it holds none; what a file brings is not typed by anybody who could be asked to mend it.</summary>
    public static string WithoutForbiddenCharacters(string text) => HasForbiddenCharacters(text)
        ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\t' or '\n' or '\r')))
        : text;

    /// <summary>Browsers send line breaks as CR LF; stored and compared is LF.</summary>
    public static string WithPlainLineBreaks(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;
}
