namespace QualityPlan.Documents.Reading;

/// <summary>
/// Reads csv (逗號分隔檔) as one table. Cells are parted by commas, semicolons or tabs, whichever the file uses most outside
/// quotes, or by what its first line says (「sep=;」, as Excel writes it). Same limits as html.
/// </summary>
public sealed class CsvReader
{
    private const int LettersLookedAt = 64 * 1024;
    private const string Directive = "sep=";
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads the text into a document of one table, or says why not.</summary>
    public ReadResult Read(string text) => PlainText.Read(text, () =>
    {
        var (separator, start) = SeparatorOf(text);
        return new Document("", [new SeparatedText(text[start..], separator).Read()]);
    });

    private static (char Separator, int Start) SeparatorOf(string text)
    {
        var end = text.IndexOf('\n');
        var first = (end < 0 ? text : text[..end]).TrimEnd('\r');
        if (first.Length == Directive.Length + 1 && first.StartsWith(Directive, StringComparison.OrdinalIgnoreCase))
        {
            return (first[^1], end < 0 ? text.Length : end + 1);
        }

        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, LettersLookedAt)))
        {
            isQuoted ^= letter == '"';
            if (!isQuoted && Array.IndexOf(Separators, letter) is var found and >= 0)
            {
                counts[found]++;
            }
        }

        return (Separators[Array.IndexOf(counts, counts.Max())], 0);
    }
}
