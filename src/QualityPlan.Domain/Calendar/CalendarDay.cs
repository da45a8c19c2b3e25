namespace QualityPlan.Domain.Calendar;

/// <summary>辦公日曆表 of the government, one exception a row: a weekday off, or a weekend day worked.</summary>
public sealed class CalendarDay
{
    public CalendarDay(DateOnly date, bool isWorking, string name)
    {
        Date = date;
        IsWorking = isWorking;
        Name = name;
    }

    private CalendarDay() => Name = "";

    public int Id { get; private set; }

    public DateOnly Date { get; private set; }

    /// <summary>True for a 補班日, false for a holiday.</summary>
    public bool IsWorking { get; private set; }

    public string Name { get; private set; }
}
