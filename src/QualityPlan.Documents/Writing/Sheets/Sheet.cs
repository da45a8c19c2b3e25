namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>
/// A finished worksheet, ready to be written as xlsx or ods without another thought: every row has its height
/// and every cell its place. Widths in millimetres, heights in points.
/// </summary>
internal sealed record Sheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>First of the rows repeated on each printed page, zero-based.</summary>
    public int HeaderStart { get; init; }

    /// <summary>How many rows are repeated on each printed page; 0 for none.</summary>
    public int HeaderRows { get; init; }

    /// <summary>How many rows stay in view while scrolling; 0 for none.</summary>
    public int FrozenRows { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>Nothing may be written but into open cells.</summary>
    public bool IsLocked { get; init; }
}

/// <summary>A row with its height in points; its cells stand in column order, covered places have none.</summary>
internal sealed record SheetRow(double Height, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Printed as the first below the header of a new page.</summary>
    public bool BeginsPage { get; init; }
}

/// <summary>A cell at its upper left corner.</summary>
internal sealed record SheetCell(int Column, int ColumnSpan, int RowSpan, string Text, CellStyle Style)
{
    public decimal? Number { get; init; }

    /// <summary>What may be written into the cell; null when nothing is checked.</summary>
    public FormBox? Box { get; init; }
}

internal enum Alignment { Left, Centre, Right }

/// <summary>All that makes two cells look the same; the writers keep one style per value.</summary>
internal readonly record struct CellStyle(double Size, bool Bold, LookColours Colours, Alignment Alignment)
{
    public bool Bordered { get; init; }

    public bool Middle { get; init; }

    public NumberShape? Number { get; init; }

    /// <summary>The cell may be written into although its sheet is locked.</summary>
    public bool IsOpen { get; init; }

    /// <summary>On every Windows that reads Chinese; elsewhere LibreOffice takes its nearest sans font (it knows no lists of fonts).</summary>
    public const string Font = "Microsoft JhengHei";

    public static readonly CellStyle Agency = new(13, false, LookColours.Of(CellLook.Body), Alignment.Centre);
    public static readonly CellStyle Title = new(16, true, LookColours.Of(CellLook.Body), Alignment.Centre);
    public static readonly CellStyle PrintedOn = new(10, false, LookColours.Of(CellLook.Body), Alignment.Right);
    public static readonly CellStyle Prose = new(11, false, LookColours.Of(CellLook.Body), Alignment.Left);

    public static CellStyle Heading(int level) => Prose with { Size = level <= 1 ? 13 : 12, Bold = true };

    public static CellStyle Of(Cell cell) => new(
        Size: 10,
        Bold: cell.Look is CellLook.Header or CellLook.Total,
        LookColours.Of(cell.Look),
        cell.Look switch
        {
            CellLook.Body or CellLook.Muted => cell.Number is null ? Alignment.Left : Alignment.Right,
            CellLook.Total when cell.Number is null => Alignment.Left,
            _ => Alignment.Centre,
        })
    {
        Bordered = true,
        Middle = cell.Look == CellLook.Header,
        Number = cell.Number is { } number ? NumberShape.Of(number, cell.Text) : null,
    };
}
