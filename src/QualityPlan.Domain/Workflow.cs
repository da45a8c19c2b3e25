using QualityPlan.Domain.People;

namespace QualityPlan.Domain;

/// <summary>
/// One workflow as one table of (state, action, role) → state. The buttons, the check when acting,
/// docs/workflow.md and the tests all read the same rows.
/// </summary>
public sealed class Workflow<TState, TAction>(string name, IReadOnlyList<Transition<TState, TAction>> transitions)
    where TState : struct, Enum
    where TAction : struct, Enum
{
    /// <summary>The zh-TW name of the thing that moves, as used in refusals.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<Transition<TState, TAction>> Transitions { get; } = transitions;

    /// <summary>The state after the action, or null when the table has no such row for any of the actor's roles.</summary>
    public TState? Next(TState state, TAction action, Actor actor) =>
        Transitions.FirstOrDefault(row =>
            row.From.Equals(state) && row.Action.Equals(action) && actor.Is(row.Role))?.To;

    /// <summary>Whether the table has a row for it; the sentence names the state in the reader's words.</summary>
    public Verdict May(TState state, TAction action, Actor actor, Func<TState, string> stateName)
    {
        if (Next(state, action, actor) is not null)
        {
            return Verdict.Yes;
        }
        var someoneMay = Transitions.Any(row => row.From.Equals(state) && row.Action.Equals(action));
        return someoneMay
            ? Verdict.No("workflow-role", "您的角色不能執行這個動作。")
            : Verdict.No("workflow-state", $"{Name}目前是「{stateName(state)}」，不能執行這個動作；請重新整理頁面後再看一次。");
    }
}

/// <summary>One row of a workflow.</summary>
public sealed record Transition<TState, TAction>(TState From, TAction Action, Role Role, TState To)
    where TState : struct, Enum
    where TAction : struct, Enum;
