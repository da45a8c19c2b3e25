using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>What happened in the library up to now, one thing after the other, each at its own hour.</summary>
internal sealed class Story(StoryClock clock)
{
    private readonly List<(DateTime AtUtc, int Order, Func<DateTime, Task> Happen)> _events = [];

    public void Tell(DateTime atUtc, Func<DateTime, Task> happen) => _events.Add((atUtc, _events.Count, happen));

    public void Tell(DateTime atUtc, Action<DateTime> happen) => Tell(atUtc, at =>
    {
        happen(at);
        return Task.CompletedTask;
    });

    public async Task HappenAsync()
    {
        foreach (var (atUtc, _, happen) in _events.OrderBy(one => one.AtUtc).ThenBy(one => one.Order))
        {
            clock.Set(atUtc);
            await happen(atUtc);
        }
    }

    /// <summary>In the story nobody tries what the rules forbid; a no is a mistake in the story.</summary>
    public static void Must(Verdict verdict)
    {
        if (!verdict.IsAllowed)
        {
            throw new InvalidOperationException($"The demonstration breaks the rule {verdict.Rule}: {verdict.Sentence}");
        }
    }
}

/// <summary>The clock of the story, by which the trail is written.</summary>
internal sealed class StoryClock : TimeProvider
{
    private DateTimeOffset _now;

    public void Set(DateTime utc) => _now = new DateTimeOffset(utc, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;
}

/// <summary>Spreads what happens over the working hours (9 to 17) between two instants.</summary>
internal sealed class WorkingHours(OfficeCalendar calendar)
{
    private static readonly TimeSpan Begin = TimeSpan.FromHours(9);
    private static readonly TimeSpan End = TimeSpan.FromHours(17);

    /// <summary>The instant after the share (0 to 1) of the working time; plain time when there is none between them.</summary>
    public DateTime At(Span span, double share)
    {
        var days = Days(span).ToList();
        var left = TimeSpan.FromTicks((long)(days.Sum(day => (day.To - day.From).Ticks) * share));
        foreach (var (from, to) in days)
        {
            if (left <= to - from)
            {
                return WholeSecond(from + left);
            }
            left -= to - from;
        }
        return WholeSecond(days.Count > 0 ? days[^1].To : span.FromUtc + ((span.ToUtc - span.FromUtc) * share));
    }

    private IEnumerable<(DateTime From, DateTime To)> Days(Span span)
    {
        for (var day = TaipeiClock.DateAt(span.FromUtc); TaipeiClock.StartOfDay(day) < span.ToUtc; day = day.AddDays(1))
        {
            var from = Later(span.FromUtc, TaipeiClock.StartOfDay(day) + Begin);
            var to = Earlier(span.ToUtc, TaipeiClock.StartOfDay(day) + End);
            if (calendar.IsWorkingDay(day) && from < to)
            {
                yield return (from, to);
            }
        }
    }

    private static DateTime WholeSecond(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

/// <summary>A stretch of time, UTC.</summary>
internal readonly record struct Span(DateTime FromUtc, DateTime ToUtc)
{
    public Span Part(double from, double to) => new(FromUtc + ((ToUtc - FromUtc) * from), FromUtc + ((ToUtc - FromUtc) * to));
}
