using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.EvidenceFiles;

public sealed class EvidenceFilesQueries(QualityPlanDb db)
{
    /// <summary>
    /// A file the actor may have: his unit's, or any unit's; of drafts, and of what was attached while a filing is mended,
    /// only his own and the plan office's. Withdrawn files stay readable. Null for all others, as for unknown ones.
    /// </summary>
    public Task<FoundFile?> FindAsync(int id, Actor actor, bool anyUnit, CancellationToken cancellation)
    {
        var (unitId, isOffice) = (actor.UnitId, actor.Is(Role.PlanOffice));
        return db.Filings.AsNoTracking()
            .Where(filing => filing.UnitId == unitId
                || (anyUnit && (isOffice || (filing.State != FilingState.Empty && filing.State != FilingState.Draft))))
            .SelectMany(filing => filing.Reports, (filing, report) => new { Filing = filing, report.Evidence })
            .SelectMany(one => one.Evidence, (one, file) => new { one.Filing, File = file })
            .Where(one => one.File.Id == id && (isOffice || one.Filing.UnitId == unitId
                || one.Filing.State != FilingState.Returned || one.File.UploadedAtUtc <= one.Filing.SubmittedAtUtc))
            .Select(one => new FoundFile(one.File.FileName, one.File.StoredName, one.File.ContentType))
            .SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>Where the bytes of an evidence lie and as what they are handed out.</summary>
public sealed record FoundFile(string FileName, Guid StoredName, string ContentType);
