using QualityPlan.Documents.Writing.Odf;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>styles.xml of an odt: the named paragraph styles, the paper, running head and foot.</summary>
internal static class OdtStyles
{
    /// <summary>The page master of the title page, which has no running head; the next page follows with the standard one.</summary>
    public const string FirstPage = "First_20_Page";

    private const string OtherPages = "Standard";
    private const double EdgeHeight = 8;

    public static void Write(Stream stream, Document document)
    {
        using var xml = new OdfXml(stream, "office:document-styles");
        OdfFont.WriteFaces(xml);
        xml.Start("office:styles");
        xml.Start("style:default-style").Attribute("style:family", "paragraph");
        xml.Start("style:paragraph-properties").Attribute("style:line-break", "strict").Attribute("style:punctuation-wrap", "hanging")
            .Attribute("style:text-autospace", "ideograph-alpha").End();
        OdfFont.WriteLanguage(OdfFont.Write(xml.Start("style:text-properties"), TextStyle.Standard.Size)).End();
        xml.End();
        foreach (var style in TextStyle.All)
        {
            WriteStyle(xml, style);
        }

        xml.End();
        xml.Start("office:automatic-styles");
        WritePaper(xml, document.Page);
        xml.End();
        xml.Start("office:master-styles");
        WriteMasterPage(xml, OtherPages, document, hasHead: true);
        WriteMasterPage(xml, FirstPage, document, hasHead: false);
        xml.End();
    }

    private static void WriteStyle(OdfXml xml, TextStyle style)
    {
        xml.Start("style:style").Attribute("style:name", style.OdfId).Attribute("style:display-name", OdfName(style))
            .Attribute("style:family", "paragraph");
        if (style != TextStyle.Standard)
        {
            xml.Attribute("style:parent-style-name", TextStyle.Standard.OdfId);
        }

        if (style.Level > 0)
        {
            xml.Attribute("style:next-style-name", TextStyle.Prose.OdfId).Attribute("style:default-outline-level", style.Level);
        }

        xml.Start("style:paragraph-properties").Attribute("fo:text-align", style.Alignment switch
        {
            Alignment.Centre => "center",
            Alignment.Right => "end",
            _ => "start",
        }).Attribute("fo:margin-top", style.Before, "pt").Attribute("fo:margin-bottom", style.After, "pt")
            .Attribute("fo:line-height", style.LineHeight * 100, "%");
        if (style.Hang > 0)
        {
            xml.Attribute("fo:margin-left", style.Hang, "pt").Attribute("fo:text-indent", -style.Hang, "pt");
        }

        if (!style.SpacesDigits)
        {
            xml.Attribute("style:text-autospace", "none");
        }

        if (style.KeepsNext)
        {
            xml.Attribute("fo:keep-with-next", "always");
        }

        xml.End();
        OdfFont.Write(xml.Start("style:text-properties"), style.Size).Attribute("fo:color", style.Ink);
        if (style.Bold)
        {
            OdfFont.WriteBold(xml);
        }

        xml.End();
        xml.End();
    }

    private static string OdfName(TextStyle style) => style.OdfId == style.Id ? style.Name : style.OdfId.Replace("_20_", " ");

    private static void WritePaper(OdfXml xml, PageSetup page)
    {
        var edge = Math.Min(EdgeHeight, page.Margin / 2);
        xml.Start("style:page-layout").Attribute("style:name", "Paper");
        xml.Start("style:page-layout-properties")
            .Attribute("fo:page-width", page.Width, "mm").Attribute("fo:page-height", page.Height, "mm")
            .Attribute("style:print-orientation", page.Width > page.Height ? "landscape" : "portrait")
            .Attribute("fo:margin-top", page.Margin - edge, "mm").Attribute("fo:margin-bottom", page.Margin - edge, "mm")
            .Attribute("fo:margin-left", page.Margin, "mm").Attribute("fo:margin-right", page.Margin, "mm").End();
        xml.Start("style:header-style");
        xml.Start("style:header-footer-properties").Attribute("fo:min-height", edge, "mm").Attribute("fo:margin-bottom", "1mm").End();
        xml.End();
        xml.Start("style:footer-style");
        xml.Start("style:header-footer-properties").Attribute("fo:min-height", edge, "mm").Attribute("fo:margin-top", "1mm").End();
        xml.End();
        xml.End();
    }

    private static void WriteMasterPage(OdfXml xml, string name, Document document, bool hasHead)
    {
        xml.Start("style:master-page").Attribute("style:name", name).Attribute("style:display-name", name.Replace("_20_", " "))
            .Attribute("style:page-layout-name", "Paper");
        if (!hasHead)
        {
            xml.Attribute("style:next-style-name", OtherPages);
        }

        xml.Start("style:header");
        xml.Start("text:p").Attribute("text:style-name", TextStyle.PageHead.OdfId)
            .Text(hasHead ? XmlText.Clean($"{document.AgencyAboveTitle}　{document.Title}".Trim().ReplaceLineEndings(" ")) : "").End();
        xml.End();
        xml.Start("style:footer");
        OdfFoot.Write(xml, XmlText.Clean(document.Footer), TextStyle.PageFoot.OdfId);
        xml.End();
        xml.End();
    }
}
