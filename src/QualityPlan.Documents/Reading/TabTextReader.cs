using System.Text;

namespace QualityPlan.Documents.Reading;

/// <summary>
/// Reads tab-separated text, as Excel and Calc put it on the clipboard beside html: one table,
/// quoted cells may hold line breaks. Same limits as html.
/// </summary>
public sealed class TabTextReader
{
    /// <summary>Reads the text into a document of one table, or says why not.</summary>
    public ReadResult Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusals.Empty;
        }

        if (text.Length > HtmlReader.MaximumBytes)
        {
            return Refusals.TooLarge(text.Length, ReadingLimits.ImportMegabytes);
        }

        var rows = new List<Row>();
        var at = 0;
        while (at < text.Length)
        {
            var cells = ReadRow(text, ref at);
            if (rows.Count >= HtmlDocumentBuilder.MaximumRows || cells.Count > HtmlTableBuilder.MaximumColumns)
            {
                return Refusals.OutOfRange(rows.Count + 1);
            }

            rows.Add(new Row(cells) { SourceNumber = rows.Count + 1 });
        }

        var width = rows.Max(row => row.Cells.Count);
        return new Document("", [new Table(Enumerable.Repeat(new Column(0), width).ToList(), rows)]);
    }

    private static List<Cell> ReadRow(string text, ref int at)
    {
        var cells = new List<Cell>();
        while (true)
        {
            var value = at < text.Length && text[at] == '"' ? ReadQuoted(text, ref at) : "";
            var start = at;
            while (at < text.Length && text[at] is not ('\t' or '\n'))
            {
                at++;
            }

            value += text[start..at].TrimEnd('\r');
            if (value.Length > 0)
            {
                cells.Add(new Cell(cells.Count, value.Replace("\r", "").Split('\n')));
            }
            else
            {
                cells.Add(new Cell(cells.Count, []));
            }

            if (at >= text.Length || text[at++] == '\n' || cells.Count > HtmlTableBuilder.MaximumColumns)
            {
                return cells;
            }
        }
    }

    private static string ReadQuoted(string text, ref int at)
    {
        var value = new StringBuilder();
        var start = at;
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append(text[at++]);
            }
            else
            {
                at++;
                return value.ToString();
            }
        }

        // A quote that is never closed is an ordinary character.
        at = start + 1;
        return "\"";
    }
}
