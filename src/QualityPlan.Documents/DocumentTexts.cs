namespace QualityPlan.Documents;

/// <summary>Rewrites the texts of a document (文字), whatever they stand in; what stays the same is not copied.</summary>
public static class DocumentTexts
{
    /// <summary>The document with each title, heading, paragraph and cell as <paramref name="rewrite"/> gives it back.</summary>
    public static Document Rewritten(this Document document, Func<string, string> rewrite) => document with
    {
        Title = rewrite(document.Title),
        Blocks = [.. document.Blocks.Select(block => Of(block, rewrite))],
    };

    private static Block Of(Block block, Func<string, string> rewrite) => block switch
    {
        Heading heading when rewrite(heading.Text) is var text && !ReferenceEquals(text, heading.Text) => heading with { Text = text },
        Paragraph paragraph when rewrite(paragraph.Text) is var text && !ReferenceEquals(text, paragraph.Text) => paragraph with { Text = text },
        Table table => table with { Name = rewrite(table.Name), Rows = [.. table.Rows.Select(row => Of(row, rewrite))] },
        _ => block,
    };

    private static Row Of(Row row, Func<string, string> rewrite) => row.Cells.Any(cell => IsChanged(cell, rewrite))
        ? row with { Cells = [.. row.Cells.Select(cell => IsChanged(cell, rewrite) ? cell with { Paragraphs = [.. cell.Paragraphs.Select(rewrite)] } : cell)] }
        : row;

    private static bool IsChanged(Cell cell, Func<string, string> rewrite) => cell.Paragraphs.Any(text => !ReferenceEquals(rewrite(text), text));
}
