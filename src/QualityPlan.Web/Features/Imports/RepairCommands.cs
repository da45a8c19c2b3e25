using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>
/// Steps of the repair, each kept with the draft and taken back at will. They change nothing but a draft that only its
/// owner sees, so the trail hears of them when the plan is made. A null answer: no such draft of the actor's.
/// </summary>
public sealed class RepairCommands(QualityPlanDb db, TimeProvider clock)
{
    private const string TooLong = "計畫的文字總長超過系統上限，請縮短後再儲存。";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes over what was typed beside the doubts.</summary>
    public async Task<SaveOutcome?> SaveAsync(int id, RepairForm form, Actor actor, CancellationToken cancellation)
    {
        if (await OpenAsync(new DraftVersion(id, form.Version), actor, cancellation) is not { } desk)
        {
            return null;
        }
        if (desk.IsStale)
        {
            return SaveOutcome.Stale;
        }
        var mending = new Mending(desk.Content, desk.Finder);
        mending.Apply(form);
        if (mending.Problems.Count > 0 || mending.Edits.Count == 0)
        {
            return new SaveOutcome(mending.Problems) { Open = desk.Draft.OpenCount, Version = desk.Draft.Version };
        }
        desk.Work.Keep(mending.Step);
        if (!DraftDesk.Keep(desk.Draft, desk.Work, desk.Finder, Now))
        {
            return new SaveOutcome([new FieldProblem("", TooLong)]);
        }
        return await TrySaveAsync(cancellation)
            ? new SaveOutcome([]) { Changed = mending.Changes.Count, Open = desk.Draft.OpenCount, Version = desk.Draft.Version }
            : SaveOutcome.Stale;
    }

    /// <summary>Does a step: the edits are made from the reading as it stands; none at all is no step.</summary>
    public async Task<StepOutcome?> DoAsync(
        DraftVersion draft, Func<ImportContent, RepairStep> plan, Actor actor, CancellationToken cancellation)
    {
        if (await OpenAsync(draft, actor, cancellation) is not { } desk)
        {
            return null;
        }
        if (desk.IsStale)
        {
            return StepOutcome.Stale;
        }
        var step = plan(desk.Content);
        foreach (var edit in step.Edits)
        {
            if (edit.May(desk.Content) is { IsAllowed: false } refused)
            {
                return new StepOutcome(refused);
            }
            edit.Apply(desk.Content);
        }
        if (step.Edits.Count == 0)
        {
            return new StepOutcome(Verdict.Yes);
        }
        desk.Work.Keep(step);
        return await KeepAsync(desk, step.Label, cancellation);
    }

    /// <summary>Takes the last step back, or the last one taken back again.</summary>
    public async Task<StepOutcome?> TurnAsync(DraftVersion draft, bool isBack, Actor actor, CancellationToken cancellation)
    {
        if (await OpenAsync(draft, actor, cancellation) is not { } desk)
        {
            return null;
        }
        if (desk.IsStale)
        {
            return StepOutcome.Stale;
        }
        return (isBack ? desk.Work.Undo() : desk.Work.Redo()) is { } step
            ? await KeepAsync(desk, (isBack ? "復原：" : "重做：") + step.Label, cancellation)
            : new StepOutcome(Verdict.No("import-no-step", isBack ? "沒有可以復原的步驟。" : "沒有可以重做的步驟。"));
    }

    private async Task<StepOutcome> KeepAsync(Desk desk, string label, CancellationToken cancellation) =>
        !DraftDesk.Keep(desk.Draft, desk.Work, desk.Finder, Now) ? new StepOutcome(Verdict.No("import-too-long", TooLong))
        : await TrySaveAsync(cancellation) ? new StepOutcome(Verdict.Yes) { Done = label }
        : StepOutcome.Stale;

    private async Task<Desk?> OpenAsync(DraftVersion wanted, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDesk.OwnAsync(db, wanted.Id, actor, cancellation) is not { } draft)
        {
            return null;
        }
        var work = ImportWork.From(draft.Content);
        var content = work.Now();
        return new Desk(draft, work, content, await DraftDesk.FinderAsync(db, content.Year, clock, cancellation))
        {
            IsStale = draft.Version != wanted.Version,
        };
    }

    /// <summary>False when somebody else was first; nothing is written then.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private sealed record Desk(ImportDraft Draft, ImportWork Work, ImportContent Content, DoubtFinder Finder)
    {
        public bool IsStale { get; init; }
    }
}

/// <summary>A draft in the version that was shown.</summary>
public sealed record DraftVersion(int Id, int Version);

/// <summary>What became of a step: done with its words, refused, or stale.</summary>
public sealed record StepOutcome(Verdict May)
{
    public static readonly StepOutcome Stale = new(Verdict.No("import-stale", "這份匯入已在另一個視窗更新，系統沒有覆蓋，請看過目前的內容再做一次。"));

    /// <summary>The form itself was not valid; its boxes say why.</summary>
    public static readonly StepOutcome Invalid = new(Verdict.No("form", ""));

    public bool IsStale => ReferenceEquals(this, Stale);

    /// <summary>What was done, in words; empty when nothing had to be done.</summary>
    public string Done { get; init; } = "";
}

/// <summary>What became of saving: problems in boxes, a stale version, or how much changed and what is still open.</summary>
public sealed record SaveOutcome(IReadOnlyList<FieldProblem> Problems)
{
    public static readonly SaveOutcome Stale = new([]) { IsStale = true };

    public bool IsStale { get; private init; }

    public int Changed { get; init; }

    public int Open { get; init; }

    public int Version { get; init; }
}
