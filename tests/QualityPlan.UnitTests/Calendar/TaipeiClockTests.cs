using QualityPlan.Domain.Calendar;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Calendar;

public class TaipeiClockTests
{
    private static readonly DateOnly Day = new(2026, 3, 31);

    [Fact]
    public void A_deadline_ends_at_24_in_taipei()
    {
        var end = TaipeiClock.EndOfDay(Day);

        end.ShouldBe(new DateTime(2026, 3, 31, 16, 0, 0, DateTimeKind.Utc));
        end.Kind.ShouldBe(DateTimeKind.Utc);
        TaipeiClock.DateAt(end.AddTicks(-1)).ShouldBe(Day);
        TaipeiClock.DateAt(end).ShouldBe(Day.AddDays(1));
    }

    [Fact]
    public void An_instant_is_shown_in_taipei() =>
        TaipeiClock.Show(new DateTime(2026, 3, 31, 6, 32, 59, DateTimeKind.Utc)).ShouldBe("115/3/31 14:32");

    [Fact]
    public void An_instant_of_the_server_zone_is_refused() =>
        Should.Throw<ArgumentException>(() => TaipeiClock.ToTaipei(new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Local)));
}
