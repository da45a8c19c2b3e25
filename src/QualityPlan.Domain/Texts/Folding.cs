using System.Text;

namespace QualityPlan.Domain.Texts;

/// <summary>
/// Brings text that people typed, pasted or scanned into one form before it is compared or read
/// (全形轉半形、去空白). What is shown and stored stays as written; only the reading uses the folded text.
/// </summary>
public static class Folding
{
    // Copying from a PDF often yields radicals and compatibility characters that only look like these;
    // old systems write the half-width comma and full stop.
    private const string LookAlikes = "\u2F47\u2F49\u2F00\u2F06\u2F0B\u2F17\uF98E\uF9D1\uFF64\uFF61";
    private const string Plain = "日月一二八十年六、。";

    /// <summary>Full-width letters, digits and signs as half-width, every kind of blank as one space; same length.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = HalfWidth(source[i]);
        }
    });

    /// <summary>Half-width and without any blank, line break or invisible character.</summary>
    public static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!IsBlank(character))
            {
                kept.Append(HalfWidth(character));
            }
        }

        return kept.ToString();
    }

    /// <summary>Half-width, runs of blanks as one space, trimmed: for names that may contain spaces.</summary>
    public static string SingleSpaced(string text)
    {
        var kept = new StringBuilder(text.Length);
        var pending = false;
        foreach (var character in text)
        {
            if (IsBlank(character))
            {
                pending = kept.Length > 0;
                continue;
            }

            if (pending)
            {
                kept.Append(' ');
                pending = false;
            }

            kept.Append(HalfWidth(character));
        }

        return kept.ToString();
    }

    /// <summary>Runs of blanks as one space, trimmed, every letter as written: for titles that came on several lines.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>White space, ideographic space, zero-width and control characters.</summary>
    public static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character)
        || character is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';

    private static char HalfWidth(char character)
    {
        if (character is >= '\uFF01' and <= '\uFF5E')
        {
            return (char)(character - 0xFEE0);
        }

        if (char.IsWhiteSpace(character))
        {
            return ' ';
        }

        var lookAlike = LookAlikes.IndexOf(character);
        return lookAlike < 0 ? character : Plain[lookAlike];
    }
}
