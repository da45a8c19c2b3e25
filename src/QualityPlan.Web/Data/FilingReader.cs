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
        var found = await FilingQueries.Filing.For(db)(db, key.RoundId, key.UnitId).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }
        var facts = new FilingFacts(
            found.Filing,
            await tables.ReadAsync(db, found.Plan.Key, cancellation),
            await ReadSubmittedAsync(source, found.Filing, found.Plan.Id, cancellation),
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

    private static async Task<IReadOnlyList<ReportRecord>> ReadReportsAsync(
        QualityPlanDb db, UnitFiling filing, int planId, CancellationToken cancellation)
    {
        var quarter = filing.Round.Quarter;
        var lastYear = new Quarter(quarter.Year.Previous, quarter.Number);
        var rows = await FilingQueries.Reports.For(db)(db, filing.UnitId, planId, quarter.Previous, lastYear).ToListAsync(cancellation);
        return rows.GroupBy(row => row.Record.Report.Id)
            .Select(report => report.First().Record with { Marks = report.Select(row => row.Mark).OfType<MarkRecord>().ToList() })
            .ToList();
    }

    private static async Task<ILookup<int, SheetEvidence>> ReadEvidenceAsync(
        FilingSource source, UnitFiling filing, CancellationToken cancellation)
    {
        var until = source.IsAsSubmitted && filing.State == FilingState.Returned ? filing.SubmittedAtUtc : DateTime.MaxValue;
        var files = await FilingQueries.Evidence.For(source.Db)(source.Db, filing.Id).ToListAsync(cancellation);
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
