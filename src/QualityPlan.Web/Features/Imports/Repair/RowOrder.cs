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
        var order = Of(content);
        var item = order.FirstOrDefault(row => row.MeasureId == rowId)?.Place.Item.Id;
        return order.Where(row => row.Place.Item.Id == item).Select(row => content.RowAt(row.MeasureId)!).ToList();
    }

    public static RowReading? NextInItem(ImportContent content, int rowId) =>
        InItem(content, rowId).SkipWhile(row => row.Id != rowId).Skip(1).FirstOrDefault();

    /// <summary>The row above (-1) or below (1), whatever it stands under.</summary>
    public static RowReading? Beside(ImportContent content, int rowId, int by)
    {
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
