using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Saves, unless somebody else was faster: then nothing is written and that is the answer.</summary>
internal static class CarefulSave
{
    public static async Task<Verdict> TryAsync(QualityPlanDb db, Verdict overtaken, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Verdict.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return overtaken;
        }
    }
}
