using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Reading.Shapes;

/// <summary>Writes the workbook sample anew; run by hand like <see cref="WordShapes"/>.</summary>
public class SheetShapes
{
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static readonly List<string> Strings = [];

    [Fact(Explicit = true)]
    public void Workbook()
    {
        var path = Path.Combine(ShapeFolder.Path, "workbook.xlsx");
        using (var file = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet($"<styleSheet {Space}>{Styles}</styleSheet>");
            AddSheet(book, "說明", "<row r=\"2\">" + Text("B2", "本活頁簿供追蹤用") + "</row>", "", SheetStateValues.Visible);
            AddSheet(book, "去年", $"<row r=\"1\">{Text("A1", "項次")}{Text("B1", "措施")}{Text("C1", "主辦")}</row><row r=\"2\">{Text("A2", "9")}{Text("B2", "去年的措施")}{Text("C2", "舊課")}</row>", "", SheetStateValues.VeryHidden);
            AddSheet(book, "114年", Plan(), "<mergeCells><mergeCell ref=\"B2:H2\"/><mergeCell ref=\"C5:C7\"/></mergeCells>", SheetStateValues.Visible);
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable($"<sst {Space}>{string.Concat(Strings)}</sst>");
        }

        using var written = SpreadsheetDocument.Open(path, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(written).Select(error => error.Description).ShouldBeEmpty();
    }

    private const string Styles = "<numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"[$-404]e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"0.0\"/></numFmts>"
        + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"4\"><xf/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/><xf numFmtId=\"171\" applyNumberFormat=\"1\"/><xf numFmtId=\"2\" applyNumberFormat=\"1\"/></cellXfs>";

    private static string Plan() =>
        $"<row r=\"2\">{Text("B2", "五股水資源局服務計畫追蹤表")}</row>"
        + $"<row r=\"4\">{Text("B4", "項次")}{Text("C4", "策略")}{Text("D4", "措施")}{Text("E4", "期限")}{Text("F4", "主辦")}{Text("G4", "協辦")}{Text("H4", "完成率")}</row>"
        + $"<row r=\"5\"><c r=\"B5\" s=\"2\"><v>1.1</v></c>{Text("C5", "供水穩定")}{Rich("D5", "管線汰換", "5公里。")}<c r=\"E5\" s=\"1\"><v>45747</v></c>{Text("F5", "工務課")}{Text("G5", "企劃課")}<c r=\"H5\"><v>0.5</v></c></row>"
        + $"<row r=\"6\" hidden=\"1\"><c r=\"B6\" s=\"2\"><v>1.2</v></c>{Text("D6", "漏水通報24小時內到場。")}{Text("E6", "每月")}{Text("F6", "操作課")}</row>"
        + $"<row r=\"7\"><c r=\"B7\" s=\"3\"><v>1.1</v></c>{Text("D7", "建置水壓監測站。")}<c r=\"E7\" s=\"1\"><f>DATE(2025,12,31)</f><v>46022</v></c>{Text("F7", "操作課")}<c r=\"G7\" t=\"str\"><f>G8</f><v>資訊課</v></c></row>"
        + $"<row r=\"8\"><c r=\"B8\" s=\"2\"><v>2.1</v></c>{Text("C8", "服務友善")}{Text("D8", "線上繳費。")}<c r=\"E8\" s=\"1\"><v>45838</v></c>{Text("F8", "營業課")}{Text("G8", "資訊課")}</row>"
        + $"<row r=\"9\">{Text("B9", "合計")}<c r=\"D9\"><f>COUNTA(D5:D8)</f><v>4</v></c></row>";

    private static void AddSheet(WorkbookPart book, string name, string rows, string after, SheetStateValues state)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet($"<worksheet {Space}><sheetData>{rows}</sheetData>{after}</worksheet>");
        var sheets = book.Workbook.Sheets!;
        sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.Count() + 1, Id = book.GetIdOfPart(part), State = state });
    }

    private static string Text(string cell, string text) => Shared(cell, $"<si><t>{text}</t></si>");

    private static string Rich(string cell, string first, string second) =>
        Shared(cell, $"<si><r><rPr><b/></rPr><t>{first}</t></r><r><t>{second}</t></r><rPh sb=\"0\" eb=\"1\"><t>ㄍ</t></rPh></si>");

    private static string Shared(string cell, string item)
    {
        Strings.Add(item);
        return $"<c r=\"{cell}\" t=\"s\"><v>{Strings.Count - 1}</v></c>";
    }
}
