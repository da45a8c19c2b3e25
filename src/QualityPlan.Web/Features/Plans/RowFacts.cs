using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>One measure as read, with its units and checkpoints.</summary>
public sealed record RowFacts(PlanLabel Plan, RowText Row, int AreaId)
{
    public DeadlineKind Kind { get; init; }

    public MeasureControl Control { get; init; }

    public IReadOnlyList<RowUnit> Units { get; init; } = [];

    public IReadOnlyList<RowCheckpoint> Checkpoints { get; init; } = [];
}

/// <summary>A round with the compiled words of the measure in it.</summary>
public sealed record RowRound(QuarterlyRound Round, string? Wording)
{
    public bool HasGoneUp { get; init; }
}

/// <summary>One unit's report of the measure in one quarter, as it stands and as it was submitted.</summary>
public sealed record RowReport(int AssignmentId, Quarter Quarter, FilingState Filing, ReportWords Current)
{
    public IReadOnlyList<int> DoneCheckpoints { get; init; } = [];

    public IReadOnlyList<ReportWords> Submitted { get; init; } = [];

    public bool IsFiled => Filing is not (FilingState.Empty or FilingState.Draft);

    /// <summary>What counts of it: while it is returned, what was last submitted; null when it was begun only since.</summary>
    public ReportFact? ToFact(IEnumerable<RowCheckpoint> checkpoints)
    {
        var counted = Filing == FilingState.Returned ? Submitted.LastOrDefault() : Current;
        return counted is null ? null : new ReportFact(AssignmentId, Quarter, counted.State, counted.ActualPercent)
        {
            IsFiled = IsFiled,
            DoneCheckpoints = LastSubmission.DoneOf(
                counted.DoneCheckpoints,
                checkpoints.Select(one => new MarkedCheckpoint(one.Id, one.DueOn, DoneCheckpoints.Contains(one.Id)))),
        };
    }
}
