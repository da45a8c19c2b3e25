using Microsoft.EntityFrameworkCore;
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
        var rounds = await db.Set<QuarterlyRound>().AsNoTracking()
            .Where(round => round.PlanId == planId)
            .OrderBy(round => round.Quarter)
            .Select(round => new RoundFact(round.Id, round.Quarter, round.ReportersCloseOn, round.IsLocked))
            .ToListAsync(cancellation);
        return new PlanFacts(
            rows.DistinctBy(row => row.Id)
                .Select(row => new MeasureFact(row.Id, row.AreaId, row.DeadlineKind, IsTracked(row.Control)))
                .ToList(),
            rows.Where(row => row.AssignmentId is not null)
                .Select(row => new AssignmentFact(row.AssignmentId!.Value, row.Id, row.UnitId!.Value, row.Role!.Value))
                .ToList(),
            checkpoints,
            await ReadReportsAsync(db, planId, cancellation))
        {
            Rounds = rounds,
        };
    }

    /// <summary>The filed reports of a plan: one query, and one more while a filing is returned, which counts as last submitted.</summary>
    public static async Task<IReadOnlyList<ReportFact>> ReadReportsAsync(
        QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var reports = await db.Set<UnitFiling>().AsNoTracking()
            .Where(filing => filing.Round.PlanId == planId
                && filing.State != FilingState.Empty && filing.State != FilingState.Draft)
            .SelectMany(filing => filing.Reports, (filing, report) => new FiledRow(report.Id, filing.Id, filing.State)
            {
                Fact = new ReportFact(report.AssignmentId, filing.Round.Quarter, report.State, report.ActualPercent)
                {
                    IsFiled = true,
                    DoneCheckpoints = report.Marks.Where(mark => mark.IsDone).Select(mark => mark.CheckpointId).ToList(),
                    Cause = report.Cause,
                    Countermeasure = report.Countermeasure,
                    ExpectedDoneOn = report.ExpectedDoneOn,
                },
            })
            .ToListAsync(cancellation);
        var submitted = await LastSubmissionReader.ReadAsync(db, reports.Select(row => (row.FilingId, row.Filing)), cancellation);
        return reports
            .Select(row => row.Filing == FilingState.Returned ? submitted.GetValueOrDefault(row.Id)?.ToFact(row.Fact) : row.Fact)
            .OfType<ReportFact>()
            .ToList();
    }

    internal static bool IsTracked(MeasureControl control) =>
        control is MeasureControl.Tracked or MeasureControl.ExtensionAsked;
}

/// <summary>A report and the state of its filing.</summary>
internal sealed record FiledRow(int Id, int FilingId, FilingState Filing)
{
    public required ReportFact Fact { get; init; }
}
