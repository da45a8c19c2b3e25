using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.UnitTests.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Plans;

public class PlanTests
{
    private static readonly DateOnly DueOn = new(2026, 6, 30);

    public static TheoryData<PlanState, PlanAction, Role> EveryStep
    {
        get
        {
            var steps = new TheoryData<PlanState, PlanAction, Role>();
            foreach (var state in Enum.GetValues<PlanState>())
            {
                foreach (var action in Enum.GetValues<PlanAction>())
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
    public void A_plan_moves_as_the_table_says_and_not_otherwise(PlanState state, PlanAction action, Role role)
    {
        var plan = PlanIn(state);
        var row = PlanWorkflow.Table.Transitions
            .SingleOrDefault(one => one.From == state && one.Action == action && one.Role == role);

        var verdict = Do(plan, action, Cast.Stranger(role));

        verdict.IsAllowed.ShouldBe(row is not null);
        plan.State.ShouldBe(row?.To ?? state);
        if (row is null)
        {
            verdict.Rule.ShouldNotBeEmpty();
            verdict.Sentence.ShouldEndWith("。");
        }
    }

    [Fact]
    public void A_plan_without_rows_cannot_be_approved() =>
        NewPlan().MayApprove(Cast.Office, []).Rule.ShouldBe("plan-empty");

    [Fact]
    public void An_approval_is_refused_while_rows_are_undecided_and_says_how_many()
    {
        var noDeadline = Row(DeadlineKind.Undecided);
        var unread = Row(DeadlineKind.NotUnderstood);
        var unknownUnit = Row(DeadlineKind.Dated);
        unknownUnit.Assign([new(7, "閱覽組", AssignmentRole.Lead)], hasUnknownUnit: true);
        var noLead = Row(DeadlineKind.Dated);
        noLead.Assign([new(7, "閱覽組", AssignmentRole.Support)], hasUnknownUnit: false);

        var verdict = NewPlan().MayApprove(Cast.Office, [Row(DeadlineKind.Dated), noDeadline, unread, unknownUnit, noLead]);

        verdict.Rule.ShouldBe("plan-undecided");
        verdict.Sentence.ShouldContain("4 列");
        noDeadline.Undecided.ShouldBe(["完成期限空白"]);
        unread.Undecided.ShouldBe(["完成期限無法判讀"]);
        unknownUnit.Undecided.ShouldBe(["有不認得的單位"]);
        noLead.Undecided.ShouldBe(["沒有主辦單位"]);
    }

    [Fact]
    public void An_approval_freezes_the_table_as_version_one_with_its_letter_and_hash()
    {
        var plan = PlanIn(PlanState.Approved);

        var revision = plan.Revisions.Single();
        (revision.Number, revision.LetterNumber, revision.ApprovedByName).ShouldBe((1, "館研字第1150001號", Cast.Office.Name));
        revision.Sha256.Length.ShouldBe(64);
        (plan.LetterNumber, plan.IssuedOn).ShouldBe(("館研字第1150001號", new DateOnly(2026, 1, 5)));
        plan.MayEdit(Cast.Office).Rule.ShouldBe("plan-approved");
    }

    [Fact]
    public void A_unit_named_twice_carries_a_measure_once_and_as_lead()
    {
        var measure = Row(DeadlineKind.Dated);

        measure.Assign(
            [new(7, "閱覽組", AssignmentRole.Support), new(7, "閱覽組", AssignmentRole.Lead, "各單位")], hasUnknownUnit: false);

        measure.Assignments.Single().Role.ShouldBe(AssignmentRole.Lead);
    }

    [Fact]
    public void Checkpoints_are_numbered_by_date_whatever_order_they_come_in()
    {
        var measure = Row(DeadlineKind.Dated);

        measure.Schedule(DeadlineKind.Dated, [(DueOn.AddMonths(3), null), (DueOn, 2)], isDecided: false);

        measure.Checkpoints.Select(one => (one.Sequence, one.DueOn)).ShouldBe([(1, DueOn), (2, DueOn.AddMonths(3))]);
        measure.Checkpoints.First().Quarter.ShouldBe(new Quarter(new RocYear(115), 2));
    }

    private static Plan NewPlan() => new(new RocYear(115), "115年度提升服務品質執行計畫", "國家圖書館");

    private static Plan PlanIn(PlanState state)
    {
        var plan = NewPlan();
        if (state != PlanState.Draft)
        {
            Do(plan, PlanAction.Approve, Cast.Office);
        }
        if (state == PlanState.Closed)
        {
            Do(plan, PlanAction.Close, Cast.Office);
        }
        return plan;
    }

    private static Verdict Do(Plan plan, PlanAction action, Actor actor) => action switch
    {
        PlanAction.Edit => plan.MayEdit(actor),
        PlanAction.Approve => plan.Approve(
            new Approval(actor, Cast.Noon(new(2026, 1, 5)), new(2026, 1, 5), " 館研字第1150001號 ", "{}"), [Row(DeadlineKind.Dated)]),
        PlanAction.Close => plan.Close(actor),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static Measure Row(DeadlineKind kind)
    {
        var item = new PlanItem(1, new Area(1, null, "一、服務流程", 1), "1.推動項目", 1);
        var measure = new Measure(1, item, 1, new MeasureText("1-1", "辦理說明會", "115年6月", "閱覽組"));
        measure.Assign([new(7, "閱覽組", AssignmentRole.Lead)], hasUnknownUnit: false);
        measure.Schedule(kind, kind == DeadlineKind.Dated ? [(DueOn, null)] : [], isDecided: false);
        return measure;
    }
}
