namespace QualityPlan.Domain.Calendar;

/// <summary>
/// 季: a quarter of a 民國 year, numbered 1 to 4; first and last day inclusive. The constructor throws
/// <see cref="ArgumentOutOfRangeException"/> for any other number.
/// </summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    public Quarter(RocYear year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        Year = year;
        Number = number;
    }

    public RocYear Year { get; }

    public int Number { get; }

    /// <summary>The month (1 to 12) the quarter begins with.</summary>
    public int FirstMonth => (Number * 3) - 2;

    public DateOnly FirstDay => new(Year.Gregorian, FirstMonth, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public Quarter Next => Number < 4 ? new(Year, Number + 1) : new(Year.Next, 1);

    public Quarter Previous => Number > 1 ? new(Year, Number - 1) : new(Year.Previous, 4);

    public static Quarter Of(DateOnly date) => new(RocYear.FromDate(date), ((date.Month - 1) / 3) + 1);

    public static IReadOnlyList<Quarter> AllOf(RocYear year) =>
        [new(year, 1), new(year, 2), new(year, 3), new(year, 4)];

    /// <summary>One number that sorts and subtracts like the quarter itself; for columns and sort keys.</summary>
    public int ToIndex() => (Year.Value * 4) + Number - 1;

    public static Quarter FromIndex(int index) => new(new RocYear(index / 4), (index % 4) + 1);

    public bool Contains(DateOnly date) => date >= FirstDay && date <= LastDay;

    public int CompareTo(Quarter other) => ToIndex().CompareTo(other.ToIndex());

    public static bool operator <(Quarter left, Quarter right) => left.ToIndex() < right.ToIndex();

    public static bool operator >(Quarter left, Quarter right) => left.ToIndex() > right.ToIndex();

    public static bool operator <=(Quarter left, Quarter right) => left.ToIndex() <= right.ToIndex();

    public static bool operator >=(Quarter left, Quarter right) => left.ToIndex() >= right.ToIndex();

    /// <summary>「115年第1季」.</summary>
    public override string ToString() => $"{Year}年第{Number}季";
}
