using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;
using static QualityPlan.Domain.Deadlines.DeadlineKind;
using static QualityPlan.Domain.Progress.Light;

namespace QualityPlan.UnitTests.Progress;

/// <summary>
/// Rows seen in 115年第2季 (1 April to 30 June). Checkpoints are written as month/day, a ✓ behind those done by then;
/// the report as state and percent, empty when nothing is filed.
/// </summary>
public class LightRuleTests
{
    private static readonly Quarter Second = new(new RocYear(115), 2);

    [Theory]
    [InlineData(Dated, "6/30", "", false, NotDue)] // owed, but there is still time to say so
    [InlineData(Dated, "6/30", "", true, NotReported)] // owed, window closed, nothing said
    [InlineData(Dated, "4/1", "", true, NotReported)] // the first day belongs to the quarter
    [InlineData(Dated, "7/1", "", true, NotDue)] // the day after its last does not
    [InlineData(Dated, "9/30", "", true, NotDue)] // nothing owed this quarter
    [InlineData(Dated, "3/31✓ 9/30", "", true, NotDue)] // done so far, the next is not due yet
    [InlineData(Dated, "3/31✓", "", true, Completed)] // all done before, silence is no lapse
    [InlineData(Dated, "3/31", "", false, Overdue)] // due before the quarter, not done: no window excuses it
    [InlineData(Dated, "3/31", "", true, Overdue)] // and overdue says more than not reported
    [InlineData(Dated, "3/31 6/30", "InProgress", false, Overdue)] // the old debt outweighs the new
    [InlineData(Dated, "3/31", "Completed", false, Overdue)] // the word "completed" ticks no checkpoint
    [InlineData(Dated, "3/31✓", "InProgress", false, OnTrack)] // made good in this quarter
    [InlineData(Dated, "6/30✓", "Completed", false, Completed)] // done and said so
    [InlineData(Dated, "6/30✓", "InProgress", false, OnTrack)] // the due point is met, the work goes on
    [InlineData(Dated, "6/30✓ 12/31", "Completed", false, OnTrack)] // one checkpoint is still to come
    [InlineData(Dated, "6/30", "Completed", false, Behind)] // said completed, but the due point is not ticked
    [InlineData(Dated, "6/30", "InProgress", false, Behind)] // due in the quarter and not done
    [InlineData(Dated, "6/30", "NotStarted", false, Behind)] // due and not even begun
    [InlineData(Dated, "6/30", "Continuing", false, Behind)] // "continuing" does not excuse a date
    [InlineData(Dated, "6/30✓", "NotAchieved", false, Behind)] // staff themselves say it failed
    [InlineData(Dated, "9/30", "NotAchieved", false, Behind)] // even before it is due
    [InlineData(Dated, "9/30", "NotStarted", false, NotDue)] // not begun, nothing owed
    [InlineData(Dated, "9/30", "InProgress", false, OnTrack)] // begun early
    [InlineData(Dated, "9/30", "Continuing", false, Light.Continuing)] // staff's own word, nothing due
    [InlineData(Dated, "6/30✓ 12/31", "InProgress 40", false, OnTrack)] // planned 50, ten points under is allowed
    [InlineData(Dated, "6/30✓ 12/31", "InProgress 39", false, Behind)] // eleven is not
    [InlineData(Dated, "6/30✓ 12/31", "InProgress 0", false, Behind)] // a nought that was typed counts
    [InlineData(Dated, "6/30✓ 12/31", "InProgress", false, OnTrack)] // a percent that was not typed is no nought
    [InlineData(Dated, "12/31", "InProgress 0", false, OnTrack)] // nothing planned by now
    [InlineData(Dated, "6/30✓", "InProgress 90", false, OnTrack)] // planned 100
    [InlineData(Dated, "6/30✓", "Completed 89", false, Behind)] // completed at 89 percent contradicts itself
    [InlineData(DeadlineKind.Continuing, "3/31✓ 6/30✓ 9/30 12/31", "Continuing", false, Light.Continuing)] // as it should be
    [InlineData(DeadlineKind.Continuing, "3/31✓ 6/30 9/30 12/31", "Continuing", false, Behind)] // this quarter's share not done
    [InlineData(DeadlineKind.Continuing, "3/31✓ 6/30 9/30 12/31", "", true, NotReported)] // a continuing duty is reported each quarter
    [InlineData(Recurring, "3/31✓ 6/30 9/30 12/31", "", false, NotDue)] // window still open
    [InlineData(Recurring, "3/31 6/30✓ 9/30 12/31", "Continuing", false, Light.Continuing)] // the missed quarter was behind then; not red for ever
    [InlineData(DoneAtStart, "", "", true, Completed)] // shown, not chased
    [InlineData(DoneAtStart, "", "NotAchieved", true, Completed)] // whatever is said afterwards
    [InlineData(Undecided, "", "", true, NotDue)] // no checkpoint, nothing owed
    [InlineData(Undecided, "", "InProgress 5", false, OnTrack)] // without checkpoints nothing is planned
    public void A_row_shows_the_light_of_its_checkpoints_its_report_and_its_round(
        DeadlineKind kind, string checkpoints, string report, bool isWindowClosed, Light light)
    {
        var standing = new Standing(kind, Second, Checkpoints(checkpoints), Report(report)) { IsWindowClosed = isWindowClosed };

        LightRule.Of(standing).ShouldBe(light);
    }

