using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Domain.Progress;

/// <summary>
/// How every row of one plan stands in every quarter. Computed from bare facts on demand and never stored;
/// only reports filed up to a quarter count for that quarter, so that a later report never moves earlier figures.
/// </summary>
public sealed class PlanStandings
{
    private readonly DateOnly _today;
    private readonly Dictionary<int, List<AssignmentFact>> _leads;
    private readonly Dictionary<int, MeasureFact> _measures;
    private readonly ILookup<int, CheckpointFact> _checkpoints;
    private readonly Dictionary<(int Assignment, Quarter Quarter), ReportFact> _reports;
    private readonly Dictionary<(int Assignment, int Checkpoint), Quarter> _doneSince;
    private readonly Dictionary<Quarter, RoundFact> _rounds;
    private readonly Dictionary<(int Assignment, Quarter Quarter), Light> _lights = [];

    public PlanStandings(PlanFacts facts, DateOnly today)
    {
        _today = today;
        Facts = facts;
        _measures = facts.Measures.ToDictionary(one => one.Id);
        _leads = facts.Assignments
            .Where(one => one.Role == AssignmentRole.Lead)
            .GroupBy(one => one.MeasureId)
            .ToDictionary(group => group.Key, group => group.ToList());
        _checkpoints = facts.Checkpoints.ToLookup(one => one.MeasureId);
        _rounds = facts.Rounds.ToDictionary(one => one.Quarter);
        _reports = facts.Reports.Where(one => one.IsFiled).ToDictionary(one => (one.AssignmentId, one.Quarter));
        _doneSince = _reports.Values
            .SelectMany(report => report.DoneCheckpoints.Select(checkpoint => (report, checkpoint)))
            .GroupBy(pair => (pair.report.AssignmentId, pair.checkpoint))
            .ToDictionary(group => group.Key, group => group.Min(pair => pair.report.Quarter));
    }

    public PlanFacts Facts { get; }

    /// <summary>Light of one unit's row in a quarter.</summary>
    public Light OfAssignment(int assignmentId, int measureId, Quarter quarter)
    {
        if (!_lights.TryGetValue((assignmentId, quarter), out var light))
        {
            light = LightRule.Of(StandingOf(assignmentId, measureId, quarter));
            _lights[(assignmentId, quarter)] = light;
        }
        return light;
    }

    /// <summary>Light of a measure: the worst of its leading units; a measure without a lead has nothing owed.</summary>
    public Light OfMeasure(int measureId, Quarter quarter) =>
        _leads.TryGetValue(measureId, out var leads)
            ? Lights.Worst(leads.Select(lead => OfAssignment(lead.Id, measureId, quarter)))
            : _measures[measureId].Kind == DeadlineKind.DoneAtStart ? Light.Completed : Light.NotDue;

    /// <summary>The seven separate counts over measures; they add up to the tracked measures given.</summary>
    public LightCounts Count(Quarter quarter, Func<MeasureFact, bool>? only = null) => new(
        Facts.Measures
            .Where(one => one.IsTracked && (only is null || only(one)))
            .GroupBy(one => OfMeasure(one.Id, quarter))
            .ToDictionary(group => group.Key, group => group.Count()));

    /// <summary>The seven counts over the rows one unit leads.</summary>
    public LightCounts CountOfUnit(int unitId, Quarter quarter) => new(
        Facts.Assignments
            .Where(one => one.UnitId == unitId && one.Role == AssignmentRole.Lead && _measures[one.MeasureId].IsTracked)
            .GroupBy(one => OfAssignment(one.Id, one.MeasureId, quarter))
            .ToDictionary(group => group.Key, group => group.Count()));

    /// <summary>How many of a measure's leading units have filed: 「12/14 已填」.</summary>
    public (int Filed, int Asked) Filed(int measureId, Quarter quarter) =>
        _leads.TryGetValue(measureId, out var leads)
            ? (leads.Count(lead => _reports.ContainsKey((lead.Id, quarter))), leads.Count)
            : (0, 0);

    /// <summary>What the unit filed for this row in the quarter, null when it has not.</summary>
    public ReportFact? FiledReport(int assignmentId, Quarter quarter) => _reports.GetValueOrDefault((assignmentId, quarter));

