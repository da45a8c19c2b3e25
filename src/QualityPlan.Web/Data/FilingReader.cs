using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>
/// Reads one unit's filing in three queries (and the plan's table once an instance), whatever the plan's size.
/// </summary>
public static class FilingReader
{
    /// <summary>The filing of a unit in a round, with everything its page shows; null when there is none.</summary>
    public static async Task<FilingSheet?> ReadAsync(FilingSource source, FilingKey key, DateOnly today, CancellationToken cancellation)
    {
        var (db, tables) = source;
        var found = await db.Filings.AsNoTracking()
            .Include(filing => filing.Round)
            .Include(filing => filing.Defects)
            .Where(filing => filing.RoundId == key.RoundId && filing.UnitId == key.UnitId)
            .Select(filing => new
            {
                Filing = filing,
                Plan = db.Plans.Where(plan => plan.Id == filing.Round.PlanId)
                    .Select(plan => new { plan.Id, plan.State, plan.Version }).First(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }
        var plan = new PlanKey(found.Plan.Id, found.Plan.State, found.Plan.Version);
        var facts = new FilingFacts(
            found.Filing,
            await tables.ReadAsync(db, plan, cancellation),
            await ReadReportsAsync(db, found.Filing, plan.Id, cancellation),
            await ReadEvidenceAsync(db, found.Filing.Id, cancellation));
        return FilingRows.Compose(facts, today);
    }

    /// <summary>This round's reports, the plan's other rounds', last quarter's and last year's, in one query.</summary>
    private static async Task<IReadOnlyList<ReportRecord>> ReadReportsAsync(
        QualityPlanDb db, UnitFiling filing, int planId, CancellationToken cancellation)
    {
        var unitId = filing.UnitId;
        var before = filing.Round.Quarter.Previous;
        var lastYear = new Quarter(filing.Round.Quarter.Year.Previous, filing.Round.Quarter.Number);
        var query =
            from one in db.Filings.AsNoTracking()
            where one.UnitId == unitId
                && (one.Round.PlanId == planId || one.Round.Quarter == before || one.Round.Quarter == lastYear)
            from report in one.Reports
            join measure in db.Measures on report.MeasureId equals measure.Id
            select new ReportRecord(one.RoundId, one.Round.PlanId, one.Round.Quarter, one.State, report.AssignmentId)
            {
                MeasureId = report.MeasureId,
                Number = one.Round.PlanId == planId ? "" : measure.Number,
                Approach = one.Round.PlanId == planId ? "" : measure.Approach,
                Report = new SheetReport(report.Id, report.State, report.Narrative)
                {
                    ActualPercent = report.ActualPercent,
                    Cause = report.Cause,
                    Countermeasure = report.Countermeasure,
                    ExpectedDoneOn = report.ExpectedDoneOn,
                    NoEvidenceReason = report.NoEvidenceReason,
                    IsUnchanged = report.IsUnchanged,
                    Version = report.Version,
                    UpdatedAtUtc = report.UpdatedAtUtc,
                },
                Marks = report.Marks.Select(mark => new MarkRecord(mark.CheckpointId, mark.IsDone, mark.ActualCount)).ToList(),
            };
        return await query.ToListAsync(cancellation);
    }

    private static async Task<ILookup<int, SheetEvidence>> ReadEvidenceAsync(
        QualityPlanDb db, int filingId, CancellationToken cancellation)
    {
        var files = await db.Filings.AsNoTracking()
            .Where(filing => filing.Id == filingId)
            .SelectMany(filing => filing.Reports)
            .SelectMany(report => report.Evidence, (report, file) => new
            {
                report.AssignmentId,
                File = new SheetEvidence(file.Id, file.FileName, file.Caption, file.Length)
                {
                    UploadedAtUtc = file.UploadedAtUtc,
                    UploadedByName = file.UploadedByName,
                    IsWithdrawn = file.IsWithdrawn,
                },
            })
            .ToListAsync(cancellation);
        return files.OrderBy(one => one.File.Id).ToLookup(one => one.AssignmentId, one => one.File);
    }
}

/// <summary>Which filing: a unit's in a round.</summary>
public readonly record struct FilingKey(int RoundId, int UnitId);

/// <summary>Where a filing is read from.</summary>
public readonly record struct FilingSource(QualityPlanDb Db, PlanTableCache Tables);

/// <summary>What the database holds of a filing, before it is put together.</summary>
internal sealed record FilingFacts(
    UnitFiling Filing, PlanTable Table, IReadOnlyList<ReportRecord> Reports, ILookup<int, SheetEvidence> Evidence);

/// <summary>A report of the unit, of this round or another.</summary>
internal sealed record ReportRecord(int RoundId, int PlanId, Quarter Quarter, FilingState Filing, int AssignmentId)
{
    public int MeasureId { get; init; }

    public string Number { get; init; } = "";

    public string Approach { get; init; } = "";

    public required SheetReport Report { get; init; }

    public IReadOnlyList<MarkRecord> Marks { get; init; } = [];
}

internal sealed record MarkRecord(int CheckpointId, bool IsDone, int? ActualCount);
