using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>Cuts text into the rows and cells of one table; quoted cells may hold separators and line breaks.</summary>
internal sealed class SeparatedText(string text, char separator)
{
    private readonly ReadingBudget _budget = new();
    private int _at;

    /// <summary>The table; throws <see cref="RefusedException"/> when it is larger than a plan may be.</summary>
    public Table Read()
    {
        var table = new TableBuilder(_budget);
        while (_at < text.Length)
        {
            table.BeginRow(table.RowCount + 1);
            ReadRow(table);
        }

        return table.Build("");
    }

    private void ReadRow(TableBuilder table)
    {
        for (var column = 0; ; column++)
        {
            if (column >= ReadingLimits.Columns)
            {
                throw new RefusedException(Refusals.OutOfRange(table.RowCount));
            }

            _budget.Tick();
            var value = ReadCell();
            if (value.Length > 0)
            {
                table.Add(new Cell(column, value.Split('\n')));
            }

            if (_at >= text.Length || text[_at++] == '\n')
            {
                return;
            }
        }
    }

    private string ReadCell()
    {
        var quoted = _at < text.Length && text[_at] == '"' ? ReadQuoted() : "";
        var start = _at;
        while (_at < text.Length && text[_at] != separator && text[_at] != '\n')
        {
            _at++;
        }

        return quoted.Length + _at - start > ReadingLimits.ParagraphCharacters
            ? throw new RefusedException(Refusals.TooComplex)
            : quoted.Replace("\r", "", StringComparison.Ordinal) + text[start.._at].TrimEnd('\r');
    }

    private string ReadQuoted()
    {
        var value = new StringBuilder();
        var start = _at;
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
            {
                value.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                value.Append(text[_at++]);
            }
            else
            {
                _at++;
                return value.ToString();
            }
        }

        // A quote that is never closed is an ordinary character.
        _at = start + 1;
        return "\"";
    }
}
