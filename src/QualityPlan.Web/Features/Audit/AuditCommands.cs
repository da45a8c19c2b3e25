using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Features.Audit;

public sealed class AuditCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Whoever takes the trail along stands in it himself. The name of the file.</summary>
    public async Task<string> NoteExportAsync(AuditFilter filter, Actor actor, CancellationToken cancellation)
    {
        var today = RocDate.Long(TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime));
        var fileName = $"稽核軌跡{today}.csv";
        audit.Record(
            actor, "export", new AuditSubject(nameof(AuditEntry), ""), $"匯出「{fileName}」",
            new AuditChange(null, new { filter.From, filter.To, filter.Person, filter.What, filter.Kind }));
        await db.SaveChangesAsync(cancellation);
        return fileName;
    }
}
