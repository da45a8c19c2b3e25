using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Features.Imports.Repair;

namespace QualityPlan.Web.Features.Imports;

/// <summary>Reads files into drafts, keeps what is mended in them, throws them away.</summary>
public sealed class ImportsCommands(QualityPlanDb db, AuditTrail audit, LibrarySettings library, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps a reading as a draft; refused when it is larger than any plan.</summary>
    public async Task<(int? DraftId, Refusal? Refusal)> BeginAsync(PlanFileReading file, Actor actor, CancellationToken cancellation)
    {
        if (file.Plan is null || file.Source is null)
        {
            return (null, file.Refusal);
        }
        var content = PlanHead.Begin(file.Plan, library.Agency, TaipeiClock.DateAt(Now));
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var draft = new ImportDraft(actor.AccountId, file.Source, Now);
        if (!DraftDesk.Keep(draft, content, finder, Now))
        {
            return (null, PlanRecovery.TooComplex);
        }
        db.ImportDrafts.Add(draft);
        audit.Record(
            actor, "read-plan-file", AuditSubject.New<ImportDraft>(() => draft.Id), $"讀入計畫檔案「{draft.FileName}」，共 {draft.RowCount} 列",
            new AuditChange(null, new { draft.FileName, draft.Sha256, draft.RowCount, draft.OpenCount }));
        await db.SaveChangesAsync(cancellation);
        return (draft.Id, null);
    }

    /// <summary>Takes over what was typed; null when the draft is not there or not the actor's.</summary>
    public async Task<SaveOutcome?> SaveAsync(int id, RepairForm form, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDesk.OwnAsync(db, id, actor, cancellation) is not { } draft)
        {
            return null;
        }
        if (draft.Version != form.Version)
        {
            return SaveOutcome.Stale;
        }
        var content = ImportContent.From(draft.Content);
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var mending = new Mending(content, finder);
        mending.Apply(form);
        if (mending.Problems.Count > 0 || mending.Changes.Count == 0)
        {
            return new SaveOutcome(mending.Problems) { Open = draft.OpenCount, Version = draft.Version };
        }
        if (!DraftDesk.Keep(draft, content, finder, Now))
        {
            return new SaveOutcome([new FieldProblem("", "計畫的文字總長超過系統上限，請縮短後再儲存。")]);
        }
        audit.Record(
            actor, "mend-import", AuditSubject.Of<ImportDraft>(id), $"處理匯入「{draft.FileName}」的 {mending.Changes.Count} 項",
            new AuditChange(null, mending.Changes));
        return await TrySaveAsync(cancellation)
            ? new SaveOutcome([]) { Changed = mending.Changes.Count, Open = draft.OpenCount, Version = draft.Version }
            : SaveOutcome.Stale;
    }

    /// <summary>False when the draft is not there or not the actor's.</summary>
    public async Task<bool> DiscardAsync(int id, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDesk.OwnAsync(db, id, actor, cancellation) is not { } draft)
        {
            return false;
        }
        db.ImportDrafts.Remove(draft);
        audit.Record(
            actor, "discard-import", AuditSubject.Of<ImportDraft>(id), $"捨棄未完成的匯入「{draft.FileName}」",
            new AuditChange(new { draft.FileName, draft.Sha256, draft.Title, draft.RowCount }, null));
        return await TrySaveAsync(cancellation);
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
