namespace QualityPlan.Documents.Reading;

/// <summary>
/// The usual prefix of each namespace we read; the strict variant of Office Open XML reads like the common one.
/// </summary>
internal static class XmlPrefixes
{
    private const string OpenDocument = "urn:oasis:names:tc:opendocument:xmlns:";
    private const string LibreOffice = "urn:org:documentfoundation:names:experimental:";

    private static readonly Dictionary<string, string> Known = new()
    {
        [""] = "",
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main"] = "w:",
        ["http://purl.oclc.org/ooxml/wordprocessingml/main"] = "w:",
        ["http://schemas.openxmlformats.org/spreadsheetml/2006/main"] = "x:",
        ["http://purl.oclc.org/ooxml/spreadsheetml/main"] = "x:",
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships"] = "r:",
        ["http://purl.oclc.org/ooxml/officeDocument/relationships"] = "r:",
        ["http://schemas.openxmlformats.org/officeDocument/2006/math"] = "m:",
        ["http://purl.oclc.org/ooxml/officeDocument/math"] = "m:",
        ["http://schemas.openxmlformats.org/markup-compatibility/2006"] = "mc:",
        ["http://schemas.openxmlformats.org/package/2006/relationships"] = "rel:",
        ["http://schemas.openxmlformats.org/package/2006/content-types"] = "types:",
        ["http://purl.org/dc/elements/1.1/"] = "dc:",
        ["http://www.w3.org/XML/1998/namespace"] = "xml:",
        [OpenDocument + "office:1.0"] = "office:",
        [OpenDocument + "text:1.0"] = "text:",
        [OpenDocument + "table:1.0"] = "table:",
        [OpenDocument + "style:1.0"] = "style:",
        [OpenDocument + "drawing:1.0"] = "draw:",
        [OpenDocument + "xsl-fo-compatible:1.0"] = "fo:",
        [OpenDocument + "manifest:1.0"] = "manifest:",
        [LibreOffice + "office:xmlns:loext:1.0"] = "loext:",
        [LibreOffice + "calc:xmlns:calcext:1.0"] = "calcext:",
    };

    public static string Of(string space) => Known.GetValueOrDefault(space, "?:");
}
