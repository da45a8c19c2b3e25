using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>簽稿: the paper memo that goes with a round's report, as the plan office worded it. One per round.</summary>
public sealed class Memo
{
    public Memo(int roundId)
    {
        RoundId = roundId;
        Text = MemoText.Empty;
        ByName = "";
    }

    private Memo()
    {
        Text = MemoText.Empty;
        ByName = "";
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public MemoText Text { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public string ByName { get; private set; }

    public DateTime AtUtc { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether it may be written: by the plan office, until the report goes up; afterwards it stays with the report.</summary>
    public static Verdict MayWrite(CompiledReportState state, Actor actor) =>
        !actor.Is(Role.PlanOffice)
            ? Verdict.No("plan-office-only", "只有研發小組可以編寫簽稿。")
            : state == CompiledReportState.Compiling
                ? Verdict.Yes
                : Verdict.No("memo-sent-up", $"報告目前是「{state.Chinese()}」，簽稿隨報告固定，不能再修改。");

    /// <summary>Takes the text as it was edited.</summary>
    public Verdict Write(MemoText text, CompiledReportState state, Actor actor, DateTime nowUtc)
    {
        var may = MayWrite(state, actor).And(() => MemoText.Check(text));
        if (may.IsAllowed)
        {
            Text = text.Cleaned();
            (ByName, AtUtc) = (actor.Name, nowUtc);
            Version++;
        }
        return may;
    }
}
