using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>Reads a text document of OpenDocument (.odt).</summary>
internal static class OdtReader
{
    public static Document Read(GuardedPackage package)
    {
        var blocks = new List<Block>();
        var printedTitle = "";
        OdfFile.ReadBody(package, "office:text", (reader, styles) =>
        {
            var body = new OdfBody(reader, package.Budget, styles);
            body.ReadBlocks(blocks);
            printedTitle = body.Title;
        });
        return DocumentTitle.Give(blocks, printedTitle, OdfFile.Title(package));
    }
}
