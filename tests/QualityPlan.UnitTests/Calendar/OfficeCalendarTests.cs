using QualityPlan.Domain.Calendar;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Calendar;

public class OfficeCalendarTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1); // a Thursday

    private static readonly OfficeCalendar Calendar = new(
        holidays: [NewYear, new DateOnly(2026, 1, 2)],
        makeUpDays: [new DateOnly(2026, 1, 10)]); // a Saturday

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)] // holiday
    [InlineData("2026-01-03", false)] // Saturday
    [InlineData("2026-01-05", true)]
    [InlineData("2026-01-10", true)] // make-up Saturday
    [InlineData("2026-01-11", false)]
    public void A_day_works_or_not(string day, bool works) =>
        Calendar.IsWorkingDay(DateOnly.Parse(day)).ShouldBe(works);

    [Theory]
    [InlineData("2026-01-01", "2026-01-05")] // holiday, bridge, weekend
    [InlineData("2026-01-05", "2026-01-05")]
    [InlineData("2026-01-10", "2026-01-10")]
    public void A_day_off_is_moved_to_the_next_working_day(string day, string expected) =>
        Calendar.NextWorkingDayOnOrAfter(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("2025-12-31", 0, "2025-12-31")]
    [InlineData("2025-12-31", 1, "2026-01-05")]
    [InlineData("2025-12-31", 6, "2026-01-10")]
    [InlineData("2025-12-31", 7, "2026-01-12")]
    [InlineData("2026-01-05", -1, "2025-12-31")]
    public void Working_days_are_added_without_counting_the_first(string from, int days, string expected) =>
        Calendar.AddWorkingDays(DateOnly.Parse(from), days).ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("2026-01-01", "2026-01-11", 6)]
    [InlineData("2026-01-05", "2026-01-05", 1)]
    [InlineData("2026-01-05", "2026-01-04", 0)]
    public void Working_days_are_counted_with_both_ends(string from, string to, int expected) =>
        Calendar.CountWorkingDays(DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe(expected);

    [Fact]
    public void A_week_without_a_working_day_is_refused() =>
        Should.Throw<ArgumentException>(() => new OfficeCalendar([], [], Enum.GetValues<DayOfWeek>()));
}
