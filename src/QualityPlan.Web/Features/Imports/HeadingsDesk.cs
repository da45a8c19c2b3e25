using QualityPlan.Documents;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Lays out the tables of a file so that a person can say which column holds what.</summary>
internal sealed class HeadingsDesk
{
    private const int Examples = 3;
    private readonly List<TableGrid> _grids;
    private readonly HeadingHints _hints;

    public HeadingsDesk(Document document, HeadingHints hints)
    {
        _hints = hints;
        _grids = document.Tables.Select((table, index) => new TableGrid(table, new SourcePlace(index + 1, table.Name, 0))).ToList();
    }

    /// <summary>Two columns and two rows at least: one of headings, one of content.</summary>
    public IReadOnlyList<TableGrid> Usable => _grids.Where(IsUsable).ToList();

    public static bool HasTable(Document document) => new HeadingsDesk(document, HeadingHints.None).Usable.Count > 0;

    public TableGrid? Find(int number) => Usable.FirstOrDefault(grid => grid.Place.Table == number);

    public TableGrid Largest => Usable.MaxBy(grid => grid.Height)!;

    /// <summary>The first row that looks like headings: short texts in most of the columns.</summary>
    public static int GuessHeader(TableGrid grid)
    {
        for (var row = 0; row < Math.Min(grid.Height, HeadingsPage.RowsShown); row++)
        {
            var texts = grid[row].Where(cell => cell is not null).Distinct().Select(cell => Folding.Fold(cell!.Text)).ToList();
            if (texts.Count(text => text.Length is > 0 and < 20) * 2 > grid.Width)
            {
                return row + 1;
            }
        }
        return 0;
    }

    public List<PlanField?> GuessFields(TableGrid grid, int header) =>
        Enumerable.Range(0, grid.Width).Select(column => header > 0 ? _hints.Find(HeadingAt(grid, header, column)) : null).ToList();

    public static IReadOnlyList<ColumnChoice> Columns(TableGrid grid, int header) => Enumerable.Range(0, grid.Width)
        .Select(column => new ColumnChoice(
            header > 0 ? HeadingAt(grid, header, column) : "",
            Enumerable.Range(header, grid.Height - header).Select(row => Folding.Fold(grid.TextAt(row, column)))
                .Where(text => text.Length > 0).Distinct().Take(Examples).ToList()))
        .ToList();

    /// <summary>What the headings of the row mean now, without those that mean it anyway.</summary>
    public static Dictionary<string, PlanField> Words(TableGrid grid, HeadingsForm form)
    {
        var words = new Dictionary<string, PlanField>();
        for (var column = 0; form.Header > 0 && column < grid.Width; column++)
        {
            var heading = HeadingAt(grid, form.Header, column);
            var field = form.Fields.ElementAtOrDefault(column);
            if (heading.Length > 0 && HeadingWords.Find(heading) != field)
            {
                words[HeadingWords.Core(heading)] = field ?? PlanField.Plan;
            }
        }
        return words;
    }

    private static string HeadingAt(TableGrid grid, int header, int column) => Folding.Fold(grid.TextAt(header - 1, column));

    private static bool IsUsable(TableGrid grid) => grid is { Width: > 1, Height: > 1 }
        && Enumerable.Range(0, grid.Height).Count(row => grid[row].Count(cell => !string.IsNullOrWhiteSpace(cell?.Text)) > 1) > 1;
}
