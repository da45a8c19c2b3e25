namespace QualityPlan.Documents.Writing.Texts;

/// <summary>Where the blocks of a document go; one implementation for each format of text documents.</summary>
internal interface ITextTarget
{
    /// <summary>A paragraph in a style; headings among them.</summary>
    void Paragraph(string text, TextStyle style, bool onNewPage);

    void Table(TextTable table, bool onNewPage);

    /// <summary>The picture of a chart; its title stands above it already.</summary>
    void Chart(Chart chart);
}

/// <summary>Walks a document once: title lines, then the blocks, page breaks given to what follows them.</summary>
internal static class TextFlow
{
    public static void Write(Document document, ITextTarget target)
    {
        WriteTitle(document, target);
        var breaks = false;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case PageBreak:
                    breaks = true;
                    continue;
                case Heading heading:
                    target.Paragraph(XmlText.Clean(heading.Text), TextStyle.Heading(heading.Level), breaks);
                    break;
                case Paragraph paragraph:
                    target.Paragraph(XmlText.Clean(paragraph.Text), TextStyle.Prose, breaks);
                    break;
                case Chart { Categories.Count: > 0 } chart:
                    target.Paragraph(XmlText.Clean(chart.Title), TextStyle.Caption, breaks);
                    target.Chart(chart);
                    break;
                case Table { Rows.Count: > 0 } table:
                    target.Table(new TextTable(table, document.Page), breaks);
                    break;
            }

            breaks = false;
        }
    }

    private static void WriteTitle(Document document, ITextTarget target)
    {
        if (document.AgencyAboveTitle.Length > 0)
        {
            target.Paragraph(XmlText.Clean(document.AgencyAboveTitle), TextStyle.Agency, onNewPage: false);
        }

        target.Paragraph(XmlText.Clean(document.Title), TextStyle.Title, onNewPage: false);
        if (document.PrintedOn.Length > 0)
        {
            target.Paragraph(XmlText.Clean($"列印日期：{document.PrintedOn}"), TextStyle.PrintedOn, onNewPage: false);
        }
    }
}
