using QualityPlan.Domain.Calendar;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Calendar;

public class QuarterTests
{
    private static readonly RocYear Year = new(115);

    [Theory]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-03-31", 1)]
    [InlineData("2026-04-01", 2)]
    [InlineData("2026-06-30", 2)]
    [InlineData("2026-07-01", 3)]
    [InlineData("2026-09-30", 3)]
    [InlineData("2026-10-01", 4)]
    [InlineData("2026-12-31", 4)]
    public void A_day_lies_in_exactly_one_quarter(string day, int number)
    {
        var date = DateOnly.Parse(day);

        Quarter.Of(date).ShouldBe(new Quarter(Year, number));
        Quarter.AllOf(Year).Single(quarter => quarter.Contains(date)).Number.ShouldBe(number);
    }

    [Fact]
    public void A_quarter_begins_and_ends_with_its_months()
    {
        var first = new Quarter(Year, 1);

        first.FirstDay.ShouldBe(new DateOnly(2026, 1, 1));
        first.LastDay.ShouldBe(new DateOnly(2026, 3, 31));
        new Quarter(Year, 4).LastDay.ShouldBe(Year.LastDay);
        first.ToString().ShouldBe("115年第1季");
    }

    [Fact]
    public void Quarters_follow_each_other_over_the_year()
    {
        var last = new Quarter(Year, 4);

        last.Next.ShouldBe(new Quarter(new RocYear(116), 1));
        last.Next.Previous.ShouldBe(last);
        (last < last.Next).ShouldBeTrue();
        last.Next.ToIndex().ShouldBe(last.ToIndex() + 1);
        Quarter.FromIndex(last.ToIndex()).ShouldBe(last);
    }

    [Fact]
    public void A_fifth_quarter_and_a_year_zero_do_not_exist()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Quarter(Year, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => new RocYear(0));
        Should.Throw<ArgumentOutOfRangeException>(() => RocYear.FromDate(new DateOnly(1911, 12, 31)));
    }

    [Fact]
    public void Year_115_is_2026()
    {
        Year.Gregorian.ShouldBe(2026);
        Year.ToString().ShouldBe("115");
        RocYear.FromDate(new DateOnly(2026, 5, 1)).ShouldBe(Year);
        (Year.Previous < Year).ShouldBeTrue();
    }
}
