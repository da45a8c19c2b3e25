namespace QualityPlan.Documents;

/// <summary>
/// A neutral document: what a reader got out of a file, or what a writer is to put into one.
/// It knows headings, paragraphs and tables, and nothing of plans.
/// </summary>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>The issuing agency, printed above the title and stored as the author; may be empty.</summary>
    public string Agency { get; init; } = "";

    /// <summary>The print date as people read it (民國), e.g. 115年3月31日; may be empty.</summary>
    public string PrintedOn { get; init; } = "";

    /// <summary>A line for the page foot, e.g. the hash of a signed report; may be empty.</summary>
    public string Footer { get; init; } = "";

    public PageSetup Page { get; init; } = PageSetup.A4Landscape;

    /// <summary>The agency as printed above the title: none when the title begins with its name, as official titles do.</summary>
    public string AgencyAboveTitle => Title.StartsWith(Agency, StringComparison.Ordinal) ? "" : Agency;

    /// <summary>The tables in reading order.</summary>
    public IEnumerable<Table> Tables => Blocks.OfType<Table>();
}

/// <summary>Paper and margins in millimetres.</summary>
public sealed record PageSetup(double Width, double Height, double Margin)
{
    public static readonly PageSetup A4Landscape = new(297, 210, 15);
    public static readonly PageSetup A4Portrait = new(210, 297, 20);
}

/// <summary>One piece of a document, in reading order.</summary>
public abstract record Block;

/// <summary>A heading; level 1 is the highest and becomes a bookmark.</summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph of prose; line breaks inside the text are kept.</summary>
public sealed record Paragraph(string Text) : Block
{
    /// <summary>An automatic list number as it would be printed (「一、」), already put in front of the text by the reader.</summary>
    public bool HadListNumber { get; init; }
}

/// <summary>What follows begins on a new page (or, in a spreadsheet, a new sheet begins with the next table anyway).</summary>
public sealed record PageBreak : Block;

/// <summary>
/// A table of anchored cells: a merged cell stands once, at its upper left corner, with its spans.
/// Cells of a row are ordered by <see cref="Cell.Column"/>; covered places have no cell, and a reader may leave out
/// empty ones.
/// </summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    /// <summary>Name of the sheet, or of the table for a screen reader.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many leading rows are headings, repeated on each page.</summary>
    public int HeaderRows { get; init; }

    /// <summary>The table stood inside a cell of another one, where its text was read too.</summary>
    public bool IsInside { get; init; }

    /// <summary>A sheet that the source does not show.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A column; width in millimetres, 0 when a reader does not know it.</summary>
public sealed record Column(double Width)
{
    /// <summary>A column that the source does not show.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A row of a table.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells)
{
    /// <summary>The row as people number it in the source (1-based), 0 when built by us.</summary>
    public int SourceNumber { get; init; }

    public bool IsHidden { get; init; }
}

/// <summary>
/// A cell: zero-based column, spans of at least 1, and its text as paragraphs
/// (a spreadsheet cell has one paragraph per line).
/// </summary>
public sealed record Cell(int Column, IReadOnlyList<string> Paragraphs)
{
    public Cell(int column, string text) : this(column, [text]) { }

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>The number shown, when the cell is one; text stays in <see cref="Paragraphs"/> for every format.</summary>
    public decimal? Number { get; init; }

    public CellLook Look { get; init; } = CellLook.Body;

    /// <summary>The colour or pattern a reader found behind the cell, in whatever words tell two of them apart; empty for none and for white.</summary>
    public string Fill { get; init; } = "";

    /// <summary>What a reader noticed about the cell, e.g. a formula whose shown value was taken.</summary>
    public CellNotice Notice { get; init; }

    /// <summary>All paragraphs, one per line.</summary>
    public string Text => string.Join('\n', Paragraphs);
}

/// <summary>How a cell is meant, from which the writers take its looks.</summary>
public enum CellLook { Body, Header, Centered, Good, Calm, Warning, Alarm, Muted, Total }

/// <summary>What a reader noticed about a cell.</summary>
public enum CellNotice { None, Formula, Error, HiddenRow }
