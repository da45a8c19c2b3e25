using QualityPlan.Documents.Writing.Odf;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>The cell styles of an ods, one per look in use, and the number styles behind them.</summary>
internal sealed class OdsCellStyles
{
    private readonly Dictionary<CellStyle, string> names = [];
    private readonly Dictionary<NumberShape, string> numbers = [];

    public OdsCellStyles(IReadOnlyList<Sheet> sheets)
    {
        foreach (var cell in sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells))
        {
            if (names.TryAdd(cell.Style, $"ce{names.Count + 1}") && cell.Style.Number is { IsGeneral: false } shape)
            {
                numbers.TryAdd(shape, $"N{numbers.Count + 1}");
            }
        }
    }

    public string NameOf(CellStyle style) => names[style];

    public void Write(OdfXml xml)
    {
        foreach (var (shape, name) in numbers)
        {
            WriteNumber(xml, shape, name);
        }

        // "@": a text stays a text even after someone edits the cell.
        xml.Start("number:text-style").Attribute("style:name", "NT").Start("number:text-content").End();
        xml.End();
        foreach (var (style, name) in names)
        {
            WriteStyle(xml, style, name);
        }
    }

    private static void WriteNumber(OdfXml xml, NumberShape shape, string name)
    {
        xml.Start(shape.Percentage ? "number:percentage-style" : "number:number-style").Attribute("style:name", name);
        xml.Start("number:number").Attribute("number:min-integer-digits", "1")
            .Attribute("number:decimal-places", shape.Decimals).Attribute("number:min-decimal-places", shape.Decimals)
            .Attribute("number:grouping", shape.Grouped ? "true" : "false").End();
        if (shape.Percentage || shape.Suffix.Length > 0)
        {
            xml.Leaf("number:text", shape.Percentage ? "%" : shape.Suffix);
        }

        xml.End();
    }

    private void WriteStyle(OdfXml xml, CellStyle style, string name)
    {
        xml.Start("style:style").Attribute("style:name", name).Attribute("style:family", "table-cell")
            .Attribute("style:parent-style-name", "Default");
        if (style.Number is not { IsGeneral: true })
        {
            xml.Attribute("style:data-style-name", style.Number is { } shape ? numbers[shape] : "NT");
        }

        xml.Start("style:table-cell-properties").Attribute("fo:wrap-option", "wrap")
            .Attribute("style:vertical-align", style.Middle ? "middle" : "top")
            .Attribute("fo:padding", style.Number is null ? "0.7mm" : "1.4mm");
        if (style.Colours.Fill is { } fill)
        {
            xml.Attribute("fo:background-color", fill);
        }

        if (style.IsOpen)
        {
            xml.Attribute("style:cell-protect", "none");
        }

        if (style.Bordered)
        {
            xml.Attribute("fo:border", $"0.5pt solid {LookColours.Line}");
        }

        xml.End();
        xml.Start("style:paragraph-properties").Attribute("fo:text-align", style.Alignment switch
        {
            Alignment.Centre => "center",
            Alignment.Right => "end",
            _ => "start",
        }).Attribute("style:line-break", "strict").Attribute("style:punctuation-wrap", "hanging").End();
        OdfFont.Write(xml.Start("style:text-properties"), style.Size).Attribute("fo:color", style.Colours.Ink);
        if (style.Bold)
        {
            xml.Attribute("fo:font-weight", "bold").Attribute("style:font-weight-asian", "bold");
        }

        xml.End();
        xml.End();
    }
}
