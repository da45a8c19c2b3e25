using System.Globalization;

namespace QualityPlan.Domain.Calendar;

/// <summary>
/// 民國年度: 115 is 2026. From 1 (1912) to 999; the constructor throws
/// <see cref="ArgumentOutOfRangeException"/> outside. Its days are those of the calendar year, which is
/// also the budget year since 民國90年 (預算法第12條).
/// </summary>
public readonly record struct RocYear : IComparable<RocYear>
{
    private const int Offset = 1911;

    public const int First = 1;

    public const int Last = 999;

    public RocYear(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Last);
        Value = value;
    }

    public int Value { get; }

    public int Gregorian => Value + Offset;

    public DateOnly FirstDay => new(Gregorian, 1, 1);

    /// <summary>31 December, inclusive.</summary>
    public DateOnly LastDay => new(Gregorian, 12, 31);

    public RocYear Next => new(Value + 1);

    public RocYear Previous => new(Value - 1);

    public static RocYear FromDate(DateOnly date) => FromGregorian(date.Year);

    public static RocYear FromGregorian(int year) => new(year - Offset);

    /// <summary>Whether a number can be a 民國 year at all.</summary>
    public static bool IsValid(int value) => value is >= First and <= Last;

    public int CompareTo(RocYear other) => Value.CompareTo(other.Value);

    public static bool operator <(RocYear left, RocYear right) => left.Value < right.Value;

    public static bool operator >(RocYear left, RocYear right) => left.Value > right.Value;

    public static bool operator <=(RocYear left, RocYear right) => left.Value <= right.Value;

    public static bool operator >=(RocYear left, RocYear right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
