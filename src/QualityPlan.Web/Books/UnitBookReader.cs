using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Reads what a 單位表 needs.</summary>
internal static class UnitBookReader
{
    /// <summary>Null when there is no such plan or unit.</summary>
    public static async Task<UnitBookContent?> ReadAsync(
        QualityPlanDb db, BookWish wish, DateOnly today, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == wish.PlanId, cancellation);
        var unit = await db.Set<Unit>().AsNoTracking().Where(one => one.Id == wish.UnitId)
            .Select(one => one.Name).FirstOrDefaultAsync(cancellation);
        if (plan is null || unit is null)
        {
            return null;
        }
        var table = await PlanTableReader.ReadAsync(db, plan.Id, cancellation);
        var own = table.Rows.Select(row => (row, Part: table.UnitsOf(row.MeasureId).Where(one => one.UnitId == wish.UnitId).OrderBy(one => one.Role).FirstOrDefault()))
            .Where(pair => pair.Part is not null)
            .Select(pair => new UnitBookRow(pair.row, pair.Part!.Role));
        return new UnitBookContent(wish.UnitId!.Value, unit, [.. own])
        {
            Agency = plan.Agency,
            PlanTitle = plan.Title,
            Headings = plan.Headings,
            Quarters = await QuarterContents.ReadAsync(db, wish, today, cancellation),
            PrintedOn = RocDate.Long(today),
        };
    }
}
