using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>What text documents and spreadsheets of OpenDocument have in common: styles first, then one body.</summary>
internal static class OdfFile
{
    /// <summary>Reads the styles and calls <paramref name="read"/> with the reader standing on the body element of that name.</summary>
    public static void ReadBody(GuardedPackage package, string bodyName, Action<PartReader, OdfStyles> read)
    {
        var styles = new OdfStyles();
        using (var common = package.Part("styles.xml"))
        {
            if (common?.Root("office:document-styles") == true)
            {
                styles.Read(common);
            }
        }

        using var reader = package.RequiredPart("content.xml");
        if (!reader.Root("office:document-content"))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        foreach (var name in reader.Children())
        {
            if (name == "office:body")
            {
                ReadInside(reader, bodyName, () => read(reader, styles));
            }
            else if (name == "office:automatic-styles")
            {
                styles.ReadGroup(reader);
            }
        }
    }

    public static string Title(GuardedPackage package)
    {
        var title = "";
        using var reader = package.Part("meta.xml");
        if (reader?.Root("office:document-meta") == true)
        {
            foreach (var name in reader.Children())
            {
                ReadInside(reader, "dc:title", () => title = reader.Text().Trim());
            }
        }

        return title;
    }

    private static void ReadInside(PartReader reader, string wanted, Action read)
    {
        foreach (var name in reader.Children())
        {
            if (name == wanted)
            {
                read();
            }
        }
    }
}
