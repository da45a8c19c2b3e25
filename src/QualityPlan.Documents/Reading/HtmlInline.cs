namespace QualityPlan.Documents.Reading;

/// <summary>
/// Follows two things inside paragraphs: text that is not shown or was deleted, and the list numbers of Word,
/// which stand in a span of their own with blanks behind them.
/// </summary>
internal sealed class HtmlInline(HtmlParagraph paragraph)
{
    private string _hiddenBy = "";
    private int _hiddenDepth;
    private int _labelDepth;

    /// <summary>True when the token belongs to hidden text and must not be read.</summary>
    public bool Takes(HtmlToken token)
    {
        if (_hiddenBy.Length > 0)
        {
            return TakesHidden(token);
        }

        if (token.Kind == HtmlTokenKind.Start && IsHiding(token))
        {
            (_hiddenBy, _hiddenDepth) = (token.Value, 1);
            return true;
        }

        FollowLabel(token);
        return false;
    }

    /// <summary>A tag that was never closed hides no more than its paragraph.</summary>
    private bool TakesHidden(HtmlToken token)
    {
        if (token.Kind != HtmlTokenKind.Text && HtmlElements.EndsHiddenText(token.Value))
        {
            _hiddenBy = "";
            return false;
        }

        _hiddenDepth += token.Kind == HtmlTokenKind.Text || token.Value != _hiddenBy ? 0 : token.Kind == HtmlTokenKind.Start ? 1 : -1;
        _hiddenBy = _hiddenDepth == 0 ? "" : _hiddenBy;
        return true;
    }

    private void FollowLabel(HtmlToken token)
    {
        if (token.Value != "span" || token.Kind == HtmlTokenKind.Text)
        {
            return;
        }

        if (token.Kind == HtmlTokenKind.Start)
        {
            var begins = token.Attributes.Contains("mso-list", StringComparison.OrdinalIgnoreCase)
                && token.Attributes.Contains("Ignore", StringComparison.OrdinalIgnoreCase);
            _labelDepth += begins || _labelDepth > 0 ? 1 : 0;
        }
        else if (_labelDepth > 0 && --_labelDepth == 0)
        {
            paragraph.EndLabel();
        }
    }

    private static bool IsHiding(HtmlToken token) =>
        token.Value == "del"
        || (HtmlElements.MayBeHidden(token.Value) && token.Attributes.Length > 0 && token.Attribute("style") is { } style && HidesText(style));

    private static bool HidesText(string style) =>
        style.Replace(" ", "", StringComparison.Ordinal) is var plain
        && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase));
}
