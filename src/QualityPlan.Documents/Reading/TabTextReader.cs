namespace QualityPlan.Documents.Reading;

/// <summary>
/// Reads plain text: separated by tabs, as Excel and Calc put it on the clipboard beside html, it is one table; without
/// any tab its lines are paragraphs. Same limits as html.
/// </summary>
public sealed class TabTextReader
{
    /// <summary>Reads the text into a document, or says why not.</summary>
    public ReadResult Read(string text) => PlainText.Read(text, () =>
        text.Contains('\t') ? new Document("", [new SeparatedText(text, '\t').Read()]) : new Document("", Paragraphs(text)));

    private static List<Block> Paragraphs(string text)
    {
        var blocks = new List<Block>();
        var budget = new ReadingBudget();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            budget.Keep(64 + (line.Length * 2));
            blocks.Add(line.Length > ReadingLimits.ParagraphCharacters ? throw new RefusedException(Refusals.TooComplex) : new Paragraph(line));
            if (blocks.Count > ReadingLimits.Rows)
            {
                throw new RefusedException(Refusals.OutOfRange(blocks.Count));
            }
        }

        return blocks;
    }
}

/// <summary>What all readers of plain text refuse.</summary>
internal static class PlainText
{
    public static ReadResult Read(string text, Func<Document> parse)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusals.Empty;
        }

        if (text.Length > HtmlReader.MaximumBytes)
        {
            return Refusals.TooLarge(text.Length, ReadingLimits.ImportMegabytes);
        }

        try
        {
            return parse();
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }
}
