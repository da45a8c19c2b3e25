namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>styles.xml of an ods: the default font and language, the paper and its foot.</summary>
internal static class OdsStyles
{
    private const double FootHeight = 9;

    public static void Write(Stream stream, Document document)
    {
        using var xml = new OdsXml(stream, "office:document-styles");
        WriteFontFaces(xml);
        xml.Start("office:styles");
        xml.Start("style:default-style").Attribute("style:family", "table-cell");
        WriteFont(xml.Start("style:text-properties"), 10)
            .Attribute("fo:language", "en").Attribute("fo:country", "US")
            .Attribute("style:language-asian", "zh").Attribute("style:country-asian", "TW").End();
        xml.End();
        xml.Start("style:style").Attribute("style:name", "Default").Attribute("style:family", "table-cell").End();
        xml.End();
        xml.Start("office:automatic-styles");
        WritePageLayout(xml, document.Page);
        xml.End();
        xml.Start("office:master-styles");
        WriteMasterPage(xml, XmlText.Clean(document.Footer));
        xml.End();
    }

    public static void WriteFontFaces(OdsXml xml)
    {
        xml.Start("office:font-face-decls");
        xml.Start("style:font-face").Attribute("style:name", CellStyle.Font).Attribute("svg:font-family", $"'{CellStyle.Font}'")
            .Attribute("style:font-family-generic", "swiss").Attribute("style:font-pitch", "variable").End();
        xml.End();
    }

    /// <summary>Font attributes twice: OpenDocument keeps Chinese text's apart from Latin text's.</summary>
    public static OdsXml WriteFont(OdsXml xml, double size) => xml
        .Attribute("style:font-name", CellStyle.Font).Attribute("style:font-name-asian", CellStyle.Font)
        .Attribute("fo:font-size", size, "pt").Attribute("style:font-size-asian", size, "pt");

    private static void WritePageLayout(OdsXml xml, PageSetup page)
    {
        var foot = Math.Min(FootHeight, page.Margin / 2);
        xml.Start("style:page-layout").Attribute("style:name", "Paper");
        xml.Start("style:page-layout-properties")
            .Attribute("fo:page-width", page.Width, "mm").Attribute("fo:page-height", page.Height, "mm")
            .Attribute("style:print-orientation", page.Width > page.Height ? "landscape" : "portrait")
            .Attribute("fo:margin-top", page.Margin, "mm").Attribute("fo:margin-bottom", page.Margin - foot, "mm")
            .Attribute("fo:margin-left", page.Margin, "mm").Attribute("fo:margin-right", page.Margin, "mm")
            .Attribute("style:table-centering", "horizontal")
            .Attribute("style:scale-to-X", "1").Attribute("style:scale-to-Y", "0").End();
        xml.Start("style:footer-style");
        xml.Start("style:header-footer-properties").Attribute("fo:min-height", foot, "mm").Attribute("fo:margin-top", "1mm").End();
        xml.End();
        xml.End();
    }

    private static void WriteMasterPage(OdsXml xml, string footer)
    {
        xml.Start("style:master-page").Attribute("style:name", "Default").Attribute("style:page-layout-name", "Paper");
        // Without an empty header LibreOffice prints the sheet's name above each page.
        xml.Start("style:header").Attribute("style:display", "false").End();
        xml.Start("style:footer");
        xml.Start("text:p").Text("第 ");
        xml.Leaf("text:page-number", "1");
        xml.Text(" 頁／共 ");
        xml.Leaf("text:page-count", "1");
        xml.Text(" 頁").End();
        foreach (var line in footer.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            xml.Leaf("text:p", line);
        }

        xml.End();
        xml.End();
    }
}
