using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Rows as they stand in the tree, where headings and printed numbers decide the order, not the file.</summary>
public static class RowOrder
{
    public static IReadOnlyList<OutlineRow> Of(ImportContent content) => Domain.Plans.Outline.Sort(PlanTree.Build(content.Rows));

    /// <summary>The rows under the same 執行項目, in the tree's order.</summary>
    public static IReadOnlyList<RowReading> InItem(ImportContent content, int rowId)
    {
        // Only the rows of the item are sorted: replaying many steps of a long plan would sort all of it again and again.
        var rows = PlanTree.Build(content.Rows);
        var item = rows.FirstOrDefault(row => row.MeasureId == rowId)?.Place.Item.Id;
        return Domain.Plans.Outline.Sort(rows.Where(row => row.Place.Item.Id == item)).Select(row => content.Rows[row.Position - 1]).ToList();
    }

    public static RowReading? NextInItem(ImportContent content, int rowId) =>
        InItem(content, rowId).SkipWhile(row => row.Id != rowId).Skip(1).FirstOrDefault();

    /// <summary>The row above (-1) or below (1), whatever it stands under.</summary>
    public static RowReading? Beside(ImportContent content, int rowId, int by)
    {
        var together = InItem(content, rowId).ToList();
        var place = together.FindIndex(row => row.Id == rowId) + Math.Sign(by);
        if (place >= 0 && place < together.Count)
        {
            return together[place];
        }
        var order = Of(content);
        for (var at = 0; at < order.Count; at++)
        {
            if (order[at].MeasureId == rowId)
            {
                return order.ElementAtOrDefault(at + Math.Sign(by)) is { } other ? content.RowAt(other.MeasureId) : null;
            }
        }
        return null;
    }

    public static bool AreInOneItem(ImportContent content, RowReading one, RowReading other) =>
        InItem(content, one.Id).Any(row => row.Id == other.Id);

    /// <summary>The row under the headings of another one.</summary>
    internal static RowReading Under(this RowReading row, RowReading other) =>
        row with { Area = other.Area, SubArea = other.SubArea, Item = other.Item, Heads = other.Heads };
}
