using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Reads what a 單位表 needs.</summary>
internal static class UnitBookReader
{
    /// <summary>Null when there is no such unit.</summary>
    public static async Task<UnitBookContent?> ReadAsync(
        RoundSource source, PlannedBook book, DateOnly today, CancellationToken cancellation)
    {
        var (wish, plan) = (book.Wish, book.Plan.Plan);
        var unit = await source.Db.Units.AsNoTracking().Where(one => one.Id == wish.UnitId)
            .Select(one => one.Name).FirstOrDefaultAsync(cancellation);
        if (unit is null)
        {
            return null;
        }
        var table = await source.ReadTableAsync(plan, cancellation);
        var own = table.Rows.Select(row => (row, Part: table.UnitsOf(row.MeasureId).Where(one => one.UnitId == wish.UnitId).OrderBy(one => one.Role).FirstOrDefault()))
            .Where(pair => pair.Part is not null)
            .Select(pair => new UnitBookRow(pair.row, pair.Part!.Role));
        return new UnitBookContent(wish.UnitId!.Value, unit, [.. own])
        {
            Agency = plan.Agency,
            PlanTitle = plan.Title,
            Headings = plan.Headings,
            Quarters = await QuarterContents.ReadAsync(source, book, today, cancellation),
            PrintedOn = RocDate.Long(today),
        };
    }
}
