using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Domain.Progress;

/// <summary>Makes the four rounds of an approved plan, and in each one filing for every unit that carries a measure.</summary>
public static class RoundPlanning
{
    public static IReadOnlyList<UnitFiling> Plan(
        Plan plan, IEnumerable<Assignment> assignments, RoundSettings settings, OfficeCalendar calendar)
    {
        var units = assignments
            .DistinctBy(one => one.UnitId)
            .Select(one => (one.UnitId, one.UnitName))
            .ToList();
        return Quarter.AllOf(plan.Year)
            .Select(quarter => new QuarterlyRound(plan.Id, quarter, RoundDates.Usual(quarter, settings, calendar)))
            .SelectMany(round => units.Select(unit => new UnitFiling(round, unit.UnitId, unit.UnitName)))
            .ToList();
    }
}
