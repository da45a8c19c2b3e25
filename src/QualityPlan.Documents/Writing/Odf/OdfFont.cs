using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Odf;

/// <summary>The one font of our books in OpenDocument, and the language of their text.</summary>
internal static class OdfFont
{
    public static void WriteFaces(OdfXml xml)
    {
        xml.Start("office:font-face-decls");
        xml.Start("style:font-face").Attribute("style:name", CellStyle.Font).Attribute("svg:font-family", $"'{CellStyle.Font}'")
            .Attribute("style:font-family-generic", "swiss").Attribute("style:font-pitch", "variable").End();
        xml.End();
    }

    /// <summary>Font attributes twice: OpenDocument keeps Chinese text's apart from Latin text's.</summary>
    public static OdfXml Write(OdfXml xml, double size) => xml
        .Attribute("style:font-name", CellStyle.Font).Attribute("style:font-name-asian", CellStyle.Font)
        .Attribute("fo:font-size", size, "pt").Attribute("style:font-size-asian", size, "pt");

    public static OdfXml WriteBold(OdfXml xml) =>
        xml.Attribute("fo:font-weight", "bold").Attribute("style:font-weight-asian", "bold");

    public static OdfXml WriteLanguage(OdfXml xml) => xml
        .Attribute("fo:language", "en").Attribute("fo:country", "US")
        .Attribute("style:language-asian", "zh").Attribute("style:country-asian", "TW");
}
