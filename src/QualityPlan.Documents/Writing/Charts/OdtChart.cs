using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Charts;

/// <summary>content.xml of a chart inside an odt: a chart of LibreOffice's own, with its figures, so that it can be edited there.</summary>
internal static class OdtChart
{
    public const string MediaType = "application/vnd.oasis.opendocument.chart";

    private const string Figures = "local-table";

    public static void Write(Stream stream, Chart chart, PageSetup page)
    {
        using var xml = new OdfXml(stream, "office:document-content");
        xml.Start("office:automatic-styles");
        WriteShape(xml, "chart", "none");
        WriteShape(xml, "wall", "none");
        WriteShape(xml, "grid", "solid");
        WriteChartStyle(xml, "plot", ("chart:vertical", "true"), ("chart:stacked", "true"), ("chart:include-hidden-cells", "false"));
        WriteChartStyle(xml, "categories", ("chart:display-label", "true"), ("chart:reverse-direction", "true"), ("chart:axis-position", "start"), ("chart:gap-width", "45"), ("chart:overlap", "100"));
        WriteChartStyle(xml, "values", ("chart:display-label", "true"), ("chart:axis-position", "end"), ("chart:gap-width", "45"), ("chart:overlap", "100"));
        WriteChartStyle(xml, "legend");
        for (var index = 0; index < chart.Series.Count; index++)
        {
            WriteSeriesStyle(xml, chart.Series[index], index);
        }

        xml.End();
        xml.Start("office:body").Start("office:chart");
        xml.Start("chart:chart").Attribute("chart:class", "chart:bar").Attribute("chart:style-name", "chart")
            .Attribute("svg:width", ChartLook.Width(page), "mm").Attribute("svg:height", ChartLook.Height(chart, page), "mm");
        xml.Start("chart:legend").Attribute("chart:legend-position", "top").Attribute("chart:style-name", "legend").End();
        WritePlot(xml, chart);
        WriteFigures(xml, chart);
        xml.End();
        xml.End();
        xml.End();
    }

    private static void WritePlot(OdfXml xml, Chart chart)
    {
        var last = chart.Categories.Count + 1;
        xml.Start("chart:plot-area").Attribute("chart:style-name", "plot").Attribute("chart:data-source-has-labels", "both")
            .Attribute("table:cell-range-address", $"{Figures}.$A$1:.${Column(chart.Series.Count - 1)}${last}");
        xml.Start("chart:axis").Attribute("chart:dimension", "x").Attribute("chart:name", "primary-x").Attribute("chart:style-name", "categories");
        xml.Start("chart:categories").Attribute("table:cell-range-address", $"{Figures}.$A$2:.$A${last}").End();
        xml.End();
        xml.Start("chart:axis").Attribute("chart:dimension", "y").Attribute("chart:name", "primary-y").Attribute("chart:style-name", "values");
        xml.Start("chart:grid").Attribute("chart:class", "major").Attribute("chart:style-name", "grid").End();
        xml.End();
        for (var index = 0; index < chart.Series.Count; index++)
        {
            var column = Column(index);
            xml.Start("chart:series").Attribute("chart:style-name", $"series{index}").Attribute("chart:class", "chart:bar")
                .Attribute("chart:values-cell-range-address", $"{Figures}.${column}$2:.${column}${last}")
                .Attribute("chart:label-cell-address", $"{Figures}.${column}$1");
            xml.Start("chart:data-point").Attribute("chart:repeated", chart.Categories.Count).End();
            xml.End();
        }

        xml.Start("chart:wall").Attribute("chart:style-name", "wall").End();
        xml.End();
    }

    private static void WriteFigures(OdfXml xml, Chart chart)
    {
        xml.Start("table:table").Attribute("table:name", Figures);
        xml.Start("table:table-header-columns").Start("table:table-column").End();
        xml.End();
        xml.Start("table:table-columns").Start("table:table-column").Attribute("table:number-columns-repeated", chart.Series.Count).End();
        xml.End();
        xml.Start("table:table-header-rows").Start("table:table-row");
        WriteText(xml, "");
        foreach (var series in chart.Series)
        {
            WriteText(xml, series.Name);
        }

        xml.End();
        xml.End();
        xml.Start("table:table-rows");
        for (var row = 0; row < chart.Categories.Count; row++)
        {
            xml.Start("table:table-row");
            WriteText(xml, chart.Categories[row]);
            foreach (var series in chart.Series)
            {
                WriteNumber(xml, series.Values[row]);
            }

            xml.End();
        }

        xml.End();
        xml.End();
    }

    private static void WriteText(OdfXml xml, string text)
    {
        xml.Start("table:table-cell").Attribute("office:value-type", "string");
        xml.Leaf("text:p", XmlText.Clean(text).ReplaceLineEndings(" "));
        xml.End();
    }

    // A bar of no length needs no label: what is 0 stays empty.
    private static void WriteNumber(OdfXml xml, int value)
    {
        xml.Start("table:table-cell");
        if (value != 0)
        {
            xml.Attribute("office:value-type", "float").Attribute("office:value", value);
            xml.Leaf("text:p", $"{value}");
        }

        xml.End();
    }

    private static char Column(int series) => (char)('B' + series);

    private static void WriteShape(OdfXml xml, string name, string stroke)
    {
        xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "chart");
        WriteLines(xml, stroke);
        xml.End();
    }

    private static void WriteLines(OdfXml xml, string stroke) => xml.Start("style:graphic-properties")
        .Attribute("draw:stroke", stroke).Attribute("svg:stroke-color", "#D8DEDD").Attribute("draw:fill", "none").End();

    private static void WriteChartStyle(OdfXml xml, string name, params (string Attribute, string Value)[] settings)
    {
        xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "chart");
        xml.Start("style:chart-properties");
        foreach (var (attribute, value) in settings)
        {
            xml.Attribute(attribute, value);
        }

        xml.End();
        WriteLines(xml, name == "legend" ? "none" : "solid");
        WriteLetters(xml, "#000000");
        xml.End();
    }

    private static void WriteSeriesStyle(OdfXml xml, ChartSeries series, int index)
    {
        xml.Start("style:style").Attribute("style:name", $"series{index}").Attribute("style:family", "chart");
        xml.Start("style:chart-properties").Attribute("chart:data-label-number", "value").Attribute("chart:label-position", "center").End();
        xml.Start("style:graphic-properties").Attribute("draw:stroke", "none").Attribute("draw:fill", "solid")
            .Attribute("draw:fill-color", series.Colour).End();
        WriteLetters(xml, ChartLook.InkOn(series.Colour));
        xml.End();
    }

    private static void WriteLetters(OdfXml xml, string ink) =>
        OdfFont.Write(xml.Start("style:text-properties"), 9).Attribute("fo:color", ink).End();
}
