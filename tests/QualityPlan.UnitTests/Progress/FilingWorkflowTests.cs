using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.UnitTests.Progress;

/// <summary>Walks every (state, action, role) through the filing itself: exactly the table's rows pass.</summary>
public class FilingWorkflowTests
{
    public static TheoryData<FilingState, FilingAction, Role> EveryStep
    {
        get
        {
            var steps = new TheoryData<FilingState, FilingAction, Role>();
            foreach (var state in Enum.GetValues<FilingState>())
            {
                foreach (var action in Enum.GetValues<FilingAction>())
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
    public void A_filing_moves_as_the_table_says_and_not_otherwise(FilingState state, FilingAction action, Role role)
    {
        var filing = Cast.FilingIn(state);
        var version = filing.Version;
        var row = FilingWorkflow.Table.Transitions
            .SingleOrDefault(one => one.From == state && one.Action == action && one.Role == role);

        var verdict = Do(filing, action, Cast.Stranger(role));

        verdict.IsAllowed.ShouldBe(row is not null);
        filing.State.ShouldBe(row?.To ?? state);
        if (row is null)
        {
            filing.Version.ShouldBe(version);
            verdict.Rule.ShouldBeOneOf("workflow-role", "workflow-state");
            verdict.Sentence.ShouldEndWith("。");
        }
    }

    [Theory]
    [InlineData(Role.Administrator)] // accounts and settings, no say in the content
    [InlineData(Role.Auditor)]
    [InlineData(Role.Viewer)]
    [InlineData(Role.DeputyConvener)] // signs the report, not the filings
    public void Who_only_reads_moves_no_filing(Role role) =>
        FilingWorkflow.Table.Transitions.ShouldNotContain(row => row.Role == role);

    [Fact]
    public void Only_a_unit_head_approves_and_only_the_convener_locks()
    {
        RolesOf(FilingAction.Approve).ShouldBe([Role.UnitHead]);
        RolesOf(FilingAction.Lock).ShouldBe([Role.Convener]);
        RolesOf(FilingAction.Compile).ShouldBe([Role.PlanOffice]);
    }

    [Fact]
    public void Nothing_leads_out_of_a_locked_filing_and_every_state_can_be_reached()
    {
        FilingWorkflow.Table.Transitions.ShouldNotContain(row => row.From == FilingState.Locked);
        foreach (var state in Enum.GetValues<FilingState>())
        {
            Cast.FilingIn(state).State.ShouldBe(state);
        }
    }

    private static IEnumerable<Role> RolesOf(FilingAction action) =>
        FilingWorkflow.Table.Transitions.Where(row => row.Action == action).Select(row => row.Role).Distinct();

    private static Verdict Do(UnitFiling filing, FilingAction action, Actor actor) => action switch
    {
        FilingAction.Save => filing.Save(actor, Cast.InTime),
        FilingAction.Submit => filing.Submit(actor, Cast.Noon(Cast.InTime)),
        FilingAction.Withdraw => filing.Withdraw(actor, Cast.InTime),
        FilingAction.Approve => filing.Approve(actor, Cast.Noon(Cast.InTime)),
        FilingAction.Return => filing.ReturnForCorrection(Cast.OneDefect, actor, Cast.Noon(Cast.InTime)),
        FilingAction.Compile => filing.Compile(actor),
        FilingAction.Lock => filing.Lock(actor),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
