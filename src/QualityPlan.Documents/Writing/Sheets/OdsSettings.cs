using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>settings.xml of an ods: the frozen panes.</summary>
internal static class OdsSettings
{
    public static void Write(Stream stream, IReadOnlyList<Sheet> sheets)
    {
        using var xml = new OdfXml(stream, "office:document-settings");
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

    private static void Item(OdfXml xml, string name, string type, string value)
    {
        xml.Start("config:config-item").Attribute("config:name", name).Attribute("config:type", type).Text(value).End();
    }
}
