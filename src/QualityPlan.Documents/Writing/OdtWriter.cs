using QualityPlan.Documents.Writing.Charts;
using QualityPlan.Documents.Writing.Odf;
using QualityPlan.Documents.Writing.Texts;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes an OpenDocument text (odt) that people go on editing: named styles, headings with levels, tables whose header
/// rows repeat. The same document always gives the same bytes.
/// </summary>
public sealed class OdtWriter : IDocumentWriter
{
    public DocumentFormat Format => DocumentFormat.Odt;

    public void Write(Document document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = new OdfPackage(buffer, "application/vnd.oasis.opendocument.text"))
        {
            package.AddMeta(document);
            package.Add("styles.xml", stream => OdtStyles.Write(stream, document));
            package.Add("content.xml", stream => OdtContent.Write(stream, document));
            AddCharts(package, document);
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static void AddCharts(OdfPackage package, Document document)
    {
        var number = 0;
        foreach (var chart in document.Blocks.OfType<Chart>().Where(chart => chart.Categories.Count > 0))
        {
            var folder = OdtContent.FolderOfChart(++number);
            package.AddFolder($"{folder}/", OdtChart.MediaType);
            package.Add($"{folder}/content.xml", stream => OdtChart.Write(stream, chart, document.Page));
        }
    }
}
