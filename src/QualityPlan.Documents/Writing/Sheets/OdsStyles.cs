using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>styles.xml of an ods: the default font and language, the paper and its foot.</summary>
internal static class OdsStyles
{
    private const double FootHeight = 9;

    public static void Write(Stream stream, Document document)
    {
        using var xml = new OdfXml(stream, "office:document-styles");
        OdfFont.WriteFaces(xml);
        xml.Start("office:styles");
        xml.Start("style:default-style").Attribute("style:family", "table-cell");
        OdfFont.WriteLanguage(OdfFont.Write(xml.Start("style:text-properties"), 10)).End();
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

    private static void WritePageLayout(OdfXml xml, PageSetup page)
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

    private static void WriteMasterPage(OdfXml xml, string footer)
    {
        xml.Start("style:master-page").Attribute("style:name", "Default").Attribute("style:page-layout-name", "Paper");
        // Without an empty header LibreOffice prints the sheet's name above each page.
        xml.Start("style:header").Attribute("style:display", "false").End();
        xml.Start("style:footer");
        OdfFoot.Write(xml, footer);
        xml.End();
        xml.End();
    }
}
