namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>The small parts of an ods: list of contents, title and language, and the frozen panes.</summary>
internal static class OdsParts
{
    public static void WriteManifest(Stream stream, string mediaType)
    {
        using var xml = new OdsXml(stream, "manifest:manifest");
        (string Path, string Type)[] entries =
        [
            ("/", mediaType), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"), ("settings.xml", "text/xml"),
        ];
        foreach (var (path, type) in entries)
        {
            xml.Start("manifest:file-entry").Attribute("manifest:full-path", path).Attribute("manifest:media-type", type).End();
        }
    }

    public static void WriteMeta(Stream stream, Document document)
    {
        using var xml = new OdsXml(stream, "office:document-meta");
        xml.Start("office:meta");
        xml.Leaf("meta:generator", "QualityPlan");
        xml.Leaf("dc:title", XmlText.Clean(document.Title));
        xml.Leaf("meta:initial-creator", XmlText.Clean(document.Agency));
        xml.Leaf("dc:creator", XmlText.Clean(document.Agency));
        xml.Leaf("dc:language", "zh-TW");
        xml.End();
    }

    public static void WriteSettings(Stream stream, IReadOnlyList<Sheet> sheets)
    {
        using var xml = new OdsXml(stream, "office:document-settings");
        xml.Start("office:settings");
        xml.Start("config:config-item-set").Attribute("config:name", "ooo:view-settings");
        xml.Start("config:config-item-map-indexed").Attribute("config:name", "Views");
        xml.Start("config:config-item-map-entry");
        Item(xml, "ViewId", "string", "view1");
        xml.Start("config:config-item-map-named").Attribute("config:name", "Tables");
        foreach (var sheet in sheets.Where(sheet => sheet.FrozenRows > 0))
        {
            var frozen = sheet.FrozenRows.ToString();
            xml.Start("config:config-item-map-entry").Attribute("config:name", sheet.Name);
            Item(xml, "HorizontalSplitMode", "short", "0");
            Item(xml, "VerticalSplitMode", "short", "2");
            Item(xml, "VerticalSplitPosition", "int", frozen);
            Item(xml, "ActiveSplitRange", "short", "2");
            Item(xml, "PositionTop", "int", "0");
            Item(xml, "PositionBottom", "int", frozen);
            xml.End();
        }

        xml.End();
        Item(xml, "ActiveTable", "string", sheets[0].Name);
        xml.End();
    }

    private static void Item(OdsXml xml, string name, string type, string value)
    {
        xml.Start("config:config-item").Attribute("config:name", name).Attribute("config:type", type).Text(value).End();
    }
}
