using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

/// <summary>A plan of year 115 with five measures, each led or supported by the units 1 to 3; every test adds its reports.</summary>
public class PlanStandingsTests
{
    private const int ByAllUnits = 1;
    private const int WithSupport = 2;
    private const int DoneBefore = 3;
    private const int Released = 4;
    private const int Unassigned = 5;

    private static readonly Quarter First = new(new RocYear(115), 1);
    private static readonly Quarter Second = First.Next;
    private static readonly DateOnly AfterSecond = new(2026, 7, 11);

    [Fact]
    public void A_measure_given_to_a_group_stands_as_its_worst_unit()
    {
        var standings = In(AfterSecond,
            Report(11, Second, ReportState.Completed, 101),
            Report(12, Second, ReportState.InProgress));

        standings.OfAssignment(11, ByAllUnits, Second).ShouldBe(Light.Completed);
        standings.OfAssignment(12, ByAllUnits, Second).ShouldBe(Light.Behind);
        standings.OfAssignment(13, ByAllUnits, Second).ShouldBe(Light.NotReported);
        standings.OfMeasure(ByAllUnits, Second).ShouldBe(Light.Behind);
        standings.Filed(ByAllUnits, Second).ShouldBe((2, 3));
    }

    [Fact]
    public void A_supporting_unit_does_not_decide_the_light()
    {
        var standings = In(AfterSecond,
            Report(21, Second, ReportState.Completed, 102),
            Report(22, Second, ReportState.NotAchieved));

        standings.OfAssignment(22, WithSupport, Second).ShouldBe(Light.Behind);
        standings.OfMeasure(WithSupport, Second).ShouldBe(Light.Completed);
        standings.Filed(WithSupport, Second).ShouldBe((1, 1));
    }

    [Fact]
    public void A_later_report_never_moves_the_light_of_an_earlier_quarter()
    {
        var before = In(AfterSecond);
        var after = In(AfterSecond.AddMonths(3),
            Report(21, Second.Next, ReportState.Completed, 102));

        before.OfMeasure(WithSupport, Second).ShouldBe(Light.NotReported);
        after.OfMeasure(WithSupport, Second).ShouldBe(Light.NotReported);
        after.OfMeasure(WithSupport, Second.Next).ShouldBe(Light.Completed);
    }

    [Fact]
    public void What_was_reported_done_stays_done_in_later_quarters()
    {
        var standings = In(AfterSecond, Report(21, First, ReportState.InProgress, 102));

        standings.IsDone(21, 102, First).ShouldBeTrue();
        standings.IsDoneBefore(21, 102, First).ShouldBeFalse();
        standings.IsDoneBefore(21, 102, Second).ShouldBeTrue();
        standings.OfMeasure(WithSupport, Second).ShouldBe(Light.Completed);
    }

