using QualityPlan.Domain.Calendar;

namespace QualityPlan.Domain.Deadlines;

/// <summary>起訖期間: two days, both included.</summary>
internal readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    /// <summary>The part of each quarter that lies in the span, in order.</summary>
    public IEnumerable<DaySpan> ByQuarter()
    {
        for (var quarter = Quarter.Of(From); quarter.FirstDay <= To; quarter = quarter.Next)
        {
            yield return new DaySpan(
                quarter.FirstDay > From ? quarter.FirstDay : From,
                quarter.LastDay < To ? quarter.LastDay : To);
        }
    }

    public int CountWeekdays(IReadOnlyCollection<DayOfWeek> days)
    {
        var count = 0;
        for (var number = From.DayNumber; number <= To.DayNumber; number++)
        {
            count += days.Contains(DateOnly.FromDayNumber(number).DayOfWeek) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Months touched by the span whose number (1 to 12) passes.</summary>
    public int CountMonths(Func<int, bool> passes)
    {
        var count = 0;
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= To; month = month.AddMonths(1))
        {
            count += passes(month.Month) ? 1 : 0;
        }

        return count;
    }
}
