using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

public class UnitFilingTests
{
    [Fact]
    public void A_unit_head_cannot_approve_his_own_filing()
    {
        var both = Cast.One(110, "兼任主管", Cast.OwnUnit, Role.Reporter, Role.UnitHead);
        var filing = Cast.FilingIn(FilingState.Draft);
        filing.Submit(both, Cast.Noon(Cast.InTime));

        filing.Approve(both, Cast.Noon(Cast.InTime)).Rule.ShouldBe("filing-not-own");

        filing.State.ShouldBe(FilingState.Submitted);
        filing.Approve(Cast.Head, Cast.Noon(Cast.InTime)).IsAllowed.ShouldBeTrue();
        filing.ApprovedByName.ShouldBe(Cast.Head.Name);
    }

    [Fact]
    public void Another_units_people_touch_nothing_even_with_the_right_role()
    {
        Cast.FilingIn(FilingState.Empty).Save(Cast.OtherReporter, Cast.InTime).Rule.ShouldBe("other-unit");
        Cast.FilingIn(FilingState.Draft).Submit(Cast.OtherReporter, Cast.Noon(Cast.InTime)).Rule.ShouldBe("other-unit");
        Cast.FilingIn(FilingState.Submitted).Withdraw(Cast.OtherReporter, Cast.InTime).Rule.ShouldBe("other-unit");
        Cast.FilingIn(FilingState.Submitted).Approve(Cast.OtherHead, Cast.Noon(Cast.InTime)).Rule.ShouldBe("other-unit");
        Cast.FilingIn(FilingState.Submitted)
            .ReturnForCorrection(Cast.OneDefect, Cast.OtherHead, Cast.Noon(Cast.InTime)).Rule.ShouldBe("other-unit");
    }

    [Fact]
    public void Head_of_another_unit_and_reporter_of_this_one_is_not_the_head_of_this_one()
    {
        var reporterHere = Cast.One(111, "兼辦", Cast.OwnUnit, Role.Reporter);

        Cast.FilingIn(FilingState.Submitted).Approve(reporterHere, Cast.Noon(Cast.InTime)).Rule.ShouldBe("workflow-role");
    }

    [Theory]
    [InlineData("2026-01-01", "round-not-open")] // the day before it opens
    [InlineData("2026-01-02", "")] // opens
    [InlineData("2026-04-10", "")] // closes at 24:00
    [InlineData("2026-04-11", "round-closed")]
    public void A_reporter_writes_between_the_opening_and_the_closing_day(string today, string rule) =>
        Cast.FilingIn(FilingState.Empty).MayWrite(Cast.Reporter, DateOnly.Parse(today)).Rule.ShouldBe(rule);

    [Theory]
    [InlineData("2026-04-24", "")] // its own closing day
    [InlineData("2026-04-25", "round-closed")]
    public void The_plan_office_may_file_for_a_unit_until_its_own_closing(string today, string rule) =>
        Cast.FilingIn(FilingState.Empty).MayWrite(Cast.Office, DateOnly.Parse(today)).Rule.ShouldBe(rule);

    [Fact]
    public void The_closing_counts_in_taipei_time()
    {
        var lastMinute = new DateTime(2026, 4, 10, 15, 59, 59, DateTimeKind.Utc);

        Cast.FilingIn(FilingState.Draft).Submit(Cast.Reporter, lastMinute).IsAllowed.ShouldBeTrue();
        Cast.FilingIn(FilingState.Draft).Submit(Cast.Reporter, lastMinute.AddSeconds(1)).Rule.ShouldBe("round-closed");
    }

    [Fact]
    public void What_was_returned_may_be_mended_after_the_closing()
    {
        var filing = Cast.FilingIn(FilingState.Returned);

        filing.Save(Cast.Reporter, Cast.TooLate).IsAllowed.ShouldBeTrue();
        filing.Submit(Cast.Reporter, Cast.Noon(Cast.TooLate)).IsAllowed.ShouldBeTrue();

        filing.IsLate.ShouldBeFalse();
    }

    [Fact]
    public void Leave_to_file_late_lasts_until_its_day_and_leaves_its_marks()
    {
        var filing = Cast.FilingIn(FilingState.Draft);
        filing.AllowSupplement(Cast.TooLate, Cast.Reporter).Rule.ShouldBe("plan-office-only");
        filing.AllowSupplement(Cast.TooLate, Cast.Office).IsAllowed.ShouldBeTrue();

        filing.MayWrite(Cast.Reporter, Cast.TooLate.AddDays(1)).Rule.ShouldBe("round-closed");
        filing.Submit(Cast.Reporter, Cast.Noon(Cast.TooLate)).IsAllowed.ShouldBeTrue();

        (filing.IsLate, filing.IsSupplement, filing.IsOnBehalf).ShouldBe((true, true, false));
    }

