namespace QualityPlan.Domain.People;

/// <summary>Who acts: an account as it stands at this request, with its roles and its own unit.</summary>
public sealed record Actor(int AccountId, string Name, IReadOnlySet<Role> Roles, int? UnitId)
{
    /// <summary>The program itself: opens rounds, fills in the demonstration.</summary>
    public static readonly Actor System = new(0, "系統", new HashSet<Role>(), null);

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Holds a role whose view reaches over the whole library.</summary>
    public bool SeesAllUnits =>
        Is(Role.PlanOffice) || Is(Role.DeputyConvener) || Is(Role.Convener) || Is(Role.Auditor);

    public bool MaySee(int unitId) => SeesAllUnits || UnitId == unitId;
}
