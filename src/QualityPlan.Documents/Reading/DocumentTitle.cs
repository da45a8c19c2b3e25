namespace QualityPlan.Documents.Reading;

/// <summary>Makes the document out of what was read and decides its title.</summary>
internal static class DocumentTitle
{
    /// <summary>
    /// A title people see goes before the properties, which often keep the title of the file it was copied from;
    /// the first heading comes last, since it may be a chapter.
    /// </summary>
    public static Document Give(List<Block> blocks, string printed, string inProperties)
    {
        blocks.RemoveAll(block => block is Paragraph { Text: "" } or Heading { Text: "" });
        var heading = blocks.OfType<Heading>().FirstOrDefault(one => one.Level == 1)?.Text ?? "";
        var title = new[] { printed, inProperties, heading }.FirstOrDefault(text => text.Length > 0) ?? "";
        return new Document(title.ReplaceLineEndings(" "), blocks);
    }
}
