using System.Net;

namespace QualityPlan.Documents.Reading;

/// <summary>Reads attributes out of the raw text of a tag; quotes count only after an equals sign, as in browsers.</summary>
internal static class HtmlAttributes
{
    /// <summary>The index of the <c>&gt;</c> that closes the tag, or the length of the text.</summary>
    public static int EndOfTag(string html, int from)
    {
        for (var at = from; at < html.Length; at++)
        {
            if (html[at] == '>')
            {
                return at;
            }

            if (html[at] == '=')
            {
                at = EndOfValue(html, at + 1) - 1;
            }
        }

        return html.Length;
    }

    public static string? Find(string attributes, string name)
    {
        for (var at = 0; at < attributes.Length; at++)
        {
            var start = at;
            while (at < attributes.Length && attributes[at] is not '=' && !char.IsWhiteSpace(attributes[at]))
            {
                at++;
            }

            var isWanted = attributes.AsSpan(start, at - start).Equals(name, StringComparison.OrdinalIgnoreCase);
            var valueStart = SkipBlanks(attributes, at);
            if (valueStart >= attributes.Length || attributes[valueStart] != '=')
            {
                if (isWanted)
                {
                    return "";
                }

                continue;
            }

            at = EndOfValue(attributes, valueStart + 1);
            if (isWanted)
            {
                return WebUtility.HtmlDecode(attributes[(valueStart + 1)..at].Trim().Trim('"', '\'').Trim());
            }

            at--;
        }

        return null;
    }

    private static int EndOfValue(string text, int from)
    {
        var start = SkipBlanks(text, from);
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var close = text.IndexOf(text[start], start + 1);
            return close < 0 ? text.Length : close + 1;
        }

        var end = start;
        while (end < text.Length && text[end] != '>' && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    private static int SkipBlanks(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}
