using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>Turns a table, its standings and a filter into the lines, counts and choices of the plan page.</summary>
public sealed class TableView(PlanTable table, PlanStandings? standings, Quarter? quarter)
{
    private List<(OutlineRow Row, Light? Light)>? _admitted;

    public required PlanFilter Filter { get; init; }

    public required PlanHead Plan { get; init; }

    public IReadOnlyList<TableRow> Rows()
    {
        var shown = Admitted().Where(one => Filter.Light is null || one.Light == Filter.Light).ToList();
        var spans = Domain.Plans.Outline.Spans(shown.Select(one => one.Row).ToList());
        return shown.Select((one, index) => Line(one.Row, spans[index], one.Light)).ToList();
    }

    /// <summary>The seven counts over what the filter admits, whichever light it asks for.</summary>
    public IReadOnlyDictionary<Light, int> Counts() => Admitted()
        .Where(one => one.Light is not null)
        .GroupBy(one => one.Light!.Value)
        .ToDictionary(group => group.Key, group => group.Count());

    public IReadOnlyList<(int Id, string Name)> UnitChoices() => table.Units
        .DistinctBy(unit => unit.UnitId)
        .Select(unit => (unit.UnitId, unit.Name))
        .ToList();

    /// <summary>Areas in the table's order, a sub area under its own.</summary>
    public IReadOnlyList<(int Id, string Name)> AreaChoices() => table.Rows
        .SelectMany(row => row.Place.SubArea is { } sub
            ? new[] { (row.Place.Area.Id, row.Place.Area.Text), (sub.Id, "　" + sub.Text) }
            : [(row.Place.Area.Id, row.Place.Area.Text)])
        .DistinctBy(choice => choice.Id)
        .ToList();

    private List<(OutlineRow Row, Light? Light)> Admitted() => _admitted ??= table.Rows
        .Where(row => Filter.Admits(row, table))
        .Select(row => (row, LightOf(row)))
        .ToList();

    private Light? LightOf(OutlineRow row)
    {
        if (standings is null || quarter is not { } asked || !StandingsReader.IsTracked(row.Control))
        {
            return null;
        }
        if (Filter.Unit is not { } unitId)
        {
            return standings.OfMeasure(row.MeasureId, asked);
        }
        var own = table.UnitsOf(row.MeasureId).First(one => one.UnitId == unitId);
        return own.Role == AssignmentRole.Lead ? standings.OfAssignment(own.AssignmentId, row.MeasureId, asked) : null;
    }

    private TableRow Line(OutlineRow row, OutlineSpan span, Light? light)
    {
        var checkpoints = table.CheckpointsOf(row.MeasureId).ToList();
        var (filed, asked) = standings is not null && quarter is { } of ? standings.Filed(row.MeasureId, of) : (0, 0);
        return new TableRow(row, span)
        {
            Light = light,
            Filed = filed,
            Asked = asked,
            Checkpoints = checkpoints,
            Leads = UnitsOf(row, row.Text.Units, AssignmentRole.Lead),
            Supports = UnitsOf(row, row.Text.SupportingUnits, AssignmentRole.Support),
            Undecided = table.OpenDecisionsOf(row),
            IsDueBeforeIssue = checkpoints.Exists(one => one.DueOn < Plan.IssuedOn),
            Days = string.Join('、', checkpoints.Select(Words)),
        };
    }

    private IReadOnlyList<string> UnitsOf(OutlineRow row, string written, AssignmentRole role) => written.Length > 0
        ? written.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : table.UnitsOf(row.MeasureId).Where(unit => unit.Role == role).Select(unit => unit.GroupName ?? unit.Name).Distinct().ToList();

    /// <summary>「6/30（3次）」; the year only where it is not the plan's own.</summary>
    private string Words(RowCheckpoint one)
    {
        var day = Plan.Year == RocYear.FromDate(one.DueOn) ? $"{one.DueOn.Month}/{one.DueOn.Day}" : RocDate.Short(one.DueOn);
        return one.ExpectedCount is { } count ? $"{day}（{count}次）" : day;
    }
}
