namespace QualityPlan.Documents.Writing.Odf;

/// <summary>The page foot (頁尾): 「第 x 頁／共 y 頁」 and the document's own lines.</summary>
internal static class OdfFoot
{
    /// <summary>Writes the paragraphs of a footer, in a paragraph style when one is named.</summary>
    public static void Write(OdfXml xml, string footer, string? style = null)
    {
        Begin(xml, style).Text("第 ");
        xml.Leaf("text:page-number", "1");
        xml.Text(" 頁／共 ");
        xml.Leaf("text:page-count", "1");
        xml.Text(" 頁").End();
        foreach (var line in footer.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Begin(xml, style).Text(line).End();
        }
    }

    private static OdfXml Begin(OdfXml xml, string? style)
    {
        xml.Start("text:p");
        return style is null ? xml : xml.Attribute("text:style-name", style);
    }
}
