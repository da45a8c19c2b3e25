using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace QualityPlan.UnitTests.Writing;

/// <summary>Reads a written xlsx with the OpenXML SDK.</summary>
internal static partial class XlsxFile
{
    public static IReadOnlyList<SheetFile> Read(byte[] bytes)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var book = file.WorkbookPart!;
        var strings = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>()
            .Select(item => Decode(item.InnerText)).ToList() ?? [];
        return
        [
            .. book.Workbook.Sheets!.Elements<Sheet>().Select(sheet =>
                ReadSheet(sheet.Name!, ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet, strings)),
        ];
    }

    private static SheetFile ReadSheet(string name, Worksheet worksheet, List<string> strings)
    {
        var sheet = new SheetFile(name);
        foreach (var row in worksheet.Descendants<Row>())
        {
            sheet.Heights.Add(row.Height!);
            foreach (var cell in row.Elements<Cell>())
            {
                sheet.Cells[Place(cell.CellReference!)] = Value(cell, strings);
            }
        }

        sheet.PageStarts.UnionWith(worksheet.Descendants<RowBreaks>().SelectMany(breaks => breaks.Elements<Break>()).Select(one => (int)one.Id!.Value));
        foreach (var merge in worksheet.Descendants<MergeCell>())
        {
            var ends = merge.Reference!.Value!.Split(':').Select(Place).ToArray();
            sheet.Merges.Add((ends[0].Row, ends[0].Column, ends[1].Row - ends[0].Row + 1, ends[1].Column - ends[0].Column + 1));
        }

        return sheet;
    }

    private static SheetValue Value(Cell cell, List<string> strings)
    {
        var raw = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString
            ? new SheetValue(raw.Length == 0 ? "" : strings[int.Parse(raw)], null, cell.CellFormula is not null)
            : new SheetValue(raw, raw.Length == 0 ? null : decimal.Parse(raw, CultureInfo.InvariantCulture), cell.CellFormula is not null);
    }

    public static (int Row, int Column) Place(string reference)
    {
        var letters = reference.TakeWhile(char.IsLetter).Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1);
        return (int.Parse(string.Concat(reference.Where(char.IsDigit))) - 1, letters - 1);
    }

    // The escape of the format for characters XML cannot hold, and for texts that look like that escape.
    private static string Decode(string text) =>
        Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
