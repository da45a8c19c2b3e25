using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Plans;

/// <summary>Reads the deadline and unit texts of a measure and gives it the checkpoints and units they name.</summary>
public sealed class MeasureReading(UnitDirectory directory, DeadlineContext context)
{
    /// <summary>Reads both texts anew; a deadline that a person decided is kept while its text stays the same.</summary>
    public void Apply(Measure measure, bool keepDecision = true)
    {
        if (!measure.IsDeadlineDecided || !keepDecision)
        {
            var reading = DeadlineReader.Read(measure.DeadlineText, context);
            measure.Schedule(reading.Kind, reading.Checkpoints.Select(one => (one.DueOn, one.ExpectedCount)), isDecided: false);
        }
        ApplyUnits(measure);
    }

    /// <summary>Reads the unit texts: groups become one assignment a member, unknown names leave the row undecided.</summary>
    public void ApplyUnits(Measure measure)
    {
        var leads = directory.ResolveAll(measure.UnitsText);
        var supports = directory.ResolveAll(measure.SupportingUnitsText);
        var assignees = Assignees(leads, AssignmentRole.Lead).Concat(Assignees(supports, AssignmentRole.Support));
        measure.Assign(assignees, leads.Concat(supports).Any(match => !match.IsKnown));
    }

    private IEnumerable<Assignee> Assignees(IEnumerable<UnitMatch> matches, AssignmentRole role) =>
        matches.Where(match => match.IsKnown).SelectMany(match => match.UnitIds.Select(unitId =>
            new Assignee(unitId, directory.NameOf(unitId), role, match.Kind == UnitMatchKind.Group ? match.Name : null)));
}
