using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace QualityPlan.Documents.Writing.Raw;

/// <summary>
/// One worksheet, written forwards only. Texts are inline strings, which a spreadsheet never takes for formulas; the header
/// row stays in view and filters.
/// </summary>
internal sealed class RawXlsx : IRawWriter
{
    private const string SheetName = "資料";
    private const uint PlainText = 1;
    private const uint HeaderText = 2;

    private readonly SpreadsheetDocument file;
    private readonly MemoryStream? kept;
    private readonly Stream output;
    private readonly OpenXmlWriter writer;
    private readonly int columns;
    private int rows;

    public RawXlsx(Stream output, IReadOnlyList<RawColumn> columns)
    {
        (this.output, this.columns) = (output, columns.Count);
        // A package needs a stream that can be read back; a file is one, a network stream is not.
        kept = output.CanRead && output.CanSeek ? null : new MemoryStream();
        file = SpreadsheetDocument.Create(kept ?? output, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Looks();
        var sheet = book.AddNewPart<WorksheetPart>();
        book.Workbook = new X.Workbook(new X.Sheets(new X.Sheet { Name = SheetName, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetViews(new X.SheetView(
            new X.Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new X.Columns(columns.Select((column, index) => new X.Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new X.SheetData());
        WriteRow([.. columns.Select(column => column.Title)], HeaderText);
    }

    public void Write(IReadOnlyList<object?> values) => WriteRow(values, PlainText);

    public void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteElement(new X.AutoFilter { Reference = $"A1:{ColumnName(columns)}{Math.Max(1, rows)}" });
        writer.WriteEndElement();
        writer.Dispose();
        file.Dispose();
        if (kept is not null)
        {
            kept.Position = 0;
            kept.CopyTo(output);
            kept.Dispose();
        }
    }

    private void WriteRow(IReadOnlyList<object?> values, uint look)
    {
        rows++;
        writer.WriteStartElement(new X.Row { RowIndex = (uint)rows });
        for (var index = 0; index < values.Count; index++)
        {
            switch (values[index])
            {
                case null or "":
                    break;
                case string text:
                    WriteText(text, $"{ColumnName(index + 1)}{rows}", look);
                    break;
                case var number:
                    writer.WriteElement(new X.Cell(new X.CellValue(Convert.ToString(number, CultureInfo.InvariantCulture)!))
                    {
                        CellReference = $"{ColumnName(index + 1)}{rows}",
                    });
                    break;
            }
        }

        writer.WriteEndElement();
    }

    private void WriteText(string text, string place, uint look) => writer.WriteElement(
        new X.Cell(new X.InlineString(new X.Text(XlsxWriter.Fit(XmlText.Clean(text))) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = place,
            DataType = X.CellValues.InlineString,
            StyleIndex = look,
        });

    private static string ColumnName(int number) =>
        number <= 26 ? $"{(char)('A' + number - 1)}" : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);

    // "@" (49): a text stays a text even after someone edits the cell.
    private static X.Stylesheet Looks() => new(
        new X.Fonts(
            new X.Font(new X.FontSize { Val = 10 }, new X.FontName { Val = "Arial" }),
            new X.Font(new X.Bold(), new X.FontSize { Val = 10 }, new X.FontName { Val = "Arial" })),
        new X.Fills(
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }),
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 })),
        new X.Borders(new X.Border(new X.LeftBorder(), new X.RightBorder(), new X.TopBorder(), new X.BottomBorder(), new X.DiagonalBorder())),
        new X.CellStyleFormats(new X.CellFormat()),
        new X.CellFormats(
            new X.CellFormat { FormatId = 0 },
            new X.CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FormatId = 0 },
            new X.CellFormat { NumberFormatId = 49, FontId = 1, ApplyNumberFormat = true, ApplyFont = true, FormatId = 0 }));
}
