using ClosedXML.Excel;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing;

/// <summary>
/// Writes a form (離線填報檔) as xlsx or ods. It is locked against slips, not against people, so there is no password:
/// whoever takes the file in checks everything again.
/// </summary>
public static class FormWriter
{
    /// <summary>The formats a form comes in.</summary>
    public static readonly IReadOnlyList<DocumentFormat> Formats = [DocumentFormat.Ods, DocumentFormat.Xlsx];

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a format that is none of <see cref="Formats"/>.</summary>
    public static byte[] Write(FormBook book, DocumentFormat format)
    {
        using var output = new MemoryStream();
        var sheets = FormComposer.Compose(book);
        var document = new Document(book.Title, []);
        switch (format)
        {
            case DocumentFormat.Ods:
                OdsWriter.Write(document, sheets, output);
                break;
            case DocumentFormat.Xlsx:
                WriteXlsx(document, sheets, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }

        return output.ToArray();
    }

    private static void WriteXlsx(Document document, IReadOnlyList<Sheet> sheets, MemoryStream output)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = XmlText.Clean(document.Title);
        foreach (var sheet in sheets)
        {
            var worksheet = workbook.AddWorksheet(sheet.Name);
            XlsxPage.SetUp(worksheet, document, sheet);
            XlsxWriter.Fill(worksheet, sheet, []);
            AddBoxes(worksheet, sheet);
            Close(worksheet, sheet);
        }

        workbook.Protect();
        workbook.SaveAs(output);
        XlsxPackage.Finish(output);
    }

    private static void AddBoxes(IXLWorksheet worksheet, Sheet sheet)
    {
        var boxes = sheet.Rows.SelectMany((row, at) => row.Cells.Where(cell => cell.Box is not null).Select(cell => (cell.Column, Row: at + 1, cell.Box)));
        foreach (var column in boxes.GroupBy(cell => cell.Column))
        {
            var (first, last, box) = (column.First().Row, column.Last().Row, column.First().Box!);
            Check(worksheet.Range(first, column.Key + 1, last, column.Key + 1).SetDataValidation(), box);
        }
    }

    private static void Check(IXLDataValidation check, FormBox box)
    {
        switch (box)
        {
            case ChoiceBox choice:
                check.List($"\"{string.Join(',', choice.Words)}\"", true);
                break;
            case NumberBox number:
                check.WholeNumber.Between(number.Least, number.Most);
                break;
            case TextBox text:
                check.TextLength.EqualOrLessThan(text.Most);
                break;
        }

        check.IgnoreBlanks = true;
        check.ErrorStyle = XLErrorStyle.Stop;
        (check.ErrorTitle, check.ErrorMessage, check.ShowErrorMessage) = ("填寫內容不符", box.Hint, true);
        (check.InputMessage, check.ShowInputMessage) = (box.Hint, true);
    }

    private static void Close(IXLWorksheet worksheet, Sheet sheet)
    {
        for (var column = 0; column < sheet.Widths.Count; column++)
        {
            if (sheet.Widths[column] == 0)
            {
                worksheet.Column(column + 1).Hide();
            }
        }

        // Wider columns and higher rows change nothing that is read.
        worksheet.Protect()
            .AllowElement(XLSheetProtectionElements.FormatColumns)
            .AllowElement(XLSheetProtectionElements.FormatRows);
        if (sheet.IsHidden)
        {
            worksheet.Hide();
        }
    }
}
