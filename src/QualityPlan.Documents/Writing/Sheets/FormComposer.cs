using System.Globalization;

namespace QualityPlan.Documents.Writing.Sheets;

/// <summary>Lays out the sheets of a form; the writers put them down as they are.</summary>
internal static class FormComposer
{
    private const double Padding = 6;
    private const double LeastHeight = 36;

    /// <summary>Excel's highest row is 409 points.</summary>
    private const double MostHeight = 400;

    private static readonly LookColours Writable = LookColours.Of(CellLook.Warning) with { Ink = "#000000", Fill = "#FFFBEB" };

    public static IReadOnlyList<Sheet> Compose(FormBook book) => [.. book.Sheets.Select(sheet => Compose(book.Title, sheet))];

    private static Sheet Compose(string title, FormSheet form)
    {
        var rows = new List<SheetRow>();
        if (!form.IsHidden)
        {
            rows.Add(Line(title, CellStyle.Title with { Alignment = Alignment.Left }, form));
            rows.AddRange(form.Notes.Select(note => Line(note, CellStyle.Prose, form)));
        }

        var top = rows.Count;
        var heading = CellStyle.Of(new Cell(0, "") { Look = CellLook.Header });
        rows.Add(new SheetRow(LeastHeight, [.. form.Columns.Select((column, at) => new SheetCell(at, 1, 1, column.Heading, heading))]));
        rows.AddRange(form.Rows.Select(row => Row(form, row)));
        return new Sheet(form.Name, [.. form.Columns.Select(column => column.Width)], rows)
        {
            HeaderStart = top,
            HeaderRows = form.IsHidden ? 0 : 1,
            FrozenRows = form.IsHidden ? 0 : top + 1,
            IsHidden = form.IsHidden,
            IsLocked = true,
        };
    }

    // The first shown column carries the line across the sheet: text of a hidden one would not be seen.
    private static SheetRow Line(string text, CellStyle style, FormSheet form)
    {
        var first = form.Columns.TakeWhile(column => column.Width == 0).Count();
        var width = form.Columns.Sum(column => column.Width) * TextMeasure.PointsPerMillimetre;
        var height = TextMeasure.Height(text, width, style.Size) + Padding;
        return new SheetRow(height, [new SheetCell(first, form.Columns.Count - first, 1, XmlText.Clean(text), style)]);
    }

    private static SheetRow Row(FormSheet form, FormRow row)
    {
        var cells = form.Columns.Select((column, at) => Cell(column, at, row)).ToList();
        var height = form.IsHidden
            ? LeastHeight
            : cells.Max(cell => Height(cell, form.Columns[cell.Column].Width * TextMeasure.PointsPerMillimetre));
        return new SheetRow(Math.Clamp(height, LeastHeight, MostHeight), cells);
    }

    private static double Height(SheetCell cell, double width) =>
        width == 0 ? 0 : TextMeasure.Height(cell.Text, Math.Max(1, width - Padding), cell.Style.Size) + Padding;

    private static SheetCell Cell(FormColumn column, int at, FormRow row)
    {
        var text = XmlText.Clean(row.Cells[at]);
        var box = row.Closed.Contains(at) ? null : column.Box;
        var style = CellStyle.Of(new Cell(at, text) { Look = CellLook.Muted });
        if (box is null)
        {
            return new SheetCell(at, 1, 1, text, style with { Colours = LookColours.Of(CellLook.Muted) });
        }

        var open = style with { Colours = Writable, IsOpen = true };
        return box is NumberBox
            ? new SheetCell(at, 1, 1, text, open with { Number = NumberShape.Of(0, "0") }) { Box = box, Number = NumberOf(text) }
            : new SheetCell(at, 1, 1, text, open) { Box = box };
    }

    private static decimal? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
