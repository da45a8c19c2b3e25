using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using QualityPlan.Documents.Writing.Raw;
using QualityPlan.Documents.Writing.Sheets;
using QualityPlan.Documents.Writing.Texts;

namespace QualityPlan.Documents.Writing.Charts;

/// <summary>A chart of Word's own, with its figures in a workbook inside, so that it can be edited there.</summary>
internal static class DocxChart
{
    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";
    private const string Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static readonly XNamespace C = Uri;
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    /// <summary>Adds the chart as a part; answers the w:drawing that shows it.</summary>
    public static string Add(MainDocumentPart main, Chart chart, (PageSetup Page, int Number) place)
    {
        var part = main.AddNewPart<ChartPart>();
        var book = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rId1");
        using (var figures = Figures(chart))
        {
            book.FeedData(figures);
        }

        using var xml = new MemoryStream();
        Space(chart).Save(xml);
        xml.Position = 0;
        part.FeedData(xml);
        return Drawing(main.GetIdOfPart(part), chart, place).ToString(SaveOptions.DisableFormatting);
    }

    private static MemoryStream Figures(Chart chart)
    {
        var stream = new MemoryStream();
        RawColumn[] columns = [new("category", "分類") { Width = 30 }, .. chart.Series.Select((one, index) => new RawColumn($"series{index}", one.Name))];
        using (var writer = new RawXlsx(stream, columns))
        {
            for (var row = 0; row < chart.Categories.Count; row++)
            {
                writer.Write([chart.Categories[row], .. chart.Series.Select(one => (object?)one.Values[row])]);
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static XElement Space(Chart chart) => new(C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R),
        Val("roundedCorners", "0"),
        new XElement(C + "chart",
            Val("autoTitleDeleted", "1"),
            new XElement(C + "plotArea",
                new XElement(C + "layout"),
                new XElement(C + "barChart",
                    Val("barDir", "bar"), Val("grouping", "stacked"), Val("varyColors", "0"),
                    chart.Series.Select((one, index) => Series(chart, one, index)),
                    Val("gapWidth", "45"), Val("overlap", "100"), Val("axId", CategoryAxis), Val("axId", ValueAxis)),
                Axis("catAx", CategoryAxis, ValueAxis),
                Axis("valAx", ValueAxis, CategoryAxis)),
            new XElement(C + "legend", Val("legendPos", "t"), Val("overlay", "0")),
            Val("plotVisOnly", "1")),
        Letters("#000000"),
        new XElement(C + "externalData", new XAttribute(R + "id", "rId1"), Val("autoUpdate", "0")));

    private static XElement Series(Chart chart, ChartSeries series, int index)
    {
        var column = (char)('B' + index);
        var rows = chart.Categories.Count;
        return new XElement(C + "ser",
            Val("idx", $"{index}"), Val("order", $"{index}"),
            new XElement(C + "tx", Texts($"'{RawXlsx.SheetName}'!${column}$1", [series.Name])),
            new XElement(C + "spPr", new XElement(A + "solidFill", Colour(series.Colour))),
            Val("invertIfNegative", "0"),
            new XElement(C + "dLbls",
                new XElement(C + "numFmt", new XAttribute("formatCode", "0;;;"), new XAttribute("sourceLinked", "0")),
                new XElement(C + "spPr", new XElement(A + "noFill")),
                Letters(ChartLook.InkOn(series.Colour)),
                Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"),
                Val("showPercent", "0"), Val("showBubbleSize", "0")),
            new XElement(C + "cat", Texts($"'{RawXlsx.SheetName}'!$A$2:$A${rows + 1}", chart.Categories)),
            new XElement(C + "val", new XElement(C + "numRef",
                new XElement(C + "f", $"'{RawXlsx.SheetName}'!${column}$2:${column}${rows + 1}"),
                new XElement(C + "numCache", new XElement(C + "formatCode", "General"), Val("ptCount", $"{rows}"), Points(series)))));
    }

    // A bar of no length needs no label: what is 0 has no point.
    private static IEnumerable<XElement> Points(ChartSeries series) => series.Values.Select((value, at) => (value, at))
        .Where(pair => pair.value != 0)
        .Select(pair => new XElement(C + "pt", new XAttribute("idx", pair.at),
            new XElement(C + "v", pair.value.ToString(CultureInfo.InvariantCulture))));

    private static XElement Texts(string range, IReadOnlyList<string> texts) => new(C + "strRef",
        new XElement(C + "f", range),
        new XElement(C + "strCache", Val("ptCount", $"{texts.Count}"),
            texts.Select((text, at) => new XElement(C + "pt", new XAttribute("idx", at),
                new XElement(C + "v", XmlText.Clean(text).ReplaceLineEndings(" "))))));

    private static XElement Axis(string name, string own, string other) => new(C + name,
        Val("axId", own),
        // The first category on top, as in the table.
        new XElement(C + "scaling", Val("orientation", name == "catAx" ? "maxMin" : "minMax")),
        Val("delete", "0"), Val("axPos", name == "catAx" ? "l" : "b"),
        name == "valAx" ? new XElement(C + "majorGridlines", new XElement(C + "spPr",
            new XElement(A + "ln", new XElement(A + "solidFill", Colour("#D8DEDD"))))) : null,
        new XElement(C + "numFmt", new XAttribute("formatCode", "0"), new XAttribute("sourceLinked", "0")),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", name == "catAx" ? "low" : "high"),
        Val("crossAx", other), Val("crosses", "autoZero"));

    private static XElement Letters(string ink) => new(C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "900"),
            new XElement(A + "solidFill", Colour(ink)),
            new XElement(A + "latin", new XAttribute("typeface", CellStyle.Font)),
            new XElement(A + "ea", new XAttribute("typeface", CellStyle.Font))))));

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", DocxLooks.Colour(colour)));

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));

    private static XElement Drawing(string id, Chart chart, (PageSetup Page, int Number) place) => new(W + "drawing",
        new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "wp", Wp),
        new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R),
        new XElement(Wp + "inline",
            new XElement(Wp + "extent",
                new XAttribute("cx", Emu(ChartLook.Width(place.Page))), new XAttribute("cy", Emu(ChartLook.Height(chart, place.Page)))),
            new XElement(Wp + "docPr", new XAttribute("id", place.Number), new XAttribute("name", $"統計圖 {place.Number}"),
                new XAttribute("descr", XmlText.Clean(chart.Alternative))),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", Uri),
                new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(R + "id", id))))));

    private static long Emu(double millimetres) => (long)(millimetres * 36000);
}