    [Fact]
    public void The_threshold_is_a_setting()
    {
        var standing = new Standing(Dated, Second, Checkpoints("6/30✓ 12/31"), new FiledReport(ReportState.InProgress, 45));

        LightRule.Of(standing with { Threshold = 5 }).ShouldBe(OnTrack);
        LightRule.Of(standing with { Threshold = 4 }).ShouldBe(Behind);
    }

    [Theory]
    [InlineData("", null)] // nothing to plan by
    [InlineData("9/30 12/31", 0)]
    [InlineData("3/31 6/30 12/31", 66)] // two of three, rounded down
    [InlineData("3/31 6/30", 100)]
    public void The_planned_percent_is_the_share_of_checkpoints_due_by_the_quarters_end(string checkpoints, int? planned) =>
        LightRule.PlannedPercent(Checkpoints(checkpoints), Second).ShouldBe(planned);

    [Fact]
    public void The_worst_of_several_lights_wins_and_none_at_all_owes_nothing()
    {
        Lights.Worst([Completed, OnTrack, Behind]).ShouldBe(Behind);
        Lights.Worst([NotReported, Overdue]).ShouldBe(Overdue);
        Lights.Worst([Completed, NotReported]).ShouldBe(NotReported);
        Lights.Worst([]).ShouldBe(NotDue);
    }

    [Fact]
    public void Every_light_has_its_own_word_and_shape()
    {
        var all = Enum.GetValues<Light>();

        Lights.InReadingOrder.Order().ShouldBe(all.Order());
        all.Select(one => one.Chinese()).Distinct().Count().ShouldBe(all.Length);
        all.Select(one => one.Shape()).Distinct().Count().ShouldBe(all.Length);
        all.Where(one => one.IsException()).ShouldBe([Overdue, Behind]);
    }

    private static List<CheckpointStanding> Checkpoints(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one =>
        {
            var parts = one.TrimEnd('✓').Split('/');
            return new CheckpointStanding(new DateOnly(2026, int.Parse(parts[0]), int.Parse(parts[1])), one.EndsWith('✓'));
        })];

    private static FiledReport? Report(string text)
    {
        var parts = text.Split(' ');
        return text.Length == 0
            ? null
            : new FiledReport(Enum.Parse<ReportState>(parts[0]), parts.Length > 1 ? int.Parse(parts[1]) : null);
    }
}
