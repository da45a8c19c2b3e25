using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data;

/// <summary>Reads a plan's table, sorted, in one query.</summary>
public static class OutlineReader
{
    public static async Task<IReadOnlyList<OutlineRow>> ReadAsync(
        QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var rows = await db.Set<Measure>().AsNoTracking()
            .Where(measure => measure.PlanId == planId)
            .Select(measure => new
            {
                measure.Id,
                measure.Number,
                measure.Approach,
                measure.DeadlineText,
                measure.UnitsText,
                measure.SupportingUnitsText,
                measure.Position,
                measure.DeadlineKind,
                measure.IsDeadlineDecided,
                measure.HasUnknownUnit,
                measure.Control,
                measure.Version,
                Item = new { measure.Item.Id, measure.Item.Text, measure.Item.Position },
                Area = new { measure.Item.Area.Id, measure.Item.Area.Text, measure.Item.Area.Position },
                ParentId = measure.Item.Area.ParentId,
                ParentText = measure.Item.Area.Parent!.Text,
                ParentPosition = (int?)measure.Item.Area.Parent!.Position,
            })
            .ToListAsync(cancellation);
        return Outline.Sort(rows.Select(row =>
        {
            var leaf = new OutlineStep(row.Area.Id, row.Area.Text, row.Area.Position);
            var item = new OutlineStep(row.Item.Id, row.Item.Text, row.Item.Position);
            var place = row.ParentId is { } parentId
                ? new OutlinePlace(new OutlineStep(parentId, row.ParentText, row.ParentPosition ?? 0), leaf, item)
                : new OutlinePlace(leaf, null, item);
            var text = new MeasureText(row.Number, row.Approach, row.DeadlineText, row.UnitsText)
            {
                SupportingUnits = row.SupportingUnitsText,
            };
            return new OutlineRow(row.Id, place, text)
            {
                Position = row.Position,
                DeadlineKind = row.DeadlineKind,
                IsDeadlineDecided = row.IsDeadlineDecided,
                HasUnknownUnit = row.HasUnknownUnit,
                Control = row.Control,
                Version = row.Version,
            };
        }));
    }
}
