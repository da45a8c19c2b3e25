namespace QualityPlan.Documents.Writing.Pdf.Tables;

/// <summary>The heading rows of a table, laid out once and put on every page (重複標題列).</summary>
internal sealed class TableHeader
{
    private readonly List<(CellBox Box, double Top, double Bottom)> cells = [];

    public TableHeader(Table table, TableGrid grid)
    {
        Rows = Math.Clamp(table.HeaderRows, 0, table.Rows.Count);
        var boxes = table.Rows.Take(Rows).SelectMany((row, index) => row.Cells.Select(cell => grid.BoxOf(cell, index, Rows))).ToList();
        var edges = new double[Rows + 1];
        for (var row = 0; row < Rows; row++)
        {
            var needed = boxes.Where(box => box.EndRow == row + 1).Select(box => edges[box.Row] + grid.HeightOf(box.Lines.Count));
            edges[row + 1] = needed.Append(edges[row] + grid.RowMinimum).Max();
        }

        cells.AddRange(boxes.Select(box => (box, edges[box.Row], edges[box.EndRow])));
        Height = edges[Rows];
    }

    public int Rows { get; }

    public double Height { get; }

    public IEnumerable<CellBox> Boxes => cells.Select(cell => cell.Box);

    /// <summary>The pieces with their upper edge at <paramref name="top"/>.</summary>
    public IEnumerable<Piece> PiecesAt(double top, bool repeated) => cells.Select(cell =>
        new Piece(cell.Box)
        {
            Top = top + cell.Top,
            Bottom = top + cell.Bottom,
            IsRepetition = repeated,
        });
}
