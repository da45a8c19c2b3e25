using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

public class CompiledReportTests
{
    private static readonly DateTime Now = Cast.Noon(Cast.InTime);

    public static TheoryData<CompiledReportState, CompiledReportAction, Role> EveryStep
    {
        get
        {
            var steps = new TheoryData<CompiledReportState, CompiledReportAction, Role>();
            foreach (var state in Enum.GetValues<CompiledReportState>())
            {
                foreach (var action in Enum.GetValues<CompiledReportAction>())
                {
                    foreach (var role in Enum.GetValues<Role>())
                    {
                        steps.Add(state, action, role);
                    }
                }
            }
            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_report_moves_as_the_table_says_and_not_otherwise(
        CompiledReportState state, CompiledReportAction action, Role role)
    {
        var report = ReportIn(state);
        var (version, signOffs) = (report.Version, report.SignOffs.Count);
        var row = CompiledReportWorkflow.Table.Transitions
            .SingleOrDefault(one => one.From == state && one.Action == action && one.Role == role);

        var verdict = Do(report, action, Cast.Stranger(role));

        verdict.IsAllowed.ShouldBe(row is not null);
        report.State.ShouldBe(row?.To ?? state);
        if (row is null)
        {
            (report.Version, report.SignOffs.Count).ShouldBe((version, signOffs));
            verdict.Rule.ShouldBeOneOf("workflow-role", "workflow-state");
            verdict.Sentence.ShouldEndWith("。");
        }
    }

    [Fact]
    public void Each_step_of_the_sign_off_is_kept_with_who_when_and_what_was_shown()
    {
        var report = ReportIn(CompiledReportState.AwaitingConvener);

        report.Act(CompiledReportAction.Sign, new("如擬。", report.Version), Cast.Convener, Now).IsAllowed.ShouldBeTrue();

        report.SignOffs.Select(one => one.Action).ShouldBe(
            [CompiledReportAction.SendUp, CompiledReportAction.Sign, CompiledReportAction.Sign]);
        var last = report.SignOffs.Last();
        (last.Directive, last.ByName, last.AtUtc, last.From)
            .ShouldBe(("如擬。", Cast.Convener.Name, Now, CompiledReportState.AwaitingConvener));
    }

    [Fact]
    public void Who_signs_a_report_that_changed_meanwhile_is_told_to_look_again()
    {
        var report = ReportIn(CompiledReportState.AwaitingDeputy);
        var shown = report.Version;
        report.Touch();

        report.Act(CompiledReportAction.Sign, new("", shown), Cast.Deputy, Now).Rule.ShouldBe("report-changed");

        report.State.ShouldBe(CompiledReportState.AwaitingDeputy);
        report.Act(CompiledReportAction.Sign, new("", report.Version), Cast.Deputy, Now).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void A_return_needs_a_reason()
    {
        var report = ReportIn(CompiledReportState.AwaitingDeputy);

        report.Act(CompiledReportAction.Return, new("  ", report.Version), Cast.Deputy, Now).Rule.ShouldBe("return-without-reason");

        report.State.ShouldBe(CompiledReportState.AwaitingDeputy);
    }

    [Fact]
    public void Writing_is_not_a_step_of_the_sign_off()
    {
        var report = ReportIn(CompiledReportState.Compiling);

        report.Act(CompiledReportAction.Word, new("", report.Version), Cast.Office, Now).Rule.ShouldBe("report-step");

        report.SignOffs.ShouldBeEmpty();
    }

    [Fact]
    public void Wording_a_measure_twice_keeps_one_entry()
    {
        var report = ReportIn(CompiledReportState.Compiling);

        report.Word(1, "初稿", Cast.Office);
        report.Word(1, " 定稿\r\n第二段 ", Cast.Office);

        report.Entries.Single().Wording.ShouldBe("定稿\n第二段");
    }

    [Fact]
    public void The_signed_bytes_are_kept_once_and_only_after_the_last_signature()
    {
        Should.Throw<InvalidOperationException>(() =>
            ReportIn(CompiledReportState.AwaitingConvener).Freeze("pdf", "季報.pdf", [1, 2, 3]));
        var report = ReportIn(CompiledReportState.Signed);

        var file = report.Freeze("pdf", "季報.pdf", [1, 2, 3]);

        file.Sha256.ShouldBe("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"); // sha256sum of 01 02 03
        Should.Throw<InvalidOperationException>(() => report.Freeze("pdf", "季報.pdf", [4]));
    }

    private static CompiledReport ReportIn(CompiledReportState state)
    {
        var report = new CompiledReport(Cast.Round());
        (CompiledReportAction Action, Actor By)[] steps =
        [
            (CompiledReportAction.SendUp, Cast.Office),
            (CompiledReportAction.Sign, Cast.Deputy),
            (CompiledReportAction.Sign, Cast.Convener),
        ];
        foreach (var (action, by) in steps.TakeWhile(_ => report.State != state))
        {
            report.Act(action, new("", report.Version), by, Now);
        }
        return report;
    }

    private static Verdict Do(CompiledReport report, CompiledReportAction action, Actor actor) =>
        action == CompiledReportAction.Word
            ? report.Summarise("本季彙整說明", actor).And(() => report.Word(1, "彙整文字", actor))
            : report.Act(action, new("理由", report.Version), actor, Now);
}
