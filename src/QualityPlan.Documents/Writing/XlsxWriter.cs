using ClosedXML.Excel;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes a workbook (xlsx): a sheet per table, ready to print. Text is always stored as a string, numbers only
/// where <see cref="Cell.Number"/> says so; a text above Excel's limit of 32,767 characters is cut and says so.
/// </summary>
public sealed class XlsxWriter : IDocumentWriter
{
    private const int LongestText = 32_767;
    private const string CutMark = "…（超過試算表儲存格字數上限，以下省略）";

    public DocumentFormat Format => DocumentFormat.Xlsx;

    public void Write(Document document, Stream output)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = XmlText.Clean(document.Title);
        workbook.Properties.Author = XmlText.Clean(document.Agency);
        workbook.Properties.Company = XmlText.Clean(document.Agency);
        foreach (var sheet in SheetComposer.Compose(document))
        {
            var worksheet = workbook.AddWorksheet(sheet.Name);
            XlsxPage.SetUp(worksheet, document, sheet);
            Fill(worksheet, sheet, new Dictionary<CellStyle, IXLStyle>());
        }

        using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        XlsxPackage.Finish(buffer);
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    internal static void Fill(IXLWorksheet worksheet, Sheet sheet, Dictionary<CellStyle, IXLStyle> styles)
    {
        for (var column = 0; column < sheet.Widths.Count; column++)
        {
            // Excel counts a width in digits of 7 pixels and adds 5 pixels of margin.
            worksheet.Column(column + 1).Width = Math.Max(1, (sheet.Widths[column] / 25.4 * 96 - 5) / 7);
        }

        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            worksheet.Row(row + 1).Height = sheet.Rows[row].Height;
            if (sheet.Rows[row].BeginsPage)
            {
                // The break stands below the row it is named by.
                worksheet.PageSetup.AddHorizontalPageBreak(row);
            }

            foreach (var cell in sheet.Rows[row].Cells)
            {
                Put(worksheet, row, cell, StyleOf(worksheet, cell.Style, styles));
            }
        }
    }

    private static void Put(IXLWorksheet worksheet, int row, SheetCell cell, IXLStyle style)
    {
        var anchor = worksheet.Cell(row + 1, cell.Column + 1);
        anchor.Style = style;
        if (cell.Number is { } number)
        {
            anchor.SetValue(number);
        }
        else if (cell.Text.Length > 0)
        {
            anchor.SetValue(Fit(cell.Text));
        }

        if (cell.RowSpan > 1 || cell.ColumnSpan > 1)
        {
            var range = worksheet.Range(row + 1, cell.Column + 1, row + cell.RowSpan, cell.Column + cell.ColumnSpan);
            range.Merge(false);
            // Excel draws each border from its own cell: those under a merge need the look too.
            range.Style = style;
        }
    }

    internal static string Fit(string text) =>
        text.Length <= LongestText ? text : XmlText.Clean(text[..(LongestText - CutMark.Length)]) + CutMark;

    private static IXLStyle StyleOf(IXLWorksheet worksheet, CellStyle wanted, Dictionary<CellStyle, IXLStyle> known)
    {
        if (known.TryGetValue(wanted, out var style))
        {
            return style;
        }

        style = XLWorkbook.DefaultStyle;
        style.Font.FontName = CellStyle.Font;
        style.Font.FontCharSet = XLFontCharSet.ChineseBig5;
        style.Font.FontFamilyNumbering = XLFontFamilyNumberingValues.Swiss;
        style.Font.FontSize = wanted.Size;
        style.Font.Bold = wanted.Bold;
        style.Font.FontColor = XLColor.FromHtml(wanted.Colours.Ink);
        style.Protection.Locked = !wanted.IsOpen;
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = wanted.Middle ? XLAlignmentVerticalValues.Center : XLAlignmentVerticalValues.Top;
        style.Alignment.Horizontal = wanted.Alignment switch
        {
            Alignment.Centre => XLAlignmentHorizontalValues.Center,
            Alignment.Right => XLAlignmentHorizontalValues.Right,
            _ => XLAlignmentHorizontalValues.Left,
        };
        style.Alignment.Indent = wanted.Number is not null && wanted.Alignment == Alignment.Right ? 1 : 0;
        if (wanted.Colours.Fill is { } fill)
        {
            style.Fill.BackgroundColor = XLColor.FromHtml(fill);
        }

        if (wanted.Bordered)
        {
            Surround(style.Border, XLColor.FromHtml(LookColours.Line));
        }

        // "@" keeps a text a text even after someone edits the cell.
        style.NumberFormat.Format = wanted.Number?.ToExcel() ?? "@";
        known.Add(wanted, style);
        return style;
    }

    // The "outside border" of a style alone sets nothing; it is for ranges.
    private static void Surround(IXLBorder border, XLColor colour)
    {
        const XLBorderStyleValues thin = XLBorderStyleValues.Thin;
        (border.LeftBorder, border.RightBorder, border.TopBorder, border.BottomBorder) = (thin, thin, thin, thin);
        (border.LeftBorderColor, border.RightBorderColor) = (colour, colour);
        (border.TopBorderColor, border.BottomBorderColor) = (colour, colour);
    }
}
