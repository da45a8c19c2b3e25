using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Plans;

/// <summary>Reads the deadline and unit texts of a measure and gives it the checkpoints and units they name.</summary>
public sealed class MeasureReading(UnitDirectory directory, DeadlineContext context)
{
    /// <summary>What a deadline text would be read as in this plan.</summary>
    public DeadlineReading ReadDeadline(string text) => DeadlineReader.Read(text, context);

    /// <summary>The units and groups a unit text names, with the nearest names for what is unknown.</summary>
    public IReadOnlyList<UnitMatch> ReadUnits(string text) => directory.ResolveAll(text);

    /// <summary>
    /// Takes what a person decided in place of the text: the days given, one checkpoint a quarter for 持續辦理,
    /// none for 業已完成. The text stays as written.
    /// </summary>
    public Verdict Decide(Measure measure, DeadlineKind kind, IReadOnlyCollection<DateOnly> days)
    {
        switch (kind)
        {
            case DeadlineKind.Dated when days.Count == 0:
                return Verdict.No("deadline-without-day", "請輸入至少一個查核日期。");
            case DeadlineKind.Dated:
                measure.Schedule(kind, days.Distinct().Select(day => (day, (int?)null)), isDecided: true);
                return Verdict.Yes;
            case DeadlineKind.Continuing:
                var quarters = ReadDeadline("持續辦理").Checkpoints;
                measure.Schedule(kind, quarters.Select(one => (one.DueOn, one.ExpectedCount)), isDecided: true);
                return Verdict.Yes;
            case DeadlineKind.DoneAtStart:
                measure.Schedule(kind, [], isDecided: true);
                return Verdict.Yes;
            default:
                return Verdict.No("deadline-not-a-choice", "請選擇指定日期、持續辦理或業已完成。");
        }
    }

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
