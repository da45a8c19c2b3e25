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

    /// <summary>
    /// Keeps a reading as a draft; refused when it is larger than any plan, or has no table at all. A table whose headings
    /// nobody knows is kept unread, until somebody says what its columns are.
    /// </summary>
    public async Task<(ImportBegun? Begun, Refusal? Refusal)> BeginAsync(PlanFileReading file, Actor actor, CancellationToken cancellation)
    {
        if (file.Document is not { } document || file.Source is null)
        {
            return (null, file.Refusal);
        }
        var title = ChapterRecovery.Title(document, "");
        var hints = await HeadingMemory.HintsAsync(db, [PlanHead.AgencyIn(title) ?? library.Agency, library.Agency], cancellation);
        var (plan, refusal) = PlanFile.Recover(document, hints);
        var isUnread = plan is null && refusal == PlanRecovery.NoPlanTable && HeadingsDesk.HasTable(document);
        if (plan is null && !isUnread)
        {
            return (null, refusal);
        }
        var content = PlanHead.Begin(plan ?? new PlanReading(title, [], []), library.Agency, TaipeiClock.DateAt(Now));
        var work = ImportWork.Begin(content, document);
        work.IsUnread = isUnread;
        var finder = await DraftDesk.FinderAsync(db, content.Year, clock, cancellation);
        var draft = new ImportDraft(actor.AccountId, file.Source, Now);
        if (!DraftDesk.Keep(draft, work, finder, Now))
        {
            return (null, PlanRecovery.TooComplex);
        }
        db.ImportDrafts.Add(draft);
        audit.Record(
            actor, "read-plan-file", AuditSubject.New<ImportDraft>(() => draft.Id), $"讀入計畫檔案「{draft.FileName}」，共 {draft.RowCount} 列",
            new AuditChange(null, new { draft.FileName, draft.Sha256, draft.RowCount, draft.OpenCount }));
        await db.SaveChangesAsync(cancellation);
        return (new ImportBegun(draft.Id, isUnread), null);
    }

    /// <summary>Reads the file anew with the columns a person chose; the steps since are gone. Null when it is not there or not the actor's.</summary>
    public async Task<ChoiceOutcome?> ChooseAsync(int id, HeadingsForm form, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDesk.OwnAsync(db, id, actor, cancellation) is not { } draft
            || ImportWork.From(draft.Content) is not { Source: not null } work || work.Document() is not { } document
            || new HeadingsDesk(document, HeadingHints.None).Find(form.Table) is not { } grid)
        {
            return null;
        }
        if (draft.Version != form.Version)
        {
            return ChoiceOutcome.Stale;
        }
        form.Header = Math.Clamp(form.Header, 0, grid.Height);
        var agency = work.Now().Agency;
        var words = HeadingsDesk.Words(grid, form);
        var chosen = new ChosenColumns(form.Table, form.Header, form.Fields);
        var read = PlanFile.Recover(document, new HeadingHints(words) { Chosen = chosen });
        if (read.Plan is not { Rows.Count: > 0 } plan)
        {
            return new ChoiceOutcome("這樣對應讀不到任何推動作法，請確認標題列與推動作法的欄位。");
        }
        var content = PlanHead.Begin(plan, library.Agency, TaipeiClock.DateAt(Now));
        work.ReadAnew(content, chosen);
        if (!DraftDesk.Keep(draft, work, await DraftDesk.FinderAsync(db, content.Year, clock, cancellation), Now))
        {
            return new ChoiceOutcome(PlanRecovery.TooComplex.Sentence);
        }
        if (words.Count > 0)
        {
            var lesson = new HeadingLesson(agency, words, form.Remember);
            await HeadingMemory.TeachAsync(db, lesson, cancellation);
            HeadingMemory.Record(audit, actor, id, lesson);
        }
        return await TrySaveAsync(cancellation) ? new ChoiceOutcome("") { Rows = draft.RowCount } : ChoiceOutcome.Stale;
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
        catch (DbUpdateException)
        {
            // Besides a draft changed meanwhile: two people taught the same heading at the same moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

/// <summary>A new draft, and whether its columns have to be chosen first.</summary>
public sealed record ImportBegun(int DraftId, bool IsUnread);

/// <summary>What became of choosing the columns: rows read, or a sentence that says what to mend.</summary>
public sealed record ChoiceOutcome(string Problem)
{
    public static readonly ChoiceOutcome Stale = new("這份匯入已在另一個視窗更新，系統沒有覆蓋。請看過目前的對應再送出一次。");

    public bool IsStale => ReferenceEquals(this, Stale);

    public int Rows { get; init; }
}
