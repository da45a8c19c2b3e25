using System.Text;
using QualityPlan.Documents.Writing.Pdf.Files;
using QualityPlan.Documents.Writing.Pdf.Pages;

namespace QualityPlan.Documents.Writing.Pdf.Tables;

/// <summary>Gives a table, its rows and its cells their elements in the structure tree.</summary>
internal sealed class TableTags(TagTree tags, Table table)
{
    private readonly Tag element = tags.Add("Table", tags.Document, NameOf(table.Name));

    public void AddRow(IEnumerable<CellBox> boxes)
    {
        var row = tags.Add("TR", element);
        foreach (var box in boxes)
        {
            box.Tag = tags.Add(box.IsHeading ? "TH" : "TD", row, AttributesOf(box));
        }
    }

    private static string NameOf(string name) =>
        name.Length == 0 ? "" : "/T" + Encoding.ASCII.GetString(new PdfBytes().AddText(name).Written);

    private static string AttributesOf(CellBox box)
    {
        var scope = box.IsHeading ? "/Scope/Column" : "";
        var rows = box.IsMerged ? $"/RowSpan {box.EndRow - box.Row}" : "";
        var columns = box.ColumnSpan > 1 ? $"/ColSpan {box.ColumnSpan}" : "";
        var attributes = scope + rows + columns;
        return attributes.Length == 0 ? "" : $"/A<</O/Table{attributes}>>";
    }
}
