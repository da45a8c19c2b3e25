namespace QualityPlan.Domain.Progress;

/// <summary>The state staff choose for a row; the light is computed, never chosen.</summary>
public enum ReportState
{
    /// <summary>未開始.</summary>
    NotStarted,

    /// <summary>辦理中.</summary>
    InProgress,

    /// <summary>持續辦理.</summary>
    Continuing,

    /// <summary>已完成.</summary>
    Completed,

    /// <summary>未達成.</summary>
    NotAchieved,
}

/// <summary>The zh-TW names.</summary>
public static class ReportStates
{
    public static string Chinese(this ReportState state) => state switch
    {
        ReportState.NotStarted => "未開始",
        ReportState.InProgress => "辦理中",
        ReportState.Continuing => "持續辦理",
        ReportState.Completed => "已完成",
        ReportState.NotAchieved => "未達成",
        _ => state.ToString(),
    };
}
