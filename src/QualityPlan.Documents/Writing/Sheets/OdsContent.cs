using System.Globalization;
using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>content.xml of an ods: the automatic styles the sheets need, then the sheets row by row.</summary>
internal sealed class OdsContent(IReadOnlyList<Sheet> sheets)
{
    private readonly OdsCellStyles cellStyles = new(sheets);
    private readonly OdsBoxes boxes = new(sheets);
    private readonly Dictionary<double, string> columnStyles = [];
    private readonly Dictionary<(double Height, bool BeginsPage), string> rowStyles = [];

    public void Write(Stream stream)
    {
        using var xml = new OdfXml(stream, "office:document-content");
        OdfFont.WriteFaces(xml);
        xml.Start("office:automatic-styles");
        WriteColumnAndRowStyles(xml);
        WriteTableStyle(xml, "ta1", isShown: true);
        if (sheets.Any(sheet => sheet.IsHidden))
        {
            WriteTableStyle(xml, "ta2", isShown: false);
        }

        cellStyles.Write(xml);
        xml.End();
        xml.Start("office:body").Start("office:spreadsheet");
        if (sheets.Any(sheet => sheet.IsLocked))
        {
            xml.Attribute("table:structure-protected", "true");
        }

        boxes.Write(xml);
        foreach (var sheet in sheets)
        {
            WriteSheet(xml, sheet);
        }

        xml.End();
        xml.End();
    }

    private static void WriteTableStyle(OdfXml xml, string name, bool isShown)
    {
        xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "table").Attribute("style:master-page-name", "Default");
        xml.Start("style:table-properties").Attribute("table:display", isShown ? "true" : "false").End();
        xml.End();
    }

    private void WriteColumnAndRowStyles(OdfXml xml)
    {
        foreach (var width in sheets.SelectMany(sheet => sheet.Widths).Distinct())
        {
            columnStyles.Add(width, $"co{columnStyles.Count + 1}");
            xml.Start("style:style").Attribute("style:name", columnStyles[width]).Attribute("style:family", "table-column");
            xml.Start("style:table-column-properties").Attribute("style:column-width", width, "mm").End();
            xml.End();
        }

        foreach (var look in sheets.SelectMany(sheet => sheet.Rows).Select(row => (row.Height, row.BeginsPage)).Distinct())
        {
            rowStyles.Add(look, $"ro{rowStyles.Count + 1}");
            xml.Start("style:style").Attribute("style:name", rowStyles[look]).Attribute("style:family", "table-row");
            xml.Start("style:table-row-properties").Attribute("style:row-height", look.Height, "pt")
                .Attribute("style:use-optimal-row-height", "false").Attribute("fo:break-before", look.BeginsPage ? "page" : "auto").End();
            xml.End();
        }
    }

    private void WriteSheet(OdfXml xml, Sheet sheet)
    {
        xml.Start("table:table").Attribute("table:name", sheet.Name).Attribute("table:style-name", sheet.IsHidden ? "ta2" : "ta1");
        if (sheet.IsLocked)
        {
            xml.Attribute("table:protected", "true");
        }

        foreach (var width in sheet.Widths)
        {
            xml.Start("table:table-column").Attribute("table:style-name", columnStyles[width]);
            if (width == 0)
            {
                xml.Attribute("table:visibility", "collapse");
            }

            xml.End();
        }

        var coveredUntil = new int[sheet.Widths.Count];
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            if (sheet.HeaderRows > 0 && row == sheet.HeaderStart)
            {
                xml.Start("table:table-header-rows");
            }

            WriteRow(xml, sheet.Rows[row], row, coveredUntil);
            if (sheet.HeaderRows > 0 && row == sheet.HeaderStart + sheet.HeaderRows - 1)
            {
                xml.End();
            }
        }

        xml.End();
    }

    private void WriteRow(OdfXml xml, SheetRow row, int index, int[] coveredUntil)
    {
        xml.Start("table:table-row").Attribute("table:style-name", rowStyles[(row.Height, row.BeginsPage)]);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            WriteGap(xml, cell.Column, index, ref column, coveredUntil);
            WriteCell(xml, cell);
            Array.Fill(coveredUntil, index + cell.RowSpan, cell.Column, cell.ColumnSpan);
            column = cell.Column + 1;
        }

        WriteGap(xml, coveredUntil.Length, index, ref column, coveredUntil);
        xml.End();
    }

    // Places without a cell of their own: covered by a merge, or simply empty.
    private static void WriteGap(OdfXml xml, int end, int row, ref int column, int[] coveredUntil)
    {
        for (; column < end; column++)
        {
            xml.Start(coveredUntil[column] > row ? "table:covered-table-cell" : "table:table-cell").End();
        }
    }

    private void WriteCell(OdfXml xml, SheetCell cell)
    {
        xml.Start("table:table-cell").Attribute("table:style-name", cellStyles.NameOf(cell.Style));
        if (cell.Box is { } box)
        {
            xml.Attribute("table:content-validation-name", boxes.NameOf(box));
        }

        if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
        {
            xml.Attribute("table:number-columns-spanned", cell.ColumnSpan).Attribute("table:number-rows-spanned", cell.RowSpan);
        }

        if (cell.Number is { } number)
        {
            xml.Attribute("office:value-type", "float").Attribute("office:value", number.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Text.Length > 0)
        {
            xml.Attribute("office:value-type", "string");
        }

        if (cell.Text.Length > 0)
        {
            OdfText.Write(xml, cell.Text);
        }

        xml.End();
    }
}
