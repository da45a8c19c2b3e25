using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>簽稿範本: the agency's own wording with fixed placeholders, from which the memo of a round is drafted.</summary>
public sealed class MemoTemplate
{
    public MemoTemplate() => Text = MemoText.Usual.Cleaned();

    public int Id { get; private set; }

    public MemoText Text { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes a new wording; refuses placeholders that nothing stands behind, naming those that may be used.</summary>
    public Verdict Write(MemoText text, Actor actor)
    {
        var may = actor.Is(Role.PlanOffice)
            ? MemoText.Check(text).And(() => MemoPlaceholders.Check(text))
            : Verdict.No("plan-office-only", "只有研發小組可以修改簽稿範本。");
        if (may.IsAllowed)
        {
            Text = text.Cleaned();
            Version++;
        }
        return may;
    }
}
