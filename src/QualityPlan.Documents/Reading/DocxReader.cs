namespace QualityPlan.Documents.Reading;

/// <summary>Reads a Word document (.docx).</summary>
internal static class DocxReader
{
    public static Document Read(GuardedPackage package)
    {
        var root = Relationships.Of(package, "");
        var main = root.Kind("officeDocument") ?? "word/document.xml";
        var parts = Relationships.Of(package, main);
        var styles = DocxStyles.Read(package, parts.Kind("styles"));
        var numbering = DocxNumbering.Read(package, parts.Kind("numbering"), styles);
        using var reader = package.RequiredPart(main);
        var body = new DocxBody(reader, package.Budget, styles, numbering);
        var blocks = new List<Block>();
        if (!reader.Root("w:document"))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        foreach (var name in reader.Children())
        {
            if (name == "w:body")
            {
                body.ReadBlocks(blocks);
            }
        }

        return DocumentTitle.Give(blocks, body.Title, PropertiesTitle(package, root.Kind("core-properties")));
    }

    public static string PropertiesTitle(GuardedPackage package, string? part)
    {
        using var reader = part is null ? null : package.Part(part);
        if (reader?.Root("?:coreProperties") != true)
        {
            return "";
        }

        foreach (var name in reader.Children())
        {
            if (name == "dc:title")
            {
                return reader.Text().Trim();
            }
        }

        return "";
    }
}
