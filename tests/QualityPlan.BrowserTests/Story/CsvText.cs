using System.Text;

namespace QualityPlan.BrowserTests.Story;

/// <summary>Reads comma separated cells; a quoted cell may hold commas, quotes and line ends.</summary>
internal sealed class CsvText
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _row = [];
    private readonly StringBuilder _cell = new();

    private CsvText() { }

    public static IReadOnlyList<string[]> Read(string csv)
    {
        var text = new CsvText();
        var isQuoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            var isQuote = csv[at] == '"';
            if (isQuote && isQuoted && at + 1 < csv.Length && csv[at + 1] == '"')
            {
                text._cell.Append(csv[at++]);
            }
            else if (isQuote)
            {
                isQuoted = !isQuoted;
            }
            else
            {
                text.Take(csv[at], isQuoted);
            }
        }
        return text._rows;
    }

    private void Take(char letter, bool isQuoted)
    {
        if (isQuoted || letter is not (',' or '\n'))
        {
            _cell.Append(letter);
            return;
        }
        _row.Add(_cell.ToString());
        _cell.Clear();
        if (letter == '\n')
        {
            _rows.Add([.. _row]);
            _row.Clear();
        }
    }
}
