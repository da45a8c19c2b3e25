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
