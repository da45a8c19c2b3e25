namespace QualityPlan.Documents.Writing;

/// <summary>
/// Settles which places of a table belong to which cell. Two cells on one place would be a damaged file for Excel
/// and Word: the earlier merge ends where a later cell begins.
/// </summary>
internal sealed class CellPlacing(int columns)
{
    private readonly CellSpan?[] owners = new CellSpan?[columns];

    /// <summary>Places the next cell, rows from above and columns from the left; null when it stands outside the columns.</summary>
    public CellSpan? Place(int row, Cell cell)
    {
        if (cell.Column < 0 || cell.Column >= columns)
        {
            return null;
        }

        var span = new CellSpan(row, cell.Column, Math.Max(1, cell.RowSpan), Math.Clamp(cell.ColumnSpan, 1, columns - cell.Column));
        for (var column = span.Column; column < span.Column + span.Columns; column++)
        {
            owners[column]?.EndBefore(row, column);
        }

        Array.Fill(owners, span, span.Column, span.Columns);
        return span;
    }
}

/// <summary>The rectangle of a cell; it may shrink until the last row is placed.</summary>
internal sealed class CellSpan(int row, int column, int rows, int columns)
{
    public int Row => row;

    public int Column => column;

    public int Rows { get; private set; } = rows;

    public int Columns { get; private set; } = columns;

    public void EndBefore(int otherRow, int otherColumn)
    {
        if (otherRow > row)
        {
            Rows = Math.Min(Rows, otherRow - row);
        }
        else
        {
            Columns = Math.Clamp(otherColumn - column, 1, Columns);
        }
    }

    /// <summary>Ends the rectangle with the last of so many rows.</summary>
    public void EndBy(int count) => Rows = Math.Min(Rows, count - row);
}
