using QualityPlan.Documents.Writing.Pdf.Pages;
using QualityPlan.Documents.Writing.Pdf.Text;

namespace QualityPlan.Documents.Writing.Pdf.Tables;

/// <summary>
/// Puts a table on pages, row by row. A merged cell that goes on over a page is printed again there with
/// 「（續）」 in front; a row is placed only where such cells have room for their whole text, and what they
/// need beyond their rows goes to the last row on the page. Only a row taller than a page is split.
/// </summary>
internal sealed class TableFlow
{
    private const double Hair = 0.01;
    private const int ShortText = 3;
    private const double LeastRoomForSplit = 0.25;

    private readonly PageStack pages;
    private readonly Table table;
    private readonly TableGrid grid;
    private readonly TableHeader header;
    private readonly PiecePainter painter;
    private readonly TableTags tags;
    private readonly List<Piece> onPage = [];
    private List<Piece> open = [];
    private List<Piece> lastRow = [];
    private double bodyTop;

    public TableFlow(Table table, PageStack pages, TagTree tags, Typesetter typesetter)
    {
        (this.table, this.pages) = (table, pages);
        grid = new TableGrid(table, typesetter, (pages.Left, pages.Width));
        header = new TableHeader(table, grid);
        painter = new PiecePainter(pages, grid);
        this.tags = new TableTags(tags, table);
    }

    private bool RepeatsHeader => header.Height < (pages.Limit - pages.Top) / 2;

    private double FreshTop => pages.Top + (RepeatsHeader ? header.Height : 0);

    private double FullHeight => pages.Limit - FreshTop;

    /// <summary>The least height a table wants where it begins: the heading rows and the first row.</summary>
    public static double FirstHeight(Table table, PageStack pages, Typesetter typesetter)
    {
        var grid = new TableGrid(table, typesetter, (pages.Left, pages.Width));
        return FirstHeight(table, new TableHeader(table, grid), (grid, pages.Limit - pages.Top));
    }

    public void Draw()
    {
        if (!pages.IsFresh && pages.Room < FirstHeight(table, header, (grid, pages.Limit - pages.Top)))
        {
            pages.Next();
        }

        StartPage(repeated: false);
        for (var row = header.Rows; row < table.Rows.Count; row++)
        {
            Place(row);
        }

        painter.Paint(onPage);
    }

    private static double FirstHeight(Table table, TableHeader header, (TableGrid Grid, double Page) on)
    {
        var first = table.Rows.Skip(header.Rows).Take(1).SelectMany(row => row.Cells)
            .Select(cell => on.Grid.HeightOf(on.Grid.BoxOf(cell, header.Rows, table.Rows.Count).Lines.Count)).DefaultIfEmpty().Max();
        return header.Height + first <= on.Page ? header.Height + first : on.Page / 2;
    }

    private void StartPage(bool repeated)
    {
        onPage.Clear();
        lastRow = [];
        if (!repeated)
        {
            foreach (var row in header.Boxes.GroupBy(box => box.Row))
            {
                tags.AddRow(row);
            }
        }

        if (!repeated || RepeatsHeader)
        {
            onPage.AddRange(header.PiecesAt(pages.Y, repeated));
            pages.Y += header.Height;
        }

        bodyTop = pages.Y;
    }

    private void Place(int row)
    {
        var boxes = table.Rows[row].Cells.Select(cell => grid.BoxOf(cell, row, table.Rows.Count)).ToList();
        tags.AddRow(boxes);
        var pieces = boxes.ConvertAll(box => new Piece(box) { Top = pages.Y });
        while (!TryPlace(row, pieces))
        {
            if (pages.Y > bodyTop + Hair && FitsBetterOnNextPage(row, pieces))
            {
                BreakPage();
                pieces.ForEach(piece => piece.Top = pages.Y);
            }
            else
            {
                pieces = Split(pieces);
            }
        }
    }

    private bool TryPlace(int row, List<Piece> pieces)
    {
        var bottom = pages.Y + grid.RowMinimum;
        foreach (var piece in open.Concat(pieces))
        {
            var needed = grid.HeightOf(piece.Lines.Count);
            if (piece.Box.EndRow == row + 1)
            {
                bottom = Math.Max(bottom, piece.Top + needed);
            }
            else if (piece.Top + Math.Min(needed, FullHeight) > pages.Limit + Hair)
            {
                return false;
            }
        }

        if (bottom > pages.Limit + Hair)
        {
            return false;
        }

        onPage.AddRange(pieces);
        var ending = open.Concat(pieces).ToLookup(piece => piece.Box.EndRow == row + 1);
        lastRow = [.. ending[true]];
        lastRow.ForEach(piece => piece.Bottom = bottom);
        open = [.. ending[false]];
        pages.Y = bottom;
        return true;
    }

    private bool FitsBetterOnNextPage(int row, List<Piece> pieces)
    {
        var height = open.Concat(pieces).Where(piece => piece.Box.EndRow == row + 1)
            .Select(piece => grid.HeightOf(piece.Lines.Count)).DefaultIfEmpty().Max();
        return height <= FullHeight || pages.Room < FullHeight * LeastRoomForSplit;
    }

    /// <summary>Ends the page below the last row placed; merged cells still open end there and begin again.</summary>
    private void BreakPage()
    {
        var bottom = open.Select(piece => Math.Min(pages.Limit, piece.Top + grid.HeightOf(piece.Lines.Count))).Append(pages.Y).Max();
        lastRow.ForEach(piece => piece.Bottom = bottom);
        EndAt(open, bottom);
        painter.Paint(onPage);
        pages.Next();
        StartPage(repeated: true);
        open = open.ConvertAll(Continue);
        onPage.AddRange(open);
    }

    /// <summary>Shows as much of the row as the page has room for; answers what of the row is left for the next page.</summary>
    private List<Piece> Split(List<Piece> pieces)
    {
        onPage.AddRange(pieces);
        List<Piece> all = [.. open, .. pieces];
        EndAt(all, pages.Limit);
        painter.Paint(onPage);
        pages.Next();
        StartPage(repeated: true);
        open = [];
        return all.ConvertAll(Continue);
    }

    private void EndAt(List<Piece> pieces, double bottom)
    {
        foreach (var piece in pieces)
        {
            var room = (int)((bottom - piece.Top - 2 * TableGrid.PadY + Hair) / grid.LineHeight);
            (piece.Bottom, piece.Shown) = (bottom, Math.Clamp(room, 0, piece.Lines.Count));
        }
    }

    /// <summary>
    /// The same cell on the next page: the text that is left, or the whole text again when all was shown
    /// (in a split row only a short one, such as the number, which tells the reader where he is).
    /// </summary>
    private Piece Continue(Piece piece)
    {
        var box = piece.Box;
        if (piece.IsWhole && !box.IsMerged && box.Lines.Count > ShortText)
        {
            return new Piece(box, [], [default]) { Top = pages.Y, IsRepetition = true };
        }

        var rest = piece.IsWhole ? box.Glyphs : piece.Glyphs[piece.Lines[piece.Shown].Start..];
        var glyphs = rest.Length > 0 && (piece.IsWhole || box.IsMerged) ? [.. grid.Prefix, .. rest] : rest;
        return new Piece(box, glyphs, grid.Lines(glyphs, box.Width)) { Top = pages.Y, IsRepetition = piece.IsWhole };
    }
}
