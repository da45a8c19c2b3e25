namespace QualityPlan.Documents.Reading;

/// <summary>What stands in a cell as plain paragraphs; tables inside it are read cell by cell.</summary>
internal static class CellText
{
    /// <summary>Blank paragraphs between others stay, since lists in neighbouring cells run side by side.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Block> blocks)
    {
        var paragraphs = blocks.SelectMany(Paragraphs).ToList();
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
