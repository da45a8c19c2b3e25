using QualityPlan.Documents;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Books;

/// <summary>The cells that several books share.</summary>
internal static class BookCells
{
    public static Row Header(IEnumerable<string> names) =>
        new([.. names.Select((name, index) => new Cell(index, name) { Look = CellLook.Header })]);

    /// <summary>The merged area and item cells of a row, none where an upper row's cell covers the place.</summary>
    public static List<Cell> Place(OutlineRow row, OutlineSpan span)
    {
        var cells = new List<Cell>();
        if (span.AreaRows > 0)
        {
            IReadOnlyList<string> texts = row.Place.SubArea is { } sub
                ? span.BeginsArea ? [row.Place.Area.Text, sub.Text] : [sub.Text]
                : [row.Place.Area.Text];
            cells.Add(new Cell(0, texts) { RowSpan = span.AreaRows });
        }
        if (span.ItemRows > 0)
        {
            cells.Add(new Cell(1, row.Place.Item.Text) { RowSpan = span.ItemRows });
        }
        return cells;
    }

    public static string NumberedApproach(OutlineRow row) =>
        row.Text.Number.Length == 0 ? row.Text.Approach : $"{row.Text.Number} {row.Text.Approach}";

    public static Cell Count(int column, int count, bool isTotal = false) => new(column, $"{count}")
    {
        Number = count,
        Look = isTotal ? CellLook.Total : CellLook.Centered,
    };

    /// <summary>A light as shape and word, on its tint.</summary>
    public static Cell OfLight(int column, Light light) => new(column, $"{light.Shape()} {light.Chinese()}")
    {
        Look = light switch
        {
            Light.Completed => CellLook.Good,
            Light.OnTrack or Light.Continuing => CellLook.Calm,
            Light.Behind => CellLook.Warning,
            Light.Overdue => CellLook.Alarm,
            _ => CellLook.Muted,
        },
    };
}
