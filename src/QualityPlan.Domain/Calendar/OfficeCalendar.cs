using System.Collections.Frozen;

namespace QualityPlan.Domain.Calendar;

/// <summary>
/// 辦公日曆: which days are working days (上班日). A weekend day works only when it is a make-up day
/// (補行上班日); any other day works unless it is a holiday. The source is the yearly
/// 「政府行政機關辦公日曆表」 of 行政院人事行政總處.
/// </summary>
public sealed class OfficeCalendar
{
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<DateOnly> _makeUpDays;
    private readonly FrozenSet<DayOfWeek> _weekend;

    /// <summary>Saturday and Sunday off, no holidays known.</summary>
    public static readonly OfficeCalendar WeekendsOnly = new([], []);

    public OfficeCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays)
        : this(holidays, makeUpDays, [DayOfWeek.Saturday, DayOfWeek.Sunday])
    {
    }

    /// <summary>Throws <see cref="ArgumentException"/> when the weekend leaves no day to work on.</summary>
    public OfficeCalendar(
        IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays, IEnumerable<DayOfWeek> weekend)
    {
        _holidays = holidays.ToFrozenSet();
        _makeUpDays = makeUpDays.ToFrozenSet();
        _weekend = weekend.ToFrozenSet();
        if (_weekend.Count > 6)
        {
            throw new ArgumentException("A week needs a working day.", nameof(weekend));
        }
    }

    public bool IsWorkingDay(DateOnly date) =>
        _makeUpDays.Contains(date) || (!_weekend.Contains(date.DayOfWeek) && !_holidays.Contains(date));

    /// <summary>The day itself when it works, otherwise the first working day after it (順延).</summary>
    public DateOnly NextWorkingDayOnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>
    /// The n-th working day after the date, the date itself not counted; 0 gives the date back, a negative
    /// number counts backwards.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>Working days from the first to the last day, both included; 0 when they are the wrong way round.</summary>
    public int CountWorkingDays(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var number = from.DayNumber; number <= to.DayNumber; number++)
        {
            count += IsWorkingDay(DateOnly.FromDayNumber(number)) ? 1 : 0;
        }

        return count;
    }
}
