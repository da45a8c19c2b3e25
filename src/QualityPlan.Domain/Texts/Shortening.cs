namespace QualityPlan.Domain.Texts;

/// <summary>
/// Shortens texts (截短) to what a column, a line or a name takes, never within a character of two halves: a half is no
/// text, and PostgreSQL refuses it.
/// </summary>
public static class Shortening
{
    private const string Ellipsis = "…";

    /// <summary>The beginning of the text, of at most so many UTF-16 units.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text
        : most > 0 && char.IsHighSurrogate(text[most - 1]) && char.IsLowSurrogate(text[most]) ? text[..(most - 1)]
        : text[..most];

    /// <summary>The text, or so much of its beginning and an ellipsis.</summary>
    public static string WithEllipsis(string text, int most) => text.Length <= most ? text : Cut(text, most) + Ellipsis;

    /// <summary>The text, or its beginning and an ellipsis, of at most so many UTF-16 units together.</summary>
    public static string ToFit(string text, int most) => text.Length <= most ? text : Cut(text, most - Ellipsis.Length) + Ellipsis;
}
