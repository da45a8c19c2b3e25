using QualityPlan.Documents.Writing.Pdf.Pages;

namespace QualityPlan.Documents.Writing.Pdf.Tables;

/// <summary>Draws the pieces of a table that stand on one page: tints, frames, then the text under its tags.</summary>
internal sealed class PiecePainter(PageStack pages, TableGrid grid)
{
    private const double FrameWidth = 0.5;
    private const double Ascent = 0.88;

    public void Paint(List<Piece> pieces)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        pages.BeginFrames();
        foreach (var piece in pieces)
        {
            if (piece.Box.Style.Fill is { } fill)
            {
                pages.Canvas.Fill(BoxOf(piece), fill);
            }
        }

        pages.Canvas.Pen(FrameWidth, CellStyle.Line);
        foreach (var piece in pieces)
        {
            pages.Canvas.Frame(BoxOf(piece));
        }

        pages.End();
        foreach (var piece in pieces.Where(piece => piece.Glyphs.Length > 0 && piece.Shown > 0))
        {
            PaintText(piece);
        }
    }

    private void PaintText(Piece piece)
    {
        if (piece.IsRepetition || piece.Box.Tag is null)
        {
            pages.BeginRepetition();
        }
        else
        {
            pages.Begin(piece.Box.Tag);
        }

        pages.Canvas.Ink(piece.Box.Style.Ink);
        var spare = piece.Bottom - piece.Top - grid.HeightOf(piece.Shown);
        var top = piece.Top + TableGrid.PadY + (piece.Box.IsHeading && piece.Box.Align == CellAlign.Centre ? Math.Max(0, spare / 2) : 0);
        for (var i = 0; i < piece.Shown; i++)
        {
            var line = piece.Lines[i];
            var baseline = top + i * grid.LineHeight + (grid.LineHeight - grid.Size) / 2 + Ascent * grid.Size;
            var spareWidth = piece.Box.Width - 2 * TableGrid.PadX - line.Width * grid.Size / 1000;
            var shift = piece.Box.Align switch { CellAlign.Centre => spareWidth / 2, CellAlign.Right => spareWidth, _ => 0 };
            pages.Canvas.Text(piece.Glyphs.AsSpan(line.Start, line.Length), grid.Size, (piece.Box.Left + TableGrid.PadX + Math.Max(0, shift), baseline));
        }

        pages.End();
    }

    private static Box BoxOf(Piece piece) => new(piece.Box.Left, piece.Top, piece.Box.Width, piece.Bottom);
}
