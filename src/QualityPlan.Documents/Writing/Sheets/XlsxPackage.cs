using System.IO.Compression;
using System.Text;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>Two things an xlsx needs and ClosedXML has no door to.</summary>
internal static class XlsxPackage
{
    private const string Language = "<dc:language xmlns:dc=\"http://purl.org/dc/elements/1.1/\">zh-TW</dc:language>";

    public static void Finish(Stream workbook)
    {
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal))
            {
                Change(entry, xml => Insert(xml, xml.LastIndexOf("</", StringComparison.Ordinal), Language));
            }
            else if (entry.FullName == "xl/styles.xml")
            {
                Change(entry, UseCommonFont);
            }
        }
    }

    // Excel counts column widths in digits of the first font. Calibri is missing where there is no Office, and its
    // stand-ins are wider; Arial, or its twin in LibreOffice, is everywhere and has the same 7 pixels a digit.
    private static string UseCommonFont(string styles)
    {
        var end = styles.IndexOf("</x:font>", StringComparison.Ordinal);
        return end < 0 ? styles : styles[..end]
            .Replace("<x:sz val=\"11\" />", "<x:sz val=\"10\" />", StringComparison.Ordinal)
            .Replace("\"Calibri\"", "\"Arial\"", StringComparison.Ordinal) + styles[end..];
    }

    private static string Insert(string xml, int at, string piece) => at < 0 ? xml : xml.Insert(at, piece);

    private static void Change(ZipArchiveEntry entry, Func<string, string> change)
    {
        using var part = entry.Open();
        var xml = change(new StreamReader(part, Encoding.UTF8).ReadToEnd());
        part.SetLength(0);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