    /// <summary>The latest report up to the quarter that gives a cause: an overdue row keeps the words of the quarter it fell behind in.</summary>
    public ReportFact? LatestCause(int assignmentId, Quarter quarter) =>
        _rounds.Keys.Where(one => one <= quarter).OrderDescending()
            .Select(one => FiledReport(assignmentId, one))
            .FirstOrDefault(report => report is { Cause.Length: > 0 });

    /// <summary>Whether a row owes anything in a quarter: a checkpoint in it, or an older date not yet met; a recurring duty only its own quarter's.</summary>
    public bool Owes(int assignmentId, int measureId, Quarter quarter) =>
        _measures[measureId] is { IsTracked: true, Kind: not DeadlineKind.DoneAtStart }
        && _checkpoints[measureId].Any(one =>
            quarter.Contains(one.DueOn)
            || (_measures[measureId].Kind == DeadlineKind.Dated
                && one.DueOn < quarter.FirstDay && !IsDoneBefore(assignmentId, one.Id, quarter)));

    /// <summary>Whether a checkpoint of a row was reported done in this quarter or before.</summary>
    public bool IsDone(int assignmentId, int checkpointId, Quarter quarter) =>
        _doneSince.TryGetValue((assignmentId, checkpointId), out var since) && since <= quarter;

    public bool IsDoneBefore(int assignmentId, int checkpointId, Quarter quarter) =>
        _doneSince.TryGetValue((assignmentId, checkpointId), out var since) && since < quarter;

    private Standing StandingOf(int assignmentId, int measureId, Quarter quarter)
    {
        var report = _reports.GetValueOrDefault((assignmentId, quarter));
        var checkpoints = _checkpoints[measureId]
            .Select(one => new CheckpointStanding(one.DueOn, IsDone(assignmentId, one.Id, quarter)))
            .ToList();
        return new Standing(
            _measures[measureId].Kind,
            quarter,
            checkpoints,
            report is null ? null : new FiledReport(report.State, report.ActualPercent))
        {
            IsWindowClosed = _rounds.TryGetValue(quarter, out var round)
                && (round.IsLocked || round.HasGoneUp || _today > round.ReportersCloseOn),
        };
    }
}

/// <summary>The seven counts kept apart, so that none flatters.</summary>
public sealed class LightCounts(IReadOnlyDictionary<Light, int> counts)
{
    public int this[Light light] => counts.GetValueOrDefault(light);

    public int Total => counts.Values.Sum();
}

/// <summary>The bare facts of one plan, as few queries as they need.</summary>
public sealed record PlanFacts(
    IReadOnlyList<MeasureFact> Measures,
    IReadOnlyList<AssignmentFact> Assignments,
    IReadOnlyList<CheckpointFact> Checkpoints,
    IReadOnlyList<ReportFact> Reports)
{
    public IReadOnlyList<RoundFact> Rounds { get; init; } = [];
}

/// <summary>A 推動作法 as far as its light needs it.</summary>
public sealed record MeasureFact(int Id, int AreaId, DeadlineKind Kind, bool IsTracked);

/// <summary>Which 單位 carries a measure, leading or supporting.</summary>
public sealed record AssignmentFact(int Id, int MeasureId, int UnitId, AssignmentRole Role);

/// <summary>A 查核點 and its day, inclusive.</summary>
public sealed record CheckpointFact(int Id, int MeasureId, DateOnly DueOn);

/// <summary>A 填報輪次: its quarter, the last day for reporters (inclusive), whether it is locked.</summary>
public sealed record RoundFact(int Id, Quarter Quarter, DateOnly ReportersCloseOn, bool IsLocked)
{
    /// <summary>
    /// 已陳核: whoever has not filed when the report goes up has not filed, so that the figures are the same before the
    /// signers, on every page, in every book and after the lock.
    /// </summary>
    public bool HasGoneUp { get; init; }
}

/// <summary>One report; <paramref name="IsFiled"/> when its filing was submitted and not taken back.</summary>
public sealed record ReportFact(int AssignmentId, Quarter Quarter, ReportState State, int? ActualPercent)
{
    public bool IsFiled { get; init; }

    public IReadOnlyList<int> DoneCheckpoints { get; init; } = [];

    /// <summary>落後原因, empty unless the row is behind.</summary>
    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }
}
