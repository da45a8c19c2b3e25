using System.Security;
using System.Text;

namespace QualityPlan.Documents.Writing.Pdf.Pages;

/// <summary>The XMP packet: title, agency and language, and no date, so that the same document gives the same bytes.</summary>
internal static class Metadata
{
    public const string Producer = "QualityPlan";

    public static byte[] Packet(Document document)
    {
        var creator = document.Agency.Length == 0 ? ""
            : $"<dc:creator><rdf:Seq><rdf:li>{Escape(document.Agency)}</rdf:li></rdf:Seq></dc:creator>";
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>zh-Hant-TW</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(document.Title)}</rdf:li></rdf:Alt></dc:title>{creator}
            <pdf:Producer>{Producer}</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n"));
    }

    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : ' ')));
}
