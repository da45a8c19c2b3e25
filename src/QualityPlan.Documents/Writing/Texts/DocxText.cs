using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>Paragraphs and runs of a docx; tabs and line ends as Word keeps them.</summary>
internal static class DocxText
{
    public static W.Paragraph Paragraph(string text, TextStyle style, bool onNewPage = false)
    {
        var settings = new W.ParagraphProperties(new W.ParagraphStyleId { Val = style.Id });
        if (onNewPage)
        {
            settings.Append(new W.PageBreakBefore());
        }

        var paragraph = new W.Paragraph(settings);
        if (text.Length > 0)
        {
            paragraph.Append(Run(text));
        }

        return paragraph;
    }

    public static W.Run Run(string text)
    {
        var clean = XmlText.Clean(text);
        var run = new W.Run();
        for (int start = 0, end; start <= clean.Length; start = end + 1)
        {
            end = clean.AsSpan(start).IndexOfAny('\n', '\t') is >= 0 and var found ? start + found : clean.Length;
            if (end > start)
            {
                run.Append(new W.Text(clean[start..end]) { Space = SpaceProcessingModeValues.Preserve });
            }

            if (end < clean.Length)
            {
                run.Append(clean[end] == '\t' ? new W.TabChar() : new W.Break());
            }
        }

        return run;
    }
}