    [Fact]
    public void Filing_in_time_taking_it_back_and_filing_late_is_late()
    {
        var filing = Cast.FilingIn(FilingState.Submitted);
        filing.Withdraw(Cast.Reporter, Cast.InTime);
        filing.AllowSupplement(Cast.TooLate, Cast.Office);

        filing.Submit(Cast.Reporter, Cast.Noon(Cast.TooLate));

        (filing.IsLate, filing.IsSupplement).ShouldBe((true, true));
    }

    [Fact]
    public void What_the_plan_office_submits_is_marked_as_on_behalf_and_late_after_the_closing()
    {
        var filing = Cast.FilingIn(FilingState.Draft);

        filing.Submit(Cast.Office, Cast.Noon(Cast.TooLate));

        (filing.IsOnBehalf, filing.IsLate, filing.IsSupplement).ShouldBe((true, true, false));
        filing.SubmittedByName.ShouldBe(Cast.Office.Name);
    }

    [Fact]
    public void A_return_names_at_least_one_defect_each_with_its_text()
    {
        var filing = Cast.FilingIn(FilingState.Submitted);

        filing.ReturnForCorrection([], Cast.Head, Cast.Noon(Cast.InTime)).Rule.ShouldBe("return-without-defect");
        filing.ReturnForCorrection([new(11, "說明不足", null), new(12, " ", null)], Cast.Head, Cast.Noon(Cast.InTime))
            .Rule.ShouldBe("return-without-defect");

        filing.State.ShouldBe(FilingState.Submitted);
        filing.Defects.ShouldBeEmpty();
    }

    [Fact]
    public void Defects_stay_open_until_the_next_submission_and_are_kept_afterwards()
    {
        var filing = Cast.FilingIn(FilingState.Returned);
        var defect = filing.Defects.Single();
        (defect.Submission, defect.MendedAtUtc, defect.RaisedByName).ShouldBe((1, null, Cast.Head.Name));

        filing.Submit(Cast.Reporter, Cast.Noon(Cast.TooLate));

        filing.Defects.Single().MendedAtUtc.ShouldBe(Cast.Noon(Cast.TooLate));
    }

    [Fact]
    public void Every_submission_keeps_its_words_so_that_old_and_new_stand_side_by_side()
    {
        var filing = Cast.FilingIn(FilingState.Returned);
        var report = filing.Reports.Single();
        report.Write(new ReportText(ReportState.Completed, "已辦理四場說明會。"), Cast.Noon(Cast.TooLate));
        report.Mark(5, isDone: true, actualCount: 4);

        filing.Submit(Cast.Reporter, Cast.Noon(Cast.TooLate));

        filing.SubmissionCount.ShouldBe(2);
        report.Versions.Select(one => (one.Submission, one.State, one.Narrative, one.DoneCheckpointCount)).ShouldBe(
        [
            (1, ReportState.InProgress, "已辦理二場說明會。", 0),
            (2, ReportState.Completed, "已辦理四場說明會。", 1),
        ]);
    }

    [Fact]
    public void The_plan_office_returns_an_approved_filing_and_the_approval_falls()
    {
        var filing = Cast.FilingIn(FilingState.Approved);

        filing.ReturnForCorrection(Cast.OneDefect, Cast.Office, Cast.Noon(Cast.TooLate)).IsAllowed.ShouldBeTrue();

        (filing.State, filing.ApprovedByName, filing.ApprovedAtUtc).ShouldBe((FilingState.Returned, null, null));
    }

    [Fact]
    public void Nothing_of_a_locked_round_moves_but_the_locking_itself()
    {
        var round = Cast.Round();
        var compiled = Cast.FilingIn(FilingState.Compiled, round);
        var returned = Cast.FilingIn(FilingState.Returned, round);
        round.Lock();

        compiled.ReturnForCorrection(Cast.OneDefect, Cast.Office, Cast.Noon(Cast.InTime)).Rule.ShouldBe("round-locked");
        returned.Save(Cast.Reporter, Cast.InTime).Rule.ShouldBe("round-locked");
        returned.AllowSupplement(Cast.TooLate, Cast.Office).Rule.ShouldBe("round-locked");
        compiled.Lock(Cast.Convener).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void A_row_has_one_report_and_a_checkpoint_one_mark()
    {
        var filing = Cast.FilingIn(FilingState.Draft);

        var report = filing.ReportFor(11, 1);
        report.Mark(5, isDone: false, actualCount: 1);
        report.Mark(5, isDone: true, actualCount: 3);

        filing.Reports.Count.ShouldBe(1);
        (report.Marks.Single().IsDone, report.Marks.Single().ActualCount).ShouldBe((true, 3));
    }
}
