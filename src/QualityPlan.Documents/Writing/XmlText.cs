using System.Text;

namespace QualityPlan.Documents.Writing;

/// <summary>Makes any text fit for an XML part: what XML 1.0 forbids is taken out, the rest stays as typed.</summary>
public static class XmlText
{
    /// <summary>
    /// Line ends become <c>\n</c> (Word's vertical tab too), other control characters vanish,
    /// and half a surrogate pair becomes U+FFFD. Characters outside the first plane (rare Chinese) stay.
    /// </summary>
    public static string Clean(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' and not '\n' and not '\t' || character is >= '\ud800' and < '\ue000' or > '\ufffd')
            {
                return Rebuild(text);
            }
        }

        return text;
    }

    private static string Rebuild(string text)
    {
        var clean = new StringBuilder(text.Length);
        // EnumerateRunes hands out U+FFFD for a lone surrogate.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\r' or '\v' or '\f':
                    clean.Append('\n');
                    break;
                case < ' ' and not '\n' and not '\t':
                case 0xFFFE or 0xFFFF:
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }

        return clean.ToString();
    }
}
