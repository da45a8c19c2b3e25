namespace QualityPlan.Web.Features.Shared;

/// <summary>How long there is until a day, in words; the day itself is still in time.</summary>
public static class DaysLeft
{
    public static string Of(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "今天截止",
        > 0 and var left => $"還有{left}天",
        var over => $"已過{-over}天",
    };
}
