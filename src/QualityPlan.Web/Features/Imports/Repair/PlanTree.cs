using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;
using OutlinePlace = QualityPlan.Domain.Plans.OutlinePlace;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>
/// The outline that a plan made of these rows will have. Headings of the same text under the same heading are one;
/// those without text are told apart by their keys.
/// </summary>
public sealed class PlanTree
{
    private readonly Dictionary<string, OutlineStep> _areas = [];
    private readonly Dictionary<(int, string), OutlineStep?> _subAreas = [];
    private readonly Dictionary<(int, string), OutlineStep> _items = [];
    private int _steps;

    private PlanTree()
    {
    }

    /// <summary>The rows in printed order; the measure's id is the row's, its position counts from 1.</summary>
    public static IReadOnlyList<OutlineRow> Build(IReadOnlyList<RowReading> rows)
    {
        var tree = new PlanTree();
        return rows.Select((row, index) => new OutlineRow(row.Id, tree.Place(row), TextOf(row)) { Position = index + 1 }).ToList();
    }

    /// <summary>The indexes of the rows under the same heading as a row; of a numbered item only the row itself, for it may stand wrong.</summary>
    public static IReadOnlyList<int> RowsTogether(IReadOnlyList<RowReading> rows, int index, PlanField field)
    {
        var row = rows[index];
        if (field == PlanField.Item && row.Item.Length > 0)
        {
            return [index];
        }
        return RowsUnder(rows, index, field);
    }

    /// <summary>The indexes of all rows under the heading that a row stands under.</summary>
    public static IReadOnlyList<int> RowsUnder(IReadOnlyList<RowReading> rows, int index, PlanField field) =>
        Enumerable.Range(0, rows.Count).Where(other => AreTogether(rows[other], rows[index], field)).ToList();

    private static bool AreTogether(RowReading left, RowReading right, PlanField field) => field switch
    {
        PlanField.Area => AreSame(left.Area, right.Area, left.Heads.Area, right.Heads.Area),
        PlanField.SubArea => AreTogether(left, right, PlanField.Area)
            && AreSame(left.SubArea, right.SubArea, left.Heads.SubArea, right.Heads.SubArea),
        PlanField.Item => AreTogether(left, right, PlanField.SubArea)
            && AreSame(left.Item, right.Item, left.Heads.Item, right.Heads.Item),
        _ => ReferenceEquals(left, right),
    };

    private static bool AreSame(string left, string right, int leftKey, int rightKey) =>
        left == right && (left.Length > 0 || leftKey == rightKey);

    private static MeasureText TextOf(RowReading row) =>
        new(row.No, row.Approach, row.Deadline, row.Get(PlanField.Units)) { SupportingUnits = row.Get(PlanField.SupportingUnits) };

    private OutlinePlace Place(RowReading row)
    {
        var area = _areas.TryGetValue(Name(row.Area, row.Heads.Area), out var known) ? known : NewArea(row);
        var subKey = (area.Id, Name(row.SubArea, row.Heads.SubArea));
        if (!_subAreas.TryGetValue(subKey, out var subArea))
        {
            // Rows before the first second-level heading stand directly under the area; a heading lost later has its own place.
            var isDirect = row.SubArea.Length == 0 && _subAreas.All(one => one.Key.Item1 != area.Id || one.Value is null);
            subArea = isDirect ? null : NewStep(row.SubArea);
            _subAreas[subKey] = subArea;
        }
        var itemKey = ((subArea ?? area).Id, Name(row.Item, row.Heads.Item));
        if (!_items.TryGetValue(itemKey, out var item))
        {
            item = NewStep(row.Item);
            _items[itemKey] = item;
        }
        return new OutlinePlace(area, subArea, item);
    }

    private OutlineStep NewArea(RowReading row) => _areas[Name(row.Area, row.Heads.Area)] = NewStep(row.Area);

    /// <summary>Steps are numbered as they appear, which is their order everywhere.</summary>
    private OutlineStep NewStep(string text) => new(++_steps, text, _steps);

    private static string Name(string text, int key) => text.Length > 0 ? text : "\n" + key;
}
