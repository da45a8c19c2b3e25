using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Reads what a 計畫表 needs in four queries.</summary>
public static class PlanBookReader
{
    /// <summary>Null when there is no such plan.</summary>
    public static async Task<PlanBookContent?> ReadAsync(
        QualityPlanDb db, int planId, DateOnly today, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == planId, cancellation);
        if (plan is null)
        {
            return null;
        }
        var chapters = await db.Set<PlanChapter>().AsNoTracking()
            .Where(one => one.PlanId == planId)
            .OrderBy(one => one.Position)
            .ToListAsync(cancellation);
        var revision = await db.Set<PlanRevision>().AsNoTracking()
            .Where(one => one.PlanId == planId)
            .OrderByDescending(one => one.Number)
            .Select(one => new { one.Number, one.Sha256 })
            .FirstOrDefaultAsync(cancellation);
        return new PlanBookContent(plan.Agency, plan.Title, await OutlineReader.ReadAsync(db, planId, cancellation))
        {
            Headings = plan.Headings,
            Chapters = [.. chapters.Select(one => new ChapterText(one.Number, one.Title, one.Paragraphs))],
            PrintedOn = RocDate.Long(today),
            Footer = revision is null
                ? "草案"
                : $"{plan.LetterNumber}　第 {revision.Number} 版　SHA-256 {revision.Sha256}",
        };
    }
}
