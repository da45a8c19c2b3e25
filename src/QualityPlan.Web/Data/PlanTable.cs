using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>A plan's sorted rows with their units and checkpoints: all that an approved version fixes.</summary>
public sealed class PlanTable(
    IReadOnlyList<OutlineRow> rows, IReadOnlyList<RowUnit> units, IReadOnlyList<RowCheckpoint> checkpoints)
{
    private readonly ILookup<int, RowUnit> _units = units.ToLookup(one => one.MeasureId);
    private readonly ILookup<int, RowCheckpoint> _checkpoints = checkpoints.ToLookup(one => one.MeasureId);

    public IReadOnlyList<OutlineRow> Rows => rows;

    public IReadOnlyList<RowUnit> Units => units;

    public IReadOnlyList<RowCheckpoint> Checkpoints => checkpoints;

    public IEnumerable<RowUnit> UnitsOf(int measureId) => _units[measureId];

    public IEnumerable<RowCheckpoint> CheckpointsOf(int measureId) => _checkpoints[measureId];

    /// <summary>What somebody has to decide of the row before 核定, in words.</summary>
    public IReadOnlyList<string> OpenDecisionsOf(OutlineRow row) => Measure.OpenDecisions(
        row.DeadlineKind, row.HasUnknownUnit, UnitsOf(row.MeasureId).Any(unit => unit.Role == AssignmentRole.Lead));

    /// <summary>The facts that the lights are computed from.</summary>
    public PlanFacts ToFacts(IReadOnlyList<RoundFact> rounds, IReadOnlyList<ReportFact> reports) => new(
        rows.Select(row => new MeasureFact(
            row.MeasureId, row.Place.Leaf.Id, row.DeadlineKind, StandingsReader.IsTracked(row.Control))).ToList(),
        units.Select(unit => new AssignmentFact(unit.AssignmentId, unit.MeasureId, unit.UnitId, unit.Role)).ToList(),
        checkpoints.Select(one => new CheckpointFact(one.Id, one.MeasureId, one.DueOn)).ToList(),
        reports)
    {
        Rounds = rounds,
    };
}

/// <summary>One unit of a row; the group through which it came, if any.</summary>
public sealed record RowUnit(int AssignmentId, int MeasureId, int UnitId, string Name, AssignmentRole Role)
{
    public string? GroupName { get; init; }
}

/// <summary>One checkpoint of a row; the original day differs after an extension.</summary>
public sealed record RowCheckpoint(int Id, int MeasureId, DateOnly DueOn, DateOnly OriginalDueOn)
{
    public int? ExpectedCount { get; init; }
}

/// <summary>Reads a plan's table in three queries, whatever its size.</summary>
public static class PlanTableReader
{
    public static async Task<PlanTable> ReadAsync(QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var rows = await OutlineReader.ReadAsync(db, planId, cancellation);
        var measures = db.Measures.AsNoTracking().Where(measure => measure.PlanId == planId);
        var units = await measures
            .SelectMany(measure => measure.Assignments)
            .OrderBy(one => one.Id)
            .Select(one => new RowUnit(one.Id, one.MeasureId, one.UnitId, one.UnitName, one.Role) { GroupName = one.GroupName })
            .ToListAsync(cancellation);
        var checkpoints = await measures
            .SelectMany(measure => measure.Checkpoints)
            .OrderBy(one => one.DueOn).ThenBy(one => one.Id)
            .Select(one => new RowCheckpoint(one.Id, one.MeasureId, one.DueOn, one.OriginalDueOn) { ExpectedCount = one.ExpectedCount })
            .ToListAsync(cancellation);
        return new PlanTable(rows, units, checkpoints);
    }
}
