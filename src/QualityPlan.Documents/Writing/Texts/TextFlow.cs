namespace QualityPlan.Documents.Writing.Texts;

/// <summary>Where the blocks of a document go; one implementation for each format of text documents.</summary>
internal interface ITextTarget
{
    /// <summary>A paragraph in a style; headings among them.</summary>
    void Paragraph(string text, TextStyle style, bool onNewPage);

    /// <summary>A table, in pieces of which each but the first begins a page.</summary>
    void Table(IReadOnlyList<TextTable> pages, bool onNewPage);

    /// <summary>The picture of a chart; its title stands above it already.</summary>
    void Chart(Chart chart);
}

/// <summary>Walks a document once: title lines, then the blocks.</summary>
internal static class TextFlow
{
    public static void Write(Document document, IReadOnlyList<TextStep> steps, ITextTarget target)
    {
        foreach (var (text, style) in TitleLines(document))
        {
            target.Paragraph(text, style, onNewPage: false);
        }

        foreach (var step in steps)
        {
            switch (step.Block)
            {
                case Heading heading:
                    target.Paragraph(XmlText.Clean(heading.Text), TextStyle.Heading(heading.Level), step.OnNewPage);
                    break;
                case Paragraph paragraph:
                    target.Paragraph(XmlText.Clean(paragraph.Text), TextStyle.OfParagraph(paragraph.Text), step.OnNewPage);
                    break;
                case Chart chart:
                    target.Paragraph(XmlText.Clean(chart.Title), TextStyle.Caption, step.OnNewPage);
                    target.Chart(chart);
                    break;
                case Table:
                    target.Table(step.Pages, step.OnNewPage);
                    break;
            }
        }
    }

    public static IEnumerable<(string Text, TextStyle Style)> TitleLines(Document document)
    {
        if (document.AgencyAboveTitle.Length > 0)
        {
            yield return (XmlText.Clean(document.AgencyAboveTitle), TextStyle.Agency);
        }

        yield return (XmlText.Clean(document.Title), TextStyle.Title);
        if (document.PrintedOn.Length > 0)
        {
            yield return (XmlText.Clean($"列印日期：{document.PrintedOn}"), TextStyle.PrintedOn);
        }
    }
}
