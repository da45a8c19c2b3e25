using QualityPlan.Documents.Writing.Odf;
using QualityPlan.Documents.Writing.Sheets;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>The tables of an odt and the automatic styles behind them.</summary>
internal sealed class OdtTables(OdfXml xml)
{
    private const string Whole = "RowWhole";
    private const string Cut = "RowCut";
    private const string Empty = "CellEmpty";

    private readonly SheetNames names = new();
    private int written;

    /// <summary>Styles by the number of the table, in the order in which the tables are written later.</summary>
    public void WriteStyles(IEnumerable<TextTable> tables)
    {
        var number = 0;
        foreach (var table in tables)
        {
            WriteTableStyles(table, ++number);
        }

        WriteRow(Whole, "always");
        WriteRow(Cut, "auto");
        WriteCell(Empty, CellLook.Body);
        foreach (var look in Enum.GetValues<CellLook>())
        {
            WriteCell($"Look{look}", look);
        }
    }

    public void Write(TextTable table, bool onNewPage)
    {
        var number = ++written;
        xml.Start("table:table").Attribute("table:name", names.Take(table.Name.Length > 0 ? table.Name : $"表格{number}"))
            .Attribute("table:style-name", onNewPage ? $"Table{number}_NewPage" : $"Table{number}");
        for (var column = 0; column < table.Widths.Count; column++)
        {
            xml.Start("table:table-column").Attribute("table:style-name", $"Table{number}.{column + 1}").End();
        }

        for (var row = 0; row < table.RowCount; row++)
        {
            if (row == 0 && table.HeaderRows > 0)
            {
                xml.Start("table:table-header-rows");
            }

            WriteRow(table, row);
            if (row == table.HeaderRows - 1)
            {
                xml.End();
            }
        }

        xml.End();
    }

    private void WriteRow(TextTable table, int row)
    {
        xml.Start("table:table-row").Attribute("table:style-name", table.StaysWhole(row) ? Whole : Cut);
        foreach (var place in table.Places(row))
        {
            if (place.Span is not null && place.Cell is null)
            {
                WriteCovered(place.Columns);
                continue;
            }

            WritePlace(place);
            WriteCovered(place.Columns - 1);
        }

        xml.End();
    }

    private void WritePlace(TextPlace place)
    {
        xml.Start("table:table-cell")
            .Attribute("table:style-name", place.Cell is null ? Empty : $"Look{place.Cell.Look}").Attribute("office:value-type", "string");
        if (place.Columns > 1)
        {
            xml.Attribute("table:number-columns-spanned", place.Columns);
        }

        if (place.Span?.Rows > 1)
        {
            xml.Attribute("table:number-rows-spanned", place.Span.Rows);
        }

        var cell = place.Cell ?? new Cell(0, []);
        var style = TextStyle.Of(cell).OdfId;
        foreach (var paragraph in cell.Paragraphs.DefaultIfEmpty(""))
        {
            xml.Start("text:p").Attribute("text:style-name", style);
            OdfText.WriteInside(xml, XmlText.Clean(paragraph));
            xml.End();
        }

        xml.End();
    }

    private void WriteCovered(int count)
    {
        for (var index = 0; index < count; index++)
        {
            xml.Start("table:covered-table-cell").End();
        }
    }

    private void WriteTableStyles(TextTable table, int number)
    {
        foreach (var name in new[] { $"Table{number}", $"Table{number}_NewPage" })
        {
            xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "table");
            xml.Start("style:table-properties").Attribute("style:width", table.Widths.Sum(), "mm").Attribute("table:align", "center")
                .Attribute("table:border-model", "collapsing").Attribute("style:may-break-between-rows", "true");
            if (name.EndsWith("_NewPage", StringComparison.Ordinal))
            {
                xml.Attribute("fo:break-before", "page");
            }

            xml.End();
            xml.End();
        }

        for (var column = 0; column < table.Widths.Count; column++)
        {
            xml.Start("style:style").Attribute("style:name", $"Table{number}.{column + 1}").Attribute("style:family", "table-column");
            xml.Start("style:table-column-properties").Attribute("style:column-width", table.Widths[column], "mm").End();
            xml.End();
        }
    }

    private void WriteRow(string name, string keep)
    {
        xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "table-row");
        xml.Start("style:table-row-properties").Attribute("fo:keep-together", keep).End();
        xml.End();
    }

    private void WriteCell(string name, CellLook look)
    {
        xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "table-cell");
        xml.Start("style:table-cell-properties").Attribute("fo:border", $"0.5pt solid {LookColours.Line}")
            .Attribute("fo:padding-top", "0.7mm").Attribute("fo:padding-bottom", "0.7mm")
            .Attribute("fo:padding-left", "1.6mm").Attribute("fo:padding-right", "1.6mm").Attribute("style:vertical-align", look == CellLook.Header ? "middle" : "top");
        if (LookColours.Of(look).Fill is { } fill)
        {
            xml.Attribute("fo:background-color", fill);
        }

        xml.End();
        xml.End();
    }
}
