namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>A cell in its place on a sheet, before the heights of the rows are settled.</summary>
internal sealed record Placed(CellSpan Span, string Text, CellStyle Style)
{
    private const double Padding = 5;

    public decimal? Number { get; init; }

    /// <summary>What the text needs, in points; widths of the columns in millimetres.</summary>
    public double Height(IReadOnlyList<double> widths)
    {
        var width = 0.0;
        for (var column = Span.Column; column < Span.Column + Span.Columns; column++)
        {
            width += widths[column];
        }

        var size = Style.Bold ? Style.Size * 1.06 : Style.Size;
        return TextMeasure.Height(Text, SheetGrid.UsablePoints(width), size) + Padding;
    }

    public SheetCell Finish(int[] starts) =>
        new(Span.Column, Span.Columns, starts[Span.Row + Span.Rows] - starts[Span.Row], Text, Style) { Number = Number };

    /// <summary>Ends the cell above the row and gives what goes on below it.</summary>
    public Placed ContinueAt(int row)
    {
        var below = new CellSpan(row, Span.Column, Span.Row + Span.Rows - row, Span.Columns);
        Span.EndBefore(row, Span.Column);
        return this with { Span = below, Text = Continuation.Of(Text) };
    }
}
