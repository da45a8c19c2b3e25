using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Plans;

/// <summary>The plan's own axis: 草案 → 已核定 → 結案.</summary>
public enum PlanState { Draft, Approved, Closed }

/// <summary>What may be done to a whole plan.</summary>
public enum PlanAction { Edit, Approve, Close }

/// <summary>The plan's workflow as a table.</summary>
public static class PlanWorkflow
{
    public static readonly Workflow<PlanState, PlanAction> Table = new("計畫",
    [
        new(PlanState.Draft, PlanAction.Edit, Role.PlanOffice, PlanState.Draft),
        new(PlanState.Draft, PlanAction.Approve, Role.PlanOffice, PlanState.Approved),
        new(PlanState.Approved, PlanAction.Close, Role.PlanOffice, PlanState.Closed),
    ]);
}

/// <summary>Who reads plans: a draft only who works on it or signs it, an approved plan everyone but administrators.</summary>
public static class PlanReaders
{
    private static readonly Role[] OfDrafts =
        [Role.PlanOffice, Role.DeputyConvener, Role.Convener, Role.UnitHead, Role.Reporter];

    private static readonly Role[] OfApproved = [.. OfDrafts, Role.Auditor, Role.Viewer];

    /// <summary>The states in which the actor may read plans; empty when none.</summary>
    public static IReadOnlyList<PlanState> StatesFor(Actor actor) =>
        OfDrafts.Any(actor.Is) ? [PlanState.Draft, PlanState.Approved, PlanState.Closed]
        : OfApproved.Any(actor.Is) ? [PlanState.Approved, PlanState.Closed]
        : [];

    /// <summary>Sees the standing of rounds under way; who only reads sees rounds once they are signed.</summary>
    public static bool SeesOpenRounds(Actor actor) => OfDrafts.Any(actor.Is) || actor.Is(Role.Auditor);
}

/// <summary>The zh-TW names.</summary>
public static class PlanStates
{
    public static string Chinese(this PlanState state) => state switch
    {
        PlanState.Draft => "草案",
        PlanState.Approved => "已核定",
        PlanState.Closed => "已結案",
        _ => state.ToString(),
    };

    public static string Chinese(this PlanAction action) => action switch
    {
        PlanAction.Edit => "編輯",
        PlanAction.Approve => "核定",
        PlanAction.Close => "結案",
        _ => action.ToString(),
    };
}
