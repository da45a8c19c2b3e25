namespace QualityPlan.Domain.Progress;

/// <summary>燈號: the computed standing of a row in a quarter; never typed, never stored. Ordered from worst to best for rolling up.</summary>
public enum Light
{
    /// <summary>■ 逾期: due before the quarter and still not done.</summary>
    Overdue,

    /// <summary>▲ 落後: due in the quarter and not done, 未達成, or behind the planned percent.</summary>
    Behind,

    /// <summary>－ 未填報: the window closed and nothing was filed. Not the same as 0 %.</summary>
    NotReported,

    /// <summary>● 如期 (辦理中).</summary>
    OnTrack,

    /// <summary>◆ 持續辦理.</summary>
    Continuing,

    /// <summary>○ 未到期: nothing owed yet.</summary>
    NotDue,

    /// <summary>✔ 已完成.</summary>
    Completed,
}

/// <summary>Word and shape of each light; a colour never stands alone.</summary>
public static class Lights
{
    public static readonly IReadOnlyList<Light> InReadingOrder =
        [Light.Completed, Light.Continuing, Light.OnTrack, Light.Behind, Light.Overdue, Light.NotReported, Light.NotDue];

    public static string Chinese(this Light light) => light switch
    {
        Light.Overdue => "逾期",
        Light.Behind => "落後",
        Light.NotReported => "未填報",
        Light.OnTrack => "如期",
        Light.Continuing => "持續辦理",
        Light.NotDue => "未到期",
        Light.Completed => "已完成",
        _ => light.ToString(),
    };

    public static string Shape(this Light light) => light switch
    {
        Light.Overdue => "■",
        Light.Behind => "▲",
        Light.NotReported => "－",
        Light.OnTrack => "●",
        Light.Continuing => "◆",
        Light.NotDue => "○",
        Light.Completed => "✔",
        _ => "",
    };

    /// <summary>Behind or overdue: what the director sees first.</summary>
    public static bool IsException(this Light light) => light is Light.Overdue or Light.Behind;

    /// <summary>The worst light of several; not due when there is none.</summary>
    public static Light Worst(IEnumerable<Light> lights) => lights.DefaultIfEmpty(Light.NotDue).Min();
}
