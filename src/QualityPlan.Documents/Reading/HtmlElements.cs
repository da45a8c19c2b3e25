namespace QualityPlan.Documents.Reading;

/// <summary>What the reader knows about html element names.</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "li", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dl", "dt", "dd", "hr",
        "address", "article", "section", "header", "footer", "main", "nav", "aside", "center", "caption", "figure",
        "form", "fieldset", "body", "html", "head",
    ];

    /// <summary>Elements that never hold others, or whose end tag may be left out: they say nothing about depth.</summary>
    private static readonly HashSet<string> Shallow =
    [
        "br", "img", "hr", "input", "meta", "link", "col", "colgroup", "base", "wbr", "area", "embed", "source", "param",
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup",
    ];

    private static readonly HashSet<string> Inlines = ["span", "font", "b", "i", "u", "a", "em", "strong", "s", "small", "sub", "sup"];

    /// <summary>Marks text inside a paragraph.</summary>
    public static bool IsInline(string name) => Inlines.Contains(name);

    /// <summary>Holds text of one paragraph, or is one.</summary>
    public static bool MayBeHidden(string name) => IsInline(name) || name is "p" or "li" || HeadingLevel(name) > 0;

    /// <summary>Begins or ends a paragraph, cell or table.</summary>
    public static bool EndsHiddenText(string name) => Blocks.Contains(name) || name is "td" or "th" or "tr" or "table";

    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Menus and the foot of a web page (address, visitors): no text of the document.</summary>
    public static bool IsFrame(string name) => name is "nav" or "footer";

    public static int HeadingLevel(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;

    public static int DepthChange(HtmlToken tag)
    {
        if (Shallow.Contains(tag.Value) || tag.Attributes.EndsWith('/'))
        {
            return 0;
        }

        return tag.Kind == HtmlTokenKind.Start ? 1 : -1;
    }
}
