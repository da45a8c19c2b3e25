using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>The filing's axis: 未填 → 暫存 → 已送審 → (退回補正 →) 主管核可 → 已彙整 → 鎖定.</summary>
public enum FilingState { Empty, Draft, Submitted, Returned, Approved, Compiled, Locked }

/// <summary>What may be done to a unit's filing.</summary>
public enum FilingAction
{
    /// <summary>暫存.</summary>
    Save,

    /// <summary>送審.</summary>
    Submit,

    /// <summary>抽回: take back what the head has not yet looked at.</summary>
    Withdraw,

    /// <summary>核可.</summary>
    Approve,

    /// <summary>退回補正.</summary>
    Return,

    /// <summary>彙整.</summary>
    Compile,

    /// <summary>鎖定: happens to every compiled filing when the convener signs.</summary>
    Lock,
}

/// <summary>The filing's workflow as a table; a plan office that saves or submits does so on the unit's behalf (代填).</summary>
public static class FilingWorkflow
{
    public static readonly Workflow<FilingState, FilingAction> Table = new("單位填報",
    [
        new(FilingState.Empty, FilingAction.Save, Role.Reporter, FilingState.Draft),
        new(FilingState.Empty, FilingAction.Save, Role.PlanOffice, FilingState.Draft),
        new(FilingState.Draft, FilingAction.Save, Role.Reporter, FilingState.Draft),
        new(FilingState.Draft, FilingAction.Save, Role.PlanOffice, FilingState.Draft),
        new(FilingState.Draft, FilingAction.Submit, Role.Reporter, FilingState.Submitted),
        new(FilingState.Draft, FilingAction.Submit, Role.PlanOffice, FilingState.Submitted),
        new(FilingState.Submitted, FilingAction.Withdraw, Role.Reporter, FilingState.Draft),
        new(FilingState.Submitted, FilingAction.Approve, Role.UnitHead, FilingState.Approved),
        new(FilingState.Submitted, FilingAction.Return, Role.UnitHead, FilingState.Returned),
        new(FilingState.Returned, FilingAction.Save, Role.Reporter, FilingState.Returned),
        new(FilingState.Returned, FilingAction.Save, Role.PlanOffice, FilingState.Returned),
        new(FilingState.Returned, FilingAction.Submit, Role.Reporter, FilingState.Submitted),
        new(FilingState.Returned, FilingAction.Submit, Role.PlanOffice, FilingState.Submitted),
        new(FilingState.Approved, FilingAction.Return, Role.PlanOffice, FilingState.Returned),
        new(FilingState.Approved, FilingAction.Compile, Role.PlanOffice, FilingState.Compiled),
        new(FilingState.Compiled, FilingAction.Return, Role.PlanOffice, FilingState.Returned),
        new(FilingState.Compiled, FilingAction.Lock, Role.Convener, FilingState.Locked),
    ]);

    public static string Chinese(this FilingState state) => state switch
    {
        FilingState.Empty => "未填",
        FilingState.Draft => "暫存",
        FilingState.Submitted => "已送審",
        FilingState.Returned => "退回補正",
        FilingState.Approved => "主管核可",
        FilingState.Compiled => "已彙整",
        FilingState.Locked => "鎖定",
        _ => state.ToString(),
    };

    /// <summary>The sign that stands before the word; a colour never stands alone.</summary>
    public static string Shape(this FilingState state) => state switch
    {
        FilingState.Empty => "○",
        FilingState.Draft => "◔",
        FilingState.Submitted => "▷",
        FilingState.Returned => "↩",
        FilingState.Approved => "✓",
        FilingState.Compiled => "●",
        FilingState.Locked => "■",
        _ => "",
    };

    public static string Chinese(this FilingAction action) => action switch
    {
        FilingAction.Save => "暫存",
        FilingAction.Submit => "送審",
        FilingAction.Withdraw => "抽回",
        FilingAction.Approve => "核可",
        FilingAction.Return => "退回補正",
        FilingAction.Compile => "彙整",
        FilingAction.Lock => "鎖定",
        _ => action.ToString(),
    };

    /// <summary>Whether the words count as filed: submitted at least once and not taken back.</summary>
    public static bool IsFiled(this FilingState state) => state is not (FilingState.Empty or FilingState.Draft);
}
