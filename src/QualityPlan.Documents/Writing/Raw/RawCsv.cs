using System.Globalization;
using System.Text;

namespace QualityPlan.Documents.Writing.Raw;

/// <summary>
/// Comma-separated text in UTF-8 with a byte order mark, without which Excel takes it for Big5. A text that a spreadsheet
/// would take for a formula gets an apostrophe in front.
/// </summary>
internal sealed class RawCsv : IRawWriter
{
    private readonly StreamWriter writer;

    public RawCsv(Stream output, IReadOnlyList<RawColumn> columns)
    {
        writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        Write([.. columns.Select(column => column.Title)]);
    }

    public void Write(IReadOnlyList<object?> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (index > 0)
            {
                writer.Write(',');
            }

            writer.Write(values[index] switch
            {
                null => "",
                string text => Field(text),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            });
        }

        writer.WriteLine();
    }

    public void Dispose() => writer.Dispose();

    private static string Field(string text)
    {
        // Looked at before cleaning: a carriage return at the front becomes a line end, and is guarded all the same.
        var safe = XmlText.Clean(CsvText.Guarded(text));
        return safe.AsSpan().IndexOfAny(",\"\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
