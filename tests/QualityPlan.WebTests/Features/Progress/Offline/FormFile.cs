using ClosedXML.Excel;
using QualityPlan.UnitTests.Writing;

namespace QualityPlan.WebTests.Features.Progress.Offline;

/// <summary>A downloaded form in the hands of a reporter who fills it in.</summary>
internal static class FormFile
{
    /// <summary>Writes into one box of an xlsx, found by the hidden id of its row and the caption of its column.</summary>
    public static byte[] With(this byte[] xlsx, (string Sheet, string Id, string Caption) box, object value) => Change(xlsx, book =>
    {
        var sheet = book.Worksheet(box.Sheet);
        var head = sheet.RowsUsed().First(row => row.CellsUsed().Any(cell => cell.GetString() == "識別碼"));
        var column = head.CellsUsed().Single(cell => cell.GetString() == box.Caption).Address.ColumnNumber;
        var row = sheet.RowsUsed().Single(one => one.RowNumber() > head.RowNumber() && one.Cell(1).GetString() == box.Id);
        row.Cell(column).SetValue(value);
    });

    public static byte[] With(this byte[] xlsx, OwnRow row, string caption, object value) => xlsx.With(("填報", $"{row.Id}", caption), value);

    /// <summary>Changes what the hidden sheet says under a name.</summary>
    public static byte[] Saying(this byte[] xlsx, string name, string value) => Change(xlsx, book =>
        book.Worksheet("系統資料").RowsUsed().Single(row => row.Cell(1).GetString() == name).Cell(2).SetValue(value));

    public static byte[] Change(byte[] xlsx, Action<XLWorkbook> change)
    {
        using var book = new XLWorkbook(new MemoryStream(xlsx));
        change(book);
        using var output = new MemoryStream();
        book.SaveAs(output);
        return output.ToArray();
    }

    /// <summary>Opened by LibreOffice and saved, in the same format or the other one.</summary>
    public static byte[] Resaved(byte[] file, string from, string to)
    {
        using var office = new LibreOffice();
        office.Convert(to, "--outdir", "saved", office.Add($"form.{from}", file));
        return office.Result($"saved/form.{to}");
    }
}
