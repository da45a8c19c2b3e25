using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

public class QuarterlyRoundTests
{
    // 115年: New Year's Day; 27 and 28 February for Peace Memorial Day; the spring holidays around 4 April.
    private static readonly OfficeCalendar Calendar = new(
        [new(2026, 1, 1), new(2026, 2, 27), new(2026, 4, 3), new(2026, 4, 6), new(2026, 10, 9), new(2027, 1, 1)], []);

    [Theory]
    [InlineData(1, "2026-01-02", "2026-04-10", "2026-04-17", "2026-04-24")] // Q1 opens after New Year's Day
    [InlineData(2, "2026-04-01", "2026-07-10", "2026-07-17", "2026-07-24")]
    [InlineData(3, "2026-07-01", "2026-10-12", "2026-10-19", "2026-10-26")] // 10 October is a Saturday: the Monday after
    [InlineData(4, "2026-10-01", "2027-01-11", "2027-01-18", "2027-01-25")] // 31 December + 10 days is a Sunday
    public void The_usual_dates_fall_on_working_days(int quarter, string opens, string reporters, string heads, string office)
    {
        var dates = RoundDates.Usual(new Quarter(new RocYear(115), quarter), new RoundSettings(), Calendar);

        dates.ShouldBe(new RoundDates(
            DateOnly.Parse(opens), DateOnly.Parse(reporters), DateOnly.Parse(heads), DateOnly.Parse(office)));
        dates.IsInOrder.ShouldBeTrue();
    }

    [Fact]
    public void Days_and_spans_are_settings_and_holidays_are_not_counted()
    {
        var dates = RoundDates.Usual(Cast.Quarter, new RoundSettings(ReporterDay: 2, HeadWorkingDays: 1, OfficeWorkingDays: 2), Calendar);

        dates.ReportersCloseOn.ShouldBe(new DateOnly(2026, 4, 2));
        dates.HeadsCloseOn.ShouldBe(new DateOnly(2026, 4, 7)); // 3 to 6 April are off
        dates.OfficeClosesOn.ShouldBe(new DateOnly(2026, 4, 9));
    }

    [Theory]
    [InlineData("2026-01-01", RoundPhase.NotYetOpen)]
    [InlineData("2026-01-02", RoundPhase.Reporting)]
    [InlineData("2026-04-10", RoundPhase.Reporting)]
    [InlineData("2026-04-11", RoundPhase.Reviewing)]
    [InlineData("2026-04-18", RoundPhase.Compiling)]
    [InlineData("2026-04-25", RoundPhase.Closed)]
    public void A_round_is_in_the_phase_its_dates_say(string today, RoundPhase phase) =>
        Cast.Round().PhaseOn(DateOnly.Parse(today)).ShouldBe(phase);

    [Fact]
    public void The_plan_office_prolongs_a_round_and_nobody_else()
    {
        var round = Cast.Round();
        var longer = Cast.Dates with { ReportersCloseOn = new(2026, 4, 15) };

        round.Reschedule(longer, Cast.Head).Rule.ShouldBe("plan-office-only");
        round.Reschedule(longer, Cast.Office).IsAllowed.ShouldBeTrue();

        round.Dates.ShouldBe(longer);
        round.IsWindowClosedOn(new DateOnly(2026, 4, 15)).ShouldBeFalse();
    }

    [Fact]
    public void Dates_out_of_order_are_refused()
    {
        var round = Cast.Round();

        round.Reschedule(Cast.Dates with { HeadsCloseOn = new(2026, 4, 9) }, Cast.Office).Rule.ShouldBe("round-order");

        round.Dates.ShouldBe(Cast.Dates);
    }

    [Fact]
    public void A_locked_round_keeps_its_dates()
    {
        var round = Cast.Round();
        round.Lock();

        round.Reschedule(Cast.Dates, Cast.Office).Rule.ShouldBe("round-locked");
        round.PhaseOn(Cast.InTime).ShouldBe(RoundPhase.Locked);
        round.IsWindowClosedOn(Cast.Dates.OpensOn).ShouldBeTrue();
    }
}
