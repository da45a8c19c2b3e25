using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>彙整中 → 陳副召集人 → 陳召集人 → 核定(鎖定).</summary>
public enum CompiledReportState { Compiling, AwaitingDeputy, AwaitingConvener, Signed }

/// <summary>What may be done to the round's compiled report.</summary>
public enum CompiledReportAction
{
    /// <summary>編修彙整文字.</summary>
    Word,

    /// <summary>陳核.</summary>
    SendUp,

    /// <summary>抽回: the plan office takes it back before anybody signed.</summary>
    Withdraw,

    /// <summary>簽核.</summary>
    Sign,

    /// <summary>退回.</summary>
    Return,
}

/// <summary>The compiled report's workflow as a table.</summary>
public static class CompiledReportWorkflow
{
    public static readonly Workflow<CompiledReportState, CompiledReportAction> Table = new("彙整報告",
    [
        new(CompiledReportState.Compiling, CompiledReportAction.Word, Role.PlanOffice, CompiledReportState.Compiling),
        new(CompiledReportState.Compiling, CompiledReportAction.SendUp, Role.PlanOffice, CompiledReportState.AwaitingDeputy),
        new(CompiledReportState.AwaitingDeputy, CompiledReportAction.Withdraw, Role.PlanOffice, CompiledReportState.Compiling),
        new(CompiledReportState.AwaitingDeputy, CompiledReportAction.Sign, Role.DeputyConvener, CompiledReportState.AwaitingConvener),
        new(CompiledReportState.AwaitingDeputy, CompiledReportAction.Return, Role.DeputyConvener, CompiledReportState.Compiling),
        new(CompiledReportState.AwaitingConvener, CompiledReportAction.Sign, Role.Convener, CompiledReportState.Signed),
        new(CompiledReportState.AwaitingConvener, CompiledReportAction.Return, Role.Convener, CompiledReportState.Compiling),
    ]);

    public static string Chinese(this CompiledReportState state) => state switch
    {
        CompiledReportState.Compiling => "彙整中",
        CompiledReportState.AwaitingDeputy => "陳副召集人",
        CompiledReportState.AwaitingConvener => "陳召集人",
        CompiledReportState.Signed => "核定（鎖定）",
        _ => state.ToString(),
    };

    public static string Chinese(this CompiledReportAction action) => action switch
    {
        CompiledReportAction.Word => "編修彙整文字",
        CompiledReportAction.SendUp => "陳核",
        CompiledReportAction.Withdraw => "抽回",
        CompiledReportAction.Sign => "簽核",
        CompiledReportAction.Return => "退回",
        _ => action.ToString(),
    };
}
