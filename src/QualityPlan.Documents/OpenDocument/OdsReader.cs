using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>Reads a spreadsheet of OpenDocument (.ods): each sheet becomes a table with its name.</summary>
internal static class OdsReader
{
    public static Document Read(GuardedPackage package)
    {
        var blocks = new List<Block>();
        OdfFile.ReadBody(package, "office:spreadsheet", (reader, styles) =>
        {
            var body = new OdfBody(reader, package.Budget, styles);
            foreach (var name in reader.Children())
            {
                if (name == "table:table")
                {
                    var hidden = styles.IsHiddenTable(reader["table:style-name"]);
                    blocks.Add(new OdfTable(reader, package.Budget, body) { IsSheet = true }.Read() with { IsHidden = hidden });
                }
            }
        });
        return DocumentTitle.Give(blocks, "", OdfFile.Title(package));
    }
}
