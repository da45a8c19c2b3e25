using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Tables;

/// <summary>The columns of a table on paper, and its cells set to their widths. Lengths in points.</summary>
internal sealed class TableGrid
{
    public const double PadX = 3.5;
    public const double PadY = 3.2;

    private const double NarrowTable = 0.6;

    private readonly Table table;
    private readonly Typesetter typesetter;
    private readonly double[] edges;

    public TableGrid(Table table, Typesetter typesetter, (double Left, double Width) place)
    {
        (this.table, this.typesetter) = (table, typesetter);
        var count = Math.Max(1, Math.Max(table.Columns.Count, table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + 1).DefaultIfEmpty().Max()));
        Size = count switch { > 12 => 8, > 8 => 9, _ => 10 };
        Prefix = typesetter.Set("（續）", isBold: false);
        edges = EdgesOf(Widths(count), place);
    }

    /// <summary>The size of the text; a wide table takes a smaller one.</summary>
    public double Size { get; }

    public double LineHeight => Size * 1.4;

    public double RowMinimum => LineHeight + 2 * PadY;

    /// <summary>Stands before the text of a merged cell that goes on from the page before.</summary>
    public Glyph[] Prefix { get; }

    public double Left => edges[0];

    public double Right => edges[^1];

    public CellBox BoxOf(Cell cell, int row, int rowsEnd)
    {
        var first = Math.Clamp(cell.Column, 0, edges.Length - 2);
        var end = Math.Clamp(first + Math.Max(1, cell.ColumnSpan), first + 1, edges.Length - 1);
        var style = CellStyle.Of(cell.Look);
        var (glyphs, width) = (typesetter.Set(cell.Paragraphs, style.Bold), edges[end] - edges[first]);
        return new CellBox(glyphs, style)
        {
            Lines = Lines(glyphs, width),
            Left = edges[first],
            Width = width,
            EndRow = Math.Clamp(row + cell.RowSpan, row + 1, Math.Max(row + 1, rowsEnd)),
            Row = row,
            Align = CellStyle.AlignOf(cell),
            IsHeading = row < table.HeaderRows || cell.Look == CellLook.Header,
            ColumnSpan = end - first,
        };
    }

    public List<TextLine> Lines(Glyph[] glyphs, double width) =>
        LineBreaker.Break(glyphs, (int)((width - 2 * PadX) / Size * 1000));

    public double HeightOf(int lines) => lines * LineHeight + 2 * PadY;

    private double[] Widths(int count)
    {
        var known = table.Columns.Select(column => column.Width).Where(width => width > 0).ToArray();
        var usual = known.Length > 0 ? known.Average() : 1000;
        return [.. Enumerable.Range(0, count).Select(i => i < table.Columns.Count && table.Columns[i].Width > 0 ? table.Columns[i].Width : usual)];
    }

    /// <summary>Millimetres scaled to the page; a table much narrower than the page keeps its own width.</summary>
    private static double[] EdgesOf(double[] widths, (double Left, double Width) place)
    {
        var asked = widths.Sum() * TextMeasure.PointsPerMillimetre;
        var scale = asked < place.Width * NarrowTable ? TextMeasure.PointsPerMillimetre : place.Width / widths.Sum();
        var edges = new double[widths.Length + 1];
        edges[0] = place.Left;
        for (var i = 0; i < widths.Length; i++)
        {
            edges[i + 1] = edges[i] + widths[i] * scale;
        }

        return edges;
    }
}
