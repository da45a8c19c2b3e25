using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>Collects the text of one paragraph and folds its white space as a browser would.</summary>
internal sealed class HtmlParagraph
{
    private const int LongestLabel = 20;
    private readonly StringBuilder _text = new();
    private bool _blankPending;
    private bool _breakPending;

    /// <summary>A no-break space or a line break was seen, so an empty paragraph is meant and takes a line.</summary>
    public bool TakesALine { get; private set; }

    public void Append(string text)
    {
        foreach (var letter in text)
        {
            if (letter is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _blankPending = true;
                _breakPending |= letter is '\r' or '\n';
            }
            else if (letter == '\u00A0')
            {
                TakesALine = true;
                AddPending(letter);
                _text.Append(' ');
            }
            else if (!char.IsControl(letter))
            {
                AddPending(letter);
                _text.Append(letter);
            }
        }

        ReadingBudget.Check(_text);
    }

    public void Break()
    {
        TakesALine = true;
        _blankPending = _breakPending = false;
        _text.Append('\n');
        ReadingBudget.Check(_text);
    }

    /// <summary>A list number is complete: the blanks behind it give way to what would be printed there.</summary>
    public void EndLabel()
    {
        while (_text.Length > 0 && _text[^1] is ' ')
        {
            _text.Length--;
        }

        var start = _text.Length;
        while (start > 0 && _text.Length - start < LongestLabel && _text[start - 1] != '\n')
        {
            start--;
        }

        var label = _text.ToString(start, _text.Length - start);
        _text.Append(ListNumbers.InFront(label, "字")[label.Length..^1]);
        _blankPending = _breakPending = false;
    }

    /// <summary>The paragraph so far, its lines trimmed; starts over.</summary>
    public string Take()
    {
        var text = _text.Length == 0 ? "" : TrimmedLines(_text.ToString().AsSpan().TrimEnd('\n'));
        _text.Clear();
        TakesALine = _blankPending = _breakPending = false;
        return text;
    }

    /// <summary>One pass without a string for each line: a paragraph may be nothing but line breaks.</summary>
    private static string TrimmedLines(ReadOnlySpan<char> text)
    {
        var trimmed = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            trimmed.Append(line.Start.Value == 0 ? "" : "\n").Append(text[line].Trim());
        }

        return trimmed.ToString();
    }

    private void AddPending(char next)
    {
        // Word and LibreOffice wrap the source between Chinese characters; such a break is no blank.
        var isWrap = _breakPending && _text.Length > 0 && IsWide(_text[^1]) && IsWide(next);
        if (_blankPending && _text.Length > 0 && !isWrap)
        {
            _text.Append(' ');
        }

        _blankPending = _breakPending = false;
    }

    private static bool IsWide(char letter) => letter is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFFEF' || char.IsSurrogate(letter);
}
