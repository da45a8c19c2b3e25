using System.Net;

namespace QualityPlan.Documents.Reading;

internal enum HtmlTokenKind { Text, Start, End }

/// <summary>A tag (lower-case name, raw attributes) or a run of decoded text.</summary>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, string Value, string Attributes)
{
    /// <summary>The decoded value of an attribute, or null when the tag does not have it.</summary>
    public string? Attribute(string name) => HtmlAttributes.Find(Attributes, name);
}

/// <summary>
/// Cuts html into tags and text in one pass and without a tree, so that neither nesting
/// nor unclosed formatting can cost more than the length of the text.
/// </summary>
internal sealed class HtmlScanner(string html)
{
    // Pictures stand in attributes by the megabyte; nothing that is read of a tag is anywhere near as long.
    private const int LongestAttributes = 100_000;

    private int _at;

    /// <summary>The next token, or null at the end; comments, declarations, scripts and styles never come out.</summary>
    public HtmlToken? Next()
    {
        while (_at < html.Length)
        {
            if (html[_at] != '<' || !StartsMarkup(_at))
            {
                return ReadText();
            }

            if (ReadMarkup() is { } tag)
            {
                return tag;
            }
        }

        return null;
    }

    private bool StartsMarkup(int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '!' or '?' or '/');

    private HtmlToken ReadText()
    {
        var start = _at++;
        while (_at < html.Length && !(html[_at] == '<' && StartsMarkup(_at)))
        {
            _at++;
        }

        return new HtmlToken(HtmlTokenKind.Text, WebUtility.HtmlDecode(html[start.._at]), "");
    }

    private HtmlToken? ReadMarkup()
    {
        if (html.AsSpan(_at).StartsWith("<!--", StringComparison.Ordinal))
        {
            SkipPast("-->", _at + 4);
            return null;
        }

        var isEnd = html[_at + 1] == '/';
        var nameStart = _at + (isEnd ? 2 : 1);
        if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
        {
            SkipPast(">", nameStart);
            return null;
        }

        var nameEnd = nameStart;
        while (nameEnd < html.Length && !char.IsWhiteSpace(html[nameEnd]) && html[nameEnd] is not ('>' or '/'))
        {
            nameEnd++;
        }

        var name = html[nameStart..nameEnd].ToLowerInvariant();
        var close = HtmlAttributes.EndOfTag(html, nameEnd);
        var attributes = html[nameEnd..Math.Min(close, nameEnd + LongestAttributes)];
        _at = Math.Min(close + 1, html.Length);
        if (!isEnd && name is "script" or "style" or "template" or "noscript" or "textarea")
        {
            SkipPast($"</{name}", _at);
            SkipPast(">", _at);
            return null;
        }

        return new HtmlToken(isEnd ? HtmlTokenKind.End : HtmlTokenKind.Start, name, attributes);
    }

    private void SkipPast(string mark, int from)
    {
        var found = html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.OrdinalIgnoreCase);
        _at = found < 0 ? html.Length : found + mark.Length;
    }
}
