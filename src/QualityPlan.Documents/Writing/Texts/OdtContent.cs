using QualityPlan.Documents.Writing.Charts;
using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>content.xml of an odt: the automatic styles its paragraphs and tables need, then the blocks.</summary>
internal sealed class OdtContent : ITextTarget
{
    private const string OnNewPage = "_NewPage";
    private const string OnFirstPage = "_First";

    private readonly OdfXml xml;
    private readonly OdtTables tables;
    private readonly PageSetup page;
    private bool isFirst = true;
    private int charts;

    private OdtContent(OdfXml xml, OdtTables tables, PageSetup page) => (this.xml, this.tables, this.page) = (xml, tables, page);

    public static string FolderOfChart(int number) => $"Chart{number}";

    public static void Write(Stream stream, Document document)
    {
        using var xml = new OdfXml(stream, "office:document-content");
        OdfFont.WriteFaces(xml);
        var steps = TextPlan.Of(document);
        var tables = new OdtTables(xml);
        xml.Start("office:automatic-styles");
        foreach (var style in TextStyle.All.Where(style => !style.Id.StartsWith("Cell", StringComparison.Ordinal)))
        {
            WriteVariant(xml, style, OnNewPage);
            WriteVariant(xml, style, OnFirstPage);
        }

        tables.WriteStyles(steps.SelectMany(step => step.Pages));
        xml.End();
        xml.Start("office:body").Start("office:text");
        TextFlow.Write(document, steps, new OdtContent(xml, tables, document.Page));
        xml.End();
        xml.End();
    }

    public void Paragraph(string text, TextStyle style, bool onNewPage)
    {
        xml.Start(style.Level > 0 ? "text:h" : "text:p")
            .Attribute("text:style-name", style.OdfId + (isFirst ? OnFirstPage : onNewPage ? OnNewPage : ""));
        if (style.Level > 0)
        {
            xml.Attribute("text:outline-level", style.Level);
        }

        OdfText.WriteInside(xml, text);
        xml.End();
        isFirst = false;
    }

    public void Table(IReadOnlyList<TextTable> pages, bool onNewPage)
    {
        for (var at = 0; at < pages.Count; at++)
        {
            tables.Write(pages[at], onNewPage || at > 0);
        }

        Paragraph("", TextStyle.AfterTable, onNewPage: false);
    }

    public void Chart(Chart chart)
    {
        charts++;
        xml.Start("text:p").Attribute("text:style-name", TextStyle.Figure.OdfId);
        xml.Start("draw:frame").Attribute("draw:name", $"統計圖 {charts}").Attribute("text:anchor-type", "as-char")
            .Attribute("svg:width", ChartLook.Width(page), "mm").Attribute("svg:height", ChartLook.Height(chart, page), "mm");
        xml.Start("draw:object").Attribute("xlink:href", $"./{FolderOfChart(charts)}").Attribute("xlink:type", "simple")
            .Attribute("xlink:show", "embed").Attribute("xlink:actuate", "onLoad").End();
        xml.Leaf("svg:title", XmlText.Clean(chart.Title));
        xml.Leaf("svg:desc", XmlText.Clean(chart.Alternative));
        xml.End();
        xml.End();
    }

    private static void WriteVariant(OdfXml xml, TextStyle style, string variant)
    {
        xml.Start("style:style").Attribute("style:name", style.OdfId + variant).Attribute("style:family", "paragraph")
            .Attribute("style:parent-style-name", style.OdfId);
        if (variant == OnFirstPage)
        {
            xml.Attribute("style:master-page-name", OdtStyles.FirstPage).End();
            return;
        }

        xml.Start("style:paragraph-properties").Attribute("fo:break-before", "page").End();
        xml.End();
    }
}
