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
            await ReadSubmittedAsync(source, found.Filing, plan.Id, cancellation),
            await ReadEvidenceAsync(source, found.Filing, cancellation));
        return FilingRows.Compose(facts, today);
    }

    /// <summary>What was returned counts as last submitted, in other rounds always, in this one unless it is being written.</summary>
    private static async Task<IReadOnlyList<ReportRecord>> ReadSubmittedAsync(
        FilingSource source, UnitFiling filing, int planId, CancellationToken cancellation)
    {
        var reports = await ReadReportsAsync(source.Db, filing, planId, cancellation);
        var others = reports.Where(one => one.RoundId != filing.RoundId || source.IsAsSubmitted).ToList();
        var submitted = await LastSubmissionReader.ReadAsync(source.Db, others.Select(one => (one.FilingId, one.Filing)), cancellation);
        return reports.Where(one => one.Filing != FilingState.Returned || submitted.ContainsKey(one.Report.Id) || !others.Contains(one))
            .Select(one => submitted.TryGetValue(one.Report.Id, out var last) ? one.As(last) : one)
            .ToList();
    }

    /// <summary>
    /// This round's reports, the plan's other rounds', last quarter's and last year's, in one query; a row for each mark,
    /// as a list inside a projection costs a compiled delegate for every report.
    /// </summary>
    private static async Task<IReadOnlyList<ReportRecord>> ReadReportsAsync(
        QualityPlanDb db, UnitFiling filing, int planId, CancellationToken cancellation)
    {
        var unitId = filing.UnitId;
        var before = filing.Round.Quarter.Previous;
        var lastYear = new Quarter(filing.Round.Quarter.Year.Previous, filing.Round.Quarter.Number);
        var rows = await (
            from one in db.Filings.AsNoTracking()
            where one.UnitId == unitId
                && (one.Round.PlanId == planId || one.Round.Quarter == before || one.Round.Quarter == lastYear)
            from report in one.Reports
            join measure in db.Measures on report.MeasureId equals measure.Id
            from mark in report.Marks.DefaultIfEmpty()
            select new
            {
                Record = new ReportRecord(one.RoundId, one.Round.PlanId, one.Round.Quarter, one.State, report.AssignmentId)
                {
                    FilingId = one.Id,
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
                },
                Mark = mark == null ? null : new MarkRecord(mark.CheckpointId, mark.IsDone, mark.ActualCount),
            })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.Record.Report.Id)
            .Select(report => report.First().Record with { Marks = report.Select(row => row.Mark).OfType<MarkRecord>().ToList() })
            .ToList();
    }

    private static async Task<ILookup<int, SheetEvidence>> ReadEvidenceAsync(
        FilingSource source, UnitFiling filing, CancellationToken cancellation)
    {
        var filingId = filing.Id;
        var until = source.IsAsSubmitted && filing.State == FilingState.Returned ? filing.SubmittedAtUtc : DateTime.MaxValue;
        var files = await source.Db.Filings.AsNoTracking()
            .Where(one => one.Id == filingId)
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
        return files.Where(one => one.File.UploadedAtUtc <= until).OrderBy(one => one.File.Id).ToLookup(one => one.AssignmentId, one => one.File);
    }
}

/// <summary>Which filing: a unit's in a round.</summary>
public readonly record struct FilingKey(int RoundId, int UnitId);

/// <summary>Where a filing is read from.</summary>
public readonly record struct FilingSource(QualityPlanDb Db, PlanTableCache Tables)
{
    /// <summary>For everybody but those who write: what is being mended shows as it was last submitted.</summary>
    public bool IsAsSubmitted { get; init; }
}

/// <summary>What the database holds of a filing, before it is put together.</summary>
internal sealed record FilingFacts(
    UnitFiling Filing, PlanTable Table, IReadOnlyList<ReportRecord> Reports, ILookup<int, SheetEvidence> Evidence);

/// <summary>A report of the unit, of this round or another.</summary>
internal sealed record ReportRecord(int RoundId, int PlanId, Quarter Quarter, FilingState Filing, int AssignmentId)
{
    public int FilingId { get; init; }

    public int MeasureId { get; init; }

    public string Number { get; init; } = "";

    public string Approach { get; init; } = "";

    public required SheetReport Report { get; init; }

    public IReadOnlyList<MarkRecord> Marks { get; init; } = [];

    public ReportRecord As(LastSubmission last) => this with
    {
        Report = Report with
        {
            State = last.Words.State,
            Narrative = last.Words.Narrative,
            ActualPercent = last.Words.ActualPercent,
            Cause = last.Words.Cause,
            Countermeasure = last.Words.Countermeasure,
            ExpectedDoneOn = last.Words.ExpectedDoneOn,
            NoEvidenceReason = last.Words.NoEvidenceReason,
            UpdatedAtUtc = last.Words.SubmittedAtUtc,
        },
        Marks = last.Done.Select(id => Marks.FirstOrDefault(mark => mark.CheckpointId == id) is { } mark
            ? mark with { IsDone = true }
            : new MarkRecord(id, true, null)).ToList(),
    };
}

internal sealed record MarkRecord(int CheckpointId, bool IsDone, int? ActualCount);