    [Fact]
    public void One_units_tick_does_not_do_another_units_share()
    {
        var standings = In(AfterSecond, Report(11, Second, ReportState.Completed, 101));

        standings.IsDone(12, 101, Second).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-07-10", Light.NotDue)] // the last day to file: still time until 24:00
    [InlineData("2026-07-11", Light.NotReported)]
    public void Nothing_filed_is_a_lapse_only_after_the_window_closed(string today, Light light) =>
        In(DateOnly.Parse(today)).OfMeasure(WithSupport, Second).ShouldBe(light);

    [Fact]
    public void A_locked_round_is_closed_whatever_its_dates_say()
    {
        var facts = Facts([]) with { Rounds = [new(2, Second, new(2026, 7, 10), IsLocked: true)] };

        new PlanStandings(facts, new DateOnly(2026, 7, 1)).OfMeasure(WithSupport, Second).ShouldBe(Light.NotReported);
    }

    [Fact]
    public void A_quarter_without_a_round_reproaches_nobody_for_silence() =>
        new PlanStandings(Facts([]) with { Rounds = [] }, AfterSecond).OfMeasure(WithSupport, Second).ShouldBe(Light.NotDue);

    [Fact]
    public void A_draft_report_counts_for_nothing()
    {
        var standings = In(AfterSecond, Report(21, Second, ReportState.Completed, 102) with { IsFiled = false });

        standings.OfMeasure(WithSupport, Second).ShouldBe(Light.NotReported);
        standings.IsDone(21, 102, Second).ShouldBeFalse();
    }

    [Fact]
    public void A_measure_done_at_the_start_is_completed_and_owes_nothing()
    {
        var standings = In(AfterSecond);

        standings.OfMeasure(DoneBefore, First).ShouldBe(Light.Completed);
        standings.Owes(31, DoneBefore, First).ShouldBeFalse();
    }

    [Fact]
    public void A_row_owes_in_the_quarter_of_its_checkpoint_and_until_it_is_done()
    {
        var standings = In(AfterSecond, Report(21, Second.Next, ReportState.Completed, 102));

        standings.Owes(21, WithSupport, First).ShouldBeFalse();
        standings.Owes(21, WithSupport, Second).ShouldBeTrue();
        standings.Owes(21, WithSupport, Second.Next).ShouldBeTrue();
        standings.Owes(21, WithSupport, Second.Next.Next).ShouldBeFalse();
        standings.Owes(41, Released, Second).ShouldBeFalse();
    }

    [Fact]
    public void The_seven_counts_add_up_to_the_tracked_measures()
    {
        var standings = In(AfterSecond, Report(11, Second, ReportState.InProgress));

        var counts = standings.Count(Second);

        counts.Total.ShouldBe(4);
        counts[Light.Behind].ShouldBe(1);
        counts[Light.NotReported].ShouldBe(1);
        counts[Light.Completed].ShouldBe(1);
        counts[Light.NotDue].ShouldBe(1);
        standings.Count(Second, one => one.AreaId == 2).Total.ShouldBe(2);
    }

    [Fact]
    public void A_units_counts_are_of_the_rows_it_leads()
    {
        var counts = In(AfterSecond).CountOfUnit(2, Second);

        counts.Total.ShouldBe(1);
        counts[Light.NotReported].ShouldBe(1);
    }

    private static PlanStandings In(DateOnly today, params ReportFact[] reports) => new(Facts(reports), today);

    private static PlanFacts Facts(IReadOnlyList<ReportFact> reports) => new(
        [
            new(ByAllUnits, 1, DeadlineKind.Dated, true),
            new(WithSupport, 1, DeadlineKind.Dated, true),
            new(DoneBefore, 2, DeadlineKind.DoneAtStart, true),
            new(Released, 2, DeadlineKind.Dated, false),
            new(Unassigned, 2, DeadlineKind.Dated, true),
        ],
        [
            new(11, ByAllUnits, 1, AssignmentRole.Lead),
            new(12, ByAllUnits, 2, AssignmentRole.Lead),
            new(13, ByAllUnits, 3, AssignmentRole.Lead),
            new(21, WithSupport, 1, AssignmentRole.Lead),
            new(22, WithSupport, 2, AssignmentRole.Support),
            new(31, DoneBefore, 1, AssignmentRole.Lead),
            new(41, Released, 3, AssignmentRole.Lead),
        ],
        [.. new[] { ByAllUnits, WithSupport, Released, Unassigned }
            .Select(measure => new CheckpointFact(100 + measure, measure, new DateOnly(2026, 6, 30)))],
        reports)
    {
        Rounds =
        [
            new(1, First, new(2026, 4, 10), true),
            new(2, Second, new(2026, 7, 10), false),
            new(3, Second.Next, new(2026, 10, 12), false),
        ],
    };

    private static ReportFact Report(int assignment, Quarter quarter, ReportState state, params int[] done) =>
        new(assignment, quarter, state, null) { IsFiled = true, DoneCheckpoints = done };
}
