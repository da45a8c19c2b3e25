namespace QualityPlan.Domain.Calendar;

/// <summary>
/// 日期的讀取結果: a date, or a zh-TW sentence for the person who typed it. <see cref="Suggestion"/> is the
/// day probably meant; it is offered, never taken without asking.
/// </summary>
public readonly record struct RocDateReading
{
    private RocDateReading(DateOnly? date, string reason, DateOnly? suggestion)
    {
        Date = date;
        Reason = reason;
        Suggestion = suggestion;
    }

    public DateOnly? Date { get; }

    /// <summary>Empty when there is a date.</summary>
    public string Reason { get; }

    public DateOnly? Suggestion { get; }

    public static RocDateReading Of(DateOnly date) => new(date, "", null);

    public static RocDateReading Unreadable(string reason, DateOnly? suggestion = null) =>
        new(null, reason, suggestion);
}
