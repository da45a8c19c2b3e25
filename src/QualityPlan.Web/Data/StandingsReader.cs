using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>Reads the bare facts of a plan in four queries, whatever its size, for <see cref="PlanStandings"/>.</summary>
public static class StandingsReader
{
    public static async Task<PlanStandings> ReadAsync(
        QualityPlanDb db, int planId, DateOnly today, CancellationToken cancellation) =>
        new(await ReadFactsAsync(db, planId, cancellation), today);

    private static async Task<PlanFacts> ReadFactsAsync(QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var rows = await db.Set<Measure>().AsNoTracking()
            .Where(measure => measure.PlanId == planId)
            .SelectMany(
                measure => measure.Assignments.DefaultIfEmpty(),
                (measure, assignment) => new
                {
                    measure.Id,
                    measure.Item.AreaId,
                    measure.DeadlineKind,
                    measure.Control,
                    AssignmentId = (int?)assignment!.Id,
                    UnitId = (int?)assignment.UnitId,
                    Role = (AssignmentRole?)assignment.Role,
                })
            .ToListAsync(cancellation);
        var checkpoints = await db.Set<Checkpoint>().AsNoTracking()
            .Where(one => db.Set<Measure>().Any(measure => measure.Id == one.MeasureId && measure.PlanId == planId))
            .Select(one => new CheckpointFact(one.Id, one.MeasureId, one.DueOn))
            .ToListAsync(cancellation);
        var goneUp = db.RoundsGoneUp();
        var rounds = await db.Set<QuarterlyRound>().AsNoTracking()
            .Where(round => round.PlanId == planId)
            .OrderBy(round => round.Quarter)
            .Select(round => new RoundFact(round.Id, round.Quarter, round.ReportersCloseOn, round.IsLocked) { HasGoneUp = goneUp.Contains(round.Id) })
            .ToListAsync(cancellation);
        return new PlanFacts(
            rows.DistinctBy(row => row.Id)
                .Select(row => new MeasureFact(row.Id, row.AreaId, row.DeadlineKind, IsTracked(row.Control)))
                .ToList(),
            rows.Where(row => row.AssignmentId is not null)
                .Select(row => new AssignmentFact(row.AssignmentId!.Value, row.Id, row.UnitId!.Value, row.Role!.Value))
                .ToList(),
            checkpoints,
            await ReadReportsAsync(db, planId, [], cancellation))
        {
            Rounds = rounds,
        };
    }

    /// <summary>
    /// The filed reports of a plan: one query, and one more while a filing is returned, which counts as last submitted.
    /// A row for each mark: a list inside a projection costs a compiled delegate for every report.
    /// </summary>
    internal static async Task<IReadOnlyList<ReportFact>> ReadReportsAsync(
        QualityPlanDb db, int planId, int[] withoutRounds, CancellationToken cancellation)
    {
        var rows = await (
            from filing in db.Filings.AsNoTracking()
            where filing.Round.PlanId == planId && filing.State != FilingState.Empty && filing.State != FilingState.Draft
                && !EF.Parameter(withoutRounds).Contains(filing.RoundId)
            from report in filing.Reports
            from mark in report.Marks.DefaultIfEmpty()
            select new FiledRow(report.Id, filing.Id, filing.State)
            {
                AssignmentId = report.AssignmentId,
                Quarter = filing.Round.Quarter,
                Report = report.State,
                ActualPercent = report.ActualPercent,
                Cause = report.Cause,
                Countermeasure = report.Countermeasure,
                ExpectedDoneOn = report.ExpectedDoneOn,
                DoneCheckpoint = mark != null && mark.IsDone ? mark.CheckpointId : null,
            })
            .ToListAsync(cancellation);
        var submitted = await LastSubmissionReader.ReadAsync(db, rows.Select(row => (row.FilingId, row.Filing)), cancellation);
        return rows.GroupBy(row => row.Id)
            .Select(report => report.First() is var row && row.Filing == FilingState.Returned
                ? submitted.GetValueOrDefault(row.Id)?.ToFact(row.ToFact(report))
                : row.ToFact(report))
            .OfType<ReportFact>()
            .ToList();
    }

    /// <summary>The rounds whose report has gone up, for a query to ask whether one is among them.</summary>
    public static IQueryable<int> RoundsGoneUp(this QualityPlanDb db) => db.CompiledReports
        .Where(report => report.State != CompiledReportState.Compiling).Select(report => report.RoundId);

    internal static bool IsTracked(MeasureControl control) =>
        control is MeasureControl.Tracked or MeasureControl.ExtensionAsked;
}

/// <summary>A report with one of its marks, and the state of its filing.</summary>
internal sealed record FiledRow(int Id, int FilingId, FilingState Filing)
{
    public int AssignmentId { get; init; }

    public Quarter Quarter { get; init; }

    public ReportState Report { get; init; }

    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public int? DoneCheckpoint { get; init; }

    public ReportFact ToFact(IEnumerable<FiledRow> marks) => new(AssignmentId, Quarter, Report, ActualPercent)
    {
        IsFiled = true,
        DoneCheckpoints = marks.Select(row => row.DoneCheckpoint).OfType<int>().ToList(),
        Cause = Cause,
        Countermeasure = Countermeasure,
        ExpectedDoneOn = ExpectedDoneOn,
    };
}
