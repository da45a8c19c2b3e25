namespace QualityPlan.WebTests;

/// <summary>A clock that stands still until a test moves it. It begins on 115/4/7 (a Tuesday), 10:00 in Taipei.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 4, 7, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan span) => _now += span;

    /// <summary>Moves it to 10:00 in Taipei of a day.</summary>
    public void SetDay(DateOnly day) => _now = new DateTimeOffset(day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
}
