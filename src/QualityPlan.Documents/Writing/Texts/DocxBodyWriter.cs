using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using QualityPlan.Documents.Writing.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace QualityPlan.Documents.Writing.Texts;

/// <summary>Writes the blocks into the body of a docx, one paragraph or row at a time.</summary>
internal sealed class DocxBodyWriter(OpenXmlWriter writer, MainDocumentPart main, PageSetup page) : ITextTarget
{
    private int charts;

    public void Paragraph(string text, TextStyle style, bool onNewPage) =>
        writer.WriteElement(DocxText.Paragraph(text, style, onNewPage));

    public void Table(IReadOnlyList<TextTable> pages, bool onNewPage)
    {
        for (var at = 0; at < pages.Count; at++)
        {
            if (at > 0)
            {
                // Word joins two tables that touch; the paragraph begins the page, so that it can never fill one alone.
                Paragraph("", TextStyle.AfterTable, onNewPage: true);
            }

            Table(pages[at], onNewPage && at == 0);
        }

        // Word wants a paragraph at the end.
        Paragraph("", TextStyle.AfterTable, onNewPage: false);
    }

    public void Chart(Chart chart)
    {
        var paragraph = DocxText.Paragraph("", TextStyle.Figure);
        paragraph.Append(new W.Run(new W.Drawing(DocxChart.Add(main, chart, (page, ++charts)))));
        writer.WriteElement(paragraph);
    }

    private void Table(TextTable table, bool onNewPage)
    {
        writer.WriteStartElement(new W.Table());
        writer.WriteElement(Settings(table));
        writer.WriteElement(new W.TableGrid(table.Widths.Select(width =>
            new W.GridColumn { Width = $"{DocxPage.Twentieths(width)}" })));
        for (var row = 0; row < table.RowCount; row++)
        {
            writer.WriteElement(Row(table, row, onNewPage && row == 0));
        }

        writer.WriteEndElement();
    }

    private static W.TableProperties Settings(TextTable table)
    {
        var settings = new W.TableProperties(
            new W.TableStyle { Val = DocxLooks.TableStyle },
            new W.TableWidth { Width = $"{DocxPage.Twentieths(table.Widths.Sum())}", Type = W.TableWidthUnitValues.Dxa },
            new W.TableJustification { Val = W.TableRowAlignmentValues.Center },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableLook { Val = "0020", FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true });
        if (table.Name.Length > 0)
        {
            settings.Append(new W.TableCaption { Val = XmlText.Clean(table.Name) });
        }

        return settings;
    }

    private static W.TableRow Row(TextTable table, int index, bool onNewPage)
    {
        var row = new W.TableRow();
        var (isHeader, isWhole) = (index < table.HeaderRows, table.StaysWhole(index));
        if (isHeader || isWhole)
        {
            var settings = new W.TableRowProperties();
            settings.Append(isWhole ? [new W.CantSplit()] : []);
            settings.Append(isHeader ? [new W.TableHeader()] : []);
            row.Append(settings);
        }

        var column = 0;
        foreach (var place in table.Places(index))
        {
            var width = Enumerable.Range(column, place.Columns).Sum(each => table.Widths[each]);
            row.Append(Cell(place, width, onNewPage && column == 0));
            column += place.Columns;
        }

        return row;
    }

    private static W.TableCell Cell(TextPlace place, double width, bool onNewPage)
    {
        var settings = new W.TableCellProperties(
            new W.TableCellWidth { Width = $"{DocxPage.Twentieths(width)}", Type = W.TableWidthUnitValues.Dxa });
        if (place.Columns > 1)
        {
            settings.Append(new W.GridSpan { Val = place.Columns });
        }

        if (place.Span?.Rows > 1)
        {
            settings.Append(new W.VerticalMerge { Val = place.Cell is null ? W.MergedCellValues.Continue : W.MergedCellValues.Restart });
        }

        if (place.Cell is not { } cell)
        {
            return new W.TableCell(settings, DocxText.Paragraph("", TextStyle.Of(new Cell(0, []))));
        }

        if (LookColours.Of(cell.Look).Fill is { } fill)
        {
            settings.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = DocxLooks.Colour(fill) });
        }

        settings.Append(new W.TableCellVerticalAlignment
        {
            Val = cell.Look == CellLook.Header ? W.TableVerticalAlignmentValues.Center : W.TableVerticalAlignmentValues.Top,
        });
        var style = TextStyle.Of(cell);
        var paragraphs = cell.Paragraphs.DefaultIfEmpty("").Select((text, at) => DocxText.Paragraph(text, style, onNewPage && at == 0));
        return new W.TableCell([settings, .. paragraphs]);
    }
}
