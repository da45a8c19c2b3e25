namespace QualityPlan.Domain.Plans;

/// <summary>承辦單位: one unit carrying one measure, as 主辦 or 協辦.</summary>
public sealed class Assignment
{
    internal Assignment(Assignee assignee)
    {
        UnitId = assignee.UnitId;
        UnitName = assignee.UnitName;
        Role = assignee.Role;
        GroupName = assignee.GroupName;
    }

    private Assignment() => UnitName = "";

    public int Id { get; private set; }

    public int MeasureId { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>The unit's name when it was assigned; history keeps it through renames.</summary>
    public string UnitName { get; private set; }

    public AssignmentRole Role { get; private set; }

    /// <summary>The group (各單位) through which the unit came in, null when it is named itself.</summary>
    public string? GroupName { get; private set; }
}

/// <summary>A unit that is to carry a measure.</summary>
public sealed record Assignee(int UnitId, string UnitName, AssignmentRole Role, string? GroupName = null);

/// <summary>主辦 or 協辦.</summary>
public enum AssignmentRole
{
    /// <summary>主辦: its standing is the measure's standing.</summary>
    Lead,

    /// <summary>協辦: reports beside the lead, does not decide the light.</summary>
    Support,
}
