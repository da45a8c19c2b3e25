using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>
/// Puts the history of a row together for one reader: his own unit's words always, other units' words once they
/// are submitted for whoever looks over the whole library, and for everyone else once the round is signed.
/// </summary>
public sealed class RowHistory(RowFacts facts, IReadOnlyList<RowReport> reports, Actor actor, DateOnly today)
{
    public RowPage Over(IReadOnlyList<RowRound> rounds)
    {
        var seen = rounds.Where(one => one.Round.IsLocked || PlanReaders.SeesOpenRounds(actor)).ToList();
        var standings = new PlanStandings(Facts(seen), today);
        return new RowPage(facts.Plan, facts.Row)
        {
            Checkpoints = facts.Checkpoints.Select(Line).ToList(),
            Quarters = seen
                .Where(one => one.Round.PhaseOn(today) != RoundPhase.NotYetOpen)
                .Reverse()
                .Select(one => OfQuarter(one, standings))
                .ToList(),
        };
    }

    private PlanFacts Facts(List<RowRound> seen)
    {
        var quarters = seen.Select(one => one.Round.Quarter).ToHashSet();
        return new PlanFacts(
            [new MeasureFact(facts.Row.Id, facts.AreaId, facts.Kind, StandingsReader.IsTracked(facts.Control))],
            facts.Units.Select(one => new AssignmentFact(one.AssignmentId, one.MeasureId, one.UnitId, one.Role)).ToList(),
            facts.Checkpoints.Select(one => new CheckpointFact(one.Id, one.MeasureId, one.DueOn)).ToList(),
            reports.Where(one => one.IsFiled && quarters.Contains(one.Quarter)).Select(one => one.ToFact(facts.Checkpoints)).OfType<ReportFact>().ToList())
        {
            Rounds = seen.Select(one => new RoundFact(
                one.Round.Id, one.Round.Quarter, one.Round.ReportersCloseOn, one.Round.IsLocked)
            {
                HasGoneUp = one.HasGoneUp,
            }).ToList(),
        };
    }

    private RowCheckpointLine Line(RowCheckpoint one) => new(one.DueOn, one.OriginalDueOn, one.ExpectedCount)
    {
        IsDueBeforeIssue = one.DueOn < facts.Plan.IssuedOn,
    };

    private RowQuarter OfQuarter(RowRound one, PlanStandings standings)
    {
        var quarter = one.Round.Quarter;
        return new RowQuarter(quarter, one.Round.PhaseOn(today), standings.OfMeasure(facts.Row.Id, quarter))
        {
            Wording = one.Round.IsLocked || actor.Is(Role.PlanOffice) ? one.Wording : null,
            Units = facts.Units.Select(unit => OfUnit(unit, one.Round, standings)).ToList(),
        };
    }

    private UnitLine OfUnit(RowUnit unit, QuarterlyRound round, PlanStandings standings)
    {
        var light = standings.OfAssignment(unit.AssignmentId, facts.Row.Id, round.Quarter);
        var report = reports.FirstOrDefault(one => one.AssignmentId == unit.AssignmentId && one.Quarter == round.Quarter);
        var isOwn = actor.UnitId == unit.UnitId && (actor.Is(Role.Reporter) || actor.Is(Role.UnitHead));
        if (report is null || !(isOwn || (report.IsFiled && (round.IsLocked || actor.SeesAllUnits))))
        {
            return new UnitLine(unit.Name, unit.Role, light);
        }
        var words = isOwn ? Own(report) : report.Submitted.LastOrDefault();
        return new UnitLine(unit.Name, unit.Role, light)
        {
            Filing = report.Filing,
            Words = words,
            Earlier = isOwn || actor.SeesAllUnits
                ? report.Submitted.Where(one => one.Submission != words?.Submission).ToList()
                : [],
        };
    }

    /// <summary>While the unit still writes, it sees what it writes; afterwards what it submitted.</summary>
    private static ReportWords Own(RowReport report) =>
        report.Filing is FilingState.Empty or FilingState.Draft or FilingState.Returned
            ? report.Current
            : report.Submitted.LastOrDefault() ?? report.Current;
}
