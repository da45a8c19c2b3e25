namespace QualityPlan.Benchmarks;

/// <summary>Stands still at 10:00 in Taipei of the day up to which the libraries are filled.</summary>
internal sealed class BenchClock : TimeProvider
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
}
