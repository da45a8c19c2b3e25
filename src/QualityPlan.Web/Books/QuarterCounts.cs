using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>The lines of the count tables, the same on the dashboard and on paper.</summary>
public static class QuarterCounts
{
    /// <summary>One line per first-level 實施要項 in printed order, and a total.</summary>
    public static IReadOnlyList<CountLine> ByArea(
        IReadOnlyList<OutlineRow> outline, PlanStandings standings, Quarter quarter)
    {
        var areaOf = outline.ToDictionary(row => row.MeasureId, row => row.Place.Area.Id);
        var lines = outline.Select(row => row.Place.Area).DistinctBy(area => area.Id)
            .Select(area => new CountLine(area.Text, standings.Count(quarter, one => areaOf.GetValueOrDefault(one.Id) == area.Id)));
        return [.. lines, new CountLine("合計", standings.Count(quarter), IsTotal: true)];
    }

    /// <summary>One line per unit that leads a row; a shared row counts for each, so there is no total.</summary>
    public static IReadOnlyList<CountLine> ByUnit(
        IEnumerable<RowUnit> assigned, PlanStandings standings, Quarter quarter) =>
        [.. assigned.Where(one => one.Role == AssignmentRole.Lead)
            .DistinctBy(one => one.UnitId)
            .OrderBy(one => one.UnitId)
            .Select(one => new CountLine(one.Name, standings.CountOfUnit(one.UnitId, quarter)))];
}
