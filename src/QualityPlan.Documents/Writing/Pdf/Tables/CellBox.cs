using QualityPlan.Documents.Writing.Pdf.Pages;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Tables;

/// <summary>A cell on paper: its place across the page, the rows it covers and its text; it may show on several pages.</summary>
internal sealed class CellBox(Glyph[] glyphs, CellStyle style)
{
    public Glyph[] Glyphs => glyphs;

    public CellStyle Style => style;

    /// <summary>The text broken to the width of the cell.</summary>
    public required List<TextLine> Lines { get; init; }

    public required double Left { get; init; }

    public required double Width { get; init; }

    public required int Row { get; init; }

    /// <summary>The first row below the cell.</summary>
    public required int EndRow { get; init; }

    public required CellAlign Align { get; init; }

    public required bool IsHeading { get; init; }

    public required int ColumnSpan { get; init; }

    public bool IsMerged => EndRow - Row > 1;

    public Tag? Tag { get; set; }
}

/// <summary>The part of a cell that stands on one page.</summary>
internal sealed class Piece(CellBox box, Glyph[] glyphs, List<TextLine> lines)
{
    public Piece(CellBox box) : this(box, box.Glyphs, box.Lines)
    {
    }

    public CellBox Box => box;

    public Glyph[] Glyphs => glyphs;

    public List<TextLine> Lines => lines;

    public double Top { get; set; }

    public double Bottom { get; set; }

    /// <summary>How many of the lines are shown in this piece; the rest goes to the next page.</summary>
    public int Shown { get; set; } = lines.Count;

    /// <summary>The text stands elsewhere already and is printed again for the reader of this page.</summary>
    public bool IsRepetition { get; init; }

    public bool IsWhole => Shown >= lines.Count;
}
