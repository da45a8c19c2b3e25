using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Dashboard;

/// <summary>Makes counts, heat maps and exceptions of a plan's table and its standings.</summary>
internal sealed class BoardView(PlanTable table, PlanStandings standings, Quarter quarter)
{
    private readonly HashSet<int> _tracked = [.. standings.Facts.Measures.Where(one => one.IsTracked).Select(one => one.Id)];

    /// <summary>The quarters that have begun; later ones stay empty in the heat maps.</summary>
    public required IReadOnlySet<Quarter> Shown { get; init; }

    public DashboardBoard Build(PlanChoice plan, bool isSigned)
    {
        var leads = Leads().ToList();
        var asked = leads.Where(one => standings.Owes(one.AssignmentId, one.MeasureId, quarter))
            .GroupBy(one => one.UnitId)
            .ToList();
        return new DashboardBoard(plan, quarter, standings.Count(quarter))
        {
            IsSigned = isSigned,
            AskedUnits = asked.Count,
            FiledUnits = asked.Count(unit => unit.Any(one => standings.FiledReport(one.AssignmentId, quarter) is not null)),
            Areas = AreaRows(),
            Units = UnitRows(leads),
            Quarters = [],
            Exceptions = [],
        };
    }

    /// <summary>
    /// Every unit's row that is behind or overdue in the quarter, overdue first, in printed order; with cause,
    /// countermeasure and new date for the units whose words may be read.
    /// </summary>
    public IReadOnlyList<ExceptionRow> Exceptions(Func<int, bool> mayReadWords) =>
    [
        .. table.Rows
            .Where(row => _tracked.Contains(row.MeasureId))
            .SelectMany(row => table.UnitsOf(row.MeasureId).Where(one => one.Role == AssignmentRole.Lead), (row, unit) => (row, unit))
            .Select(pair => (pair.row, pair.unit, Light: standings.OfAssignment(pair.unit.AssignmentId, pair.row.MeasureId, quarter)))
            .Where(one => one.Light.IsException())
            .OrderBy(one => one.Light)
            .Select(one => Exception(one.row, one.unit, one.Light, mayReadWords(one.unit.UnitId))),
    ];

    private ExceptionRow Exception(OutlineRow row, RowUnit unit, Light light, bool hasWords)
    {
        var report = hasWords ? standings.LatestCause(unit.AssignmentId, quarter) : null;
        return new ExceptionRow(row.MeasureId, $"{row.Text.Number} {row.Text.Approach}".TrimStart(), unit.Name, light)
        {
            Cause = report?.Cause ?? "",
            Countermeasure = report?.Countermeasure ?? "",
            ExpectedDoneOn = report?.ExpectedDoneOn,
        };
    }

    private IEnumerable<RowUnit> Leads() =>
        table.Units.Where(one => one.Role == AssignmentRole.Lead && _tracked.Contains(one.MeasureId));

    private List<HeatRow> AreaRows() =>
    [
        .. table.Rows.Where(row => _tracked.Contains(row.MeasureId))
            .GroupBy(row => row.Place.Leaf.Id)
            .Select(rows => new HeatRow(
                NameOf(rows.First().Place),
                $"&area={rows.Key}",
                Cells(at => rows.Select(row => standings.OfMeasure(row.MeasureId, at))))),
    ];

    private List<HeatRow> UnitRows(IEnumerable<RowUnit> leads) =>
    [
        .. leads.GroupBy(one => one.UnitId).OrderBy(unit => unit.Key)
            .Select(unit => new HeatRow(
                unit.First().Name,
                $"&unit={unit.Key}",
                Cells(at => unit.Select(one => standings.OfAssignment(one.AssignmentId, one.MeasureId, at))))),
    ];

    private IReadOnlyList<HeatCell?> Cells(Func<Quarter, IEnumerable<Light>> lights) =>
        [.. Quarter.AllOf(quarter.Year).Select(at => Shown.Contains(at) ? Cell(at.Number, [.. lights(at)]) : null)];

    private static HeatCell Cell(int number, IReadOnlyCollection<Light> lights) =>
        new(number, Lights.Worst(lights), lights.Count(light => light.IsException()), lights.Count);

    private static string NameOf(OutlinePlace place) =>
        place.SubArea is { } sub ? $"{place.Area.Text}／{sub.Text}" : place.Area.Text;
}
