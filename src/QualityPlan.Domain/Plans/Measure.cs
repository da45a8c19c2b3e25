using QualityPlan.Domain.Deadlines;

namespace QualityPlan.Domain.Plans;

/// <summary>推動作法: the tracked row of a plan, with its deadline as written and as read, and the units that carry it.</summary>
public sealed class Measure
{
    public const int ApproachLength = 4000;

    private readonly List<Checkpoint> _checkpoints = [];
    private readonly List<Assignment> _assignments = [];

    public Measure(int planId, PlanItem item, int position, MeasureText text)
    {
        PlanId = planId;
        Item = item;
        Position = position;
        Number = "";
        Approach = "";
        DeadlineText = "";
        UnitsText = "";
        SupportingUnitsText = "";
        Write(text);
        Version = 0;
    }

    private Measure()
    {
        Item = null!;
        Number = "";
        Approach = "";
        DeadlineText = "";
        UnitsText = "";
        SupportingUnitsText = "";
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int PlanItemId { get; private set; }

    public PlanItem Item { get; private set; }

    /// <summary>Order within the plan where the printed numbers do not decide.</summary>
    public int Position { get; private set; }

    /// <summary>The number as printed, may be empty.</summary>
    public string Number { get; private set; }

    public string Approach { get; private set; }

    /// <summary>完成期限 as written; never rewritten by a reading or a decision.</summary>
    public string DeadlineText { get; private set; }

    /// <summary>承辦單位 as written, names joined by 、.</summary>
    public string UnitsText { get; private set; }

    /// <summary>協辦單位 as written.</summary>
    public string SupportingUnitsText { get; private set; }

    public DeadlineKind DeadlineKind { get; private set; }

    /// <summary>True when a person chose the checkpoints because the text says nothing that can be read.</summary>
    public bool IsDeadlineDecided { get; private set; }

    /// <summary>True while a name in the unit columns is not known.</summary>
    public bool HasUnknownUnit { get; private set; }

    public MeasureControl Control { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<Checkpoint> Checkpoints => _checkpoints;

    public IReadOnlyCollection<Assignment> Assignments => _assignments;

    /// <summary>What still needs a decision before 核定, in words; empty when nothing does.</summary>
    public IReadOnlyList<string> Undecided => OpenDecisions(
        DeadlineKind, HasUnknownUnit, _assignments.Any(assignment => assignment.Role == AssignmentRole.Lead));

    /// <summary>The same for a row that was only read, from the facts that decide it.</summary>
    public static IReadOnlyList<string> OpenDecisions(DeadlineKind kind, bool hasUnknownUnit, bool hasLead)
    {
        var open = new List<string>();
        if (kind == DeadlineKind.Undecided)
        {
            open.Add("完成期限空白");
        }
        if (kind == DeadlineKind.NotUnderstood)
        {
            open.Add("完成期限無法判讀");
        }
        if (hasUnknownUnit)
        {
            open.Add("有不認得的單位");
        }
        if (!hasLead)
        {
            open.Add("沒有主辦單位");
        }
        return open;
    }

    public void Write(MeasureText text)
    {
        Number = text.Number.Trim();
        Approach = text.Approach.Trim();
        DeadlineText = text.Deadline.Trim();
        UnitsText = text.Units.Trim();
        SupportingUnitsText = text.SupportingUnits.Trim();
        Version++;
    }

    /// <summary>Takes over what was read from the text, or what a person decided in its place.</summary>
    public void Schedule(DeadlineKind kind, IEnumerable<(DateOnly DueOn, int? ExpectedCount)> checkpoints, bool isDecided)
    {
        _checkpoints.Clear();
        foreach (var (dueOn, expected) in checkpoints.OrderBy(one => one.DueOn))
        {
            _checkpoints.Add(new Checkpoint(_checkpoints.Count + 1, dueOn, expected));
        }
        DeadlineKind = kind;
        IsDeadlineDecided = isDecided;
        Version++;
    }

    /// <summary>Gives the measure to units; one that is named twice is kept once, as lead if it leads anywhere.</summary>
    public void Assign(IEnumerable<Assignee> assignees, bool hasUnknownUnit)
    {
        var wanted = assignees
            .GroupBy(one => one.UnitId)
            .Select(same => same.OrderBy(one => one.Role).First())
            .ToList();
        _assignments.RemoveAll(old => wanted.All(one => one.UnitId != old.UnitId || one.Role != old.Role));
        foreach (var one in wanted.Where(one => _assignments.All(old => old.UnitId != one.UnitId)))
        {
            _assignments.Add(new Assignment(one));
        }
        HasUnknownUnit = hasUnknownUnit;
        Version++;
    }

    /// <summary>
    /// Changes places with a neighbour: position and printed number go over, so that the numbers stay in order.
    /// </summary>
    public void TradePlaces(Measure other)
    {
        (Position, other.Position) = (other.Position, Position);
        (Number, other.Number) = (other.Number, Number);
        Version++;
        other.Version++;
    }

    public void MoveTo(PlanItem item, int position)
    {
        Item = item;
        Position = position;
        Version++;
    }
}

/// <summary>The texts of a row as printed.</summary>
public sealed record MeasureText(string Number, string Approach, string Deadline, string Units)
{
    public string SupportingUnits { get; init; } = "";
}

/// <summary>The control axis of a measure: 列管中 and what an amendment makes of it.</summary>
public enum MeasureControl { Tracked, ExtensionAsked, Released, Cancelled, CarriedOver }

/// <summary>The zh-TW names.</summary>
public static class MeasureControls
{
    public static string Chinese(this MeasureControl control) => control switch
    {
        MeasureControl.Tracked => "列管中",
        MeasureControl.ExtensionAsked => "展延申請中",
        MeasureControl.Released => "解除列管",
        MeasureControl.Cancelled => "撤銷列管",
        MeasureControl.CarriedOver => "移列下年度",
        _ => control.ToString(),
    };
}
