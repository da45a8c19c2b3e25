using ClosedXML.Excel;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>Paper, repeated header, frozen panes and foot of an xlsx worksheet.</summary>
internal static class XlsxPage
{
    private const int LongestFoot = 255;

    public static void SetUp(IXLWorksheet worksheet, Document document, Sheet sheet)
    {
        var (setup, page) = (worksheet.PageSetup, document.Page);
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = page.Width > page.Height ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        setup.FitToPages(1, 0);
        setup.CenterHorizontally = true;
        var margin = page.Margin / 25.4;
        (setup.Margins.Left, setup.Margins.Right, setup.Margins.Top, setup.Margins.Bottom) = (margin, margin, margin, margin);
        (setup.Margins.Header, setup.Margins.Footer) = (margin / 2, margin / 3);
        if (sheet.HeaderRows > 0)
        {
            // ClosedXML's own SetRowsToRepeatAtTop leaves out the dollar signs, and LibreOffice then repeats nothing.
            worksheet.NamedRanges.Add("_xlnm.Print_Titles",
                $"'{sheet.Name.Replace("'", "''")}'!${sheet.HeaderStart + 1}:${sheet.HeaderStart + sheet.HeaderRows}");
        }

        if (sheet.FrozenRows > 0)
        {
            worksheet.SheetView.FreezeRows(sheet.FrozenRows);
        }

        setup.Footer.Center.AddText(Foot(document.Footer), XLHFOccurrence.AllPages);
    }

    // A single & starts a field code, and the whole foot may not pass 255 characters.
    private static string Foot(string text)
    {
        const string pages = "第 &P 頁／共 &N 頁";
        var line = XmlText.Clean(text).ReplaceLineEndings(" ");
        var foot = line.Length == 0 ? pages : $"{pages}\n{line.Replace("&", "&&")}";
        return foot.Length <= LongestFoot - 2 ? foot : foot[..(LongestFoot - 2)].TrimEnd('&');
    }
}
