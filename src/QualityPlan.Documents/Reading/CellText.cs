namespace QualityPlan.Documents.Reading;

/// <summary>What stands in a cell as plain paragraphs; tables inside it are read cell by cell.</summary>
internal static class CellText
{
    private const int ParagraphBytes = 16;

    /// <summary>Blank paragraphs between others stay, since lists in neighbouring cells run side by side.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Block> blocks, ReadingBudget budget)
    {
        var paragraphs = new List<string>();
        foreach (var paragraph in blocks.SelectMany(Paragraphs))
        {
            budget.Keep(ParagraphBytes);
            paragraphs.Add(paragraph);
        }

        return paragraphs.TrueForAll(string.IsNullOrWhiteSpace) ? [] : paragraphs;
    }

    private static IEnumerable<string> Paragraphs(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };
}
