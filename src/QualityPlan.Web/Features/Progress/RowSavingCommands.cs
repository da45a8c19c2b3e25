using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Features.Progress;

/// <summary>
/// Saves the boxes of rows, as autosave and as the whole page. Two who write into one filing at the same time both
/// get through; in one row the slower one is shown both texts.
/// </summary>
public sealed class RowSavingCommands(
    QualityPlanDb db, PlanTableCache tables, AuditTrail audit, EvidenceInbox inbox, TimeProvider clock)
{
    private const int Tries = 5;

    public async Task<SaveResult> SaveAsync(FilingKey key, FilingForm form, Actor actor, CancellationToken cancellation)
    {
        foreach (var row in form.Rows.Values)
        {
            RowText.Complete(row);
        }
        var received = inbox.Examine(form);
        if (received.Faults.Count > 0)
        {
            return new SaveResult(SaveOutcome.Faulty) { Faults = received.Faults };
        }
        for (var left = Tries - 1; left >= 0; left--)
        {
            // Files are copied while nobody waits for them: who sends some takes his chance instead of a turn.
            await using var turn = received.Files.Count == 0 ? await FilingTurn.TakeAsync(db, key, cancellation) : null;
            if (await TryAsync(new Attempt(key, form, actor, received) { IsLast = left == 0 }, cancellation) is { } result)
            {
                await (result.Outcome == SaveOutcome.Saved && turn is not null ? turn.CommitAsync(cancellation) : Task.CompletedTask);
                return result;
            }
            db.ChangeTracker.Clear();
        }
        return SaveResult.Refused(Verdict.No("filing-busy", "同一時間有多人儲存這份填報，這次沒有存進去，請再按一次暫存。"));
    }

    /// <summary>Null when somebody else saved the filing between reading and writing: read again and judge anew.</summary>
    private async Task<SaveResult?> TryAsync(Attempt attempt, CancellationToken cancellation)
    {
        var (key, form, actor, _) = attempt;
        var work = await FilingWork.LoadAsync(new FilingSource(db, tables), key, form, cancellation);
        if (work is null || form.Rows.Any(row => !work.Knows(row.Key, row.Value)))
        {
            return SaveResult.NotThere;
        }
        var verdict = work.Filing.MayWrite(actor, TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime));
        if (!verdict.IsAllowed)
        {
            return SaveResult.Refused(verdict);
        }
        var rows = form.Rows.Select(row => new RowWork(work, row.Key, row.Value)).ToList();
        var stale = rows.Where(row => row.IsStale).ToList();
        if (stale.Count > 0)
        {
            return new SaveResult(SaveOutcome.Stale) { Theirs = stale.ToDictionary(row => row.Id, row => row.Theirs), Stamps = StampsOf(stale) };
        }
        var changed = rows.Where(row => row.IsChanged).ToList();
        if (changed.Count > 0 && !await WriteAsync(work, changed, attempt, cancellation))
        {
            return null;
        }
        return new SaveResult(SaveOutcome.Saved) { Stamps = StampsOf(rows.Where(row => row.IsChanged || row.IsSame)) };
    }

    /// <summary>False when somebody else was faster; then nothing is left of the files either.</summary>
    private async Task<bool> WriteAsync(FilingWork work, List<RowWork> changed, Attempt attempt, CancellationToken cancellation)
    {
        var kept = await inbox.KeepAsync(attempt.Received, cancellation);
        var isSaved = false;
        try
        {
            Apply(work, changed, attempt, kept);
            await db.SaveChangesAsync(cancellation);
            isSaved = true;
            inbox.Discard(Unused(kept, changed));
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException) when (!attempt.IsLast)
        {
            // Two began the same row at once: the unique index let one in, the other finds it now.
            return false;
        }
        finally
        {
            if (!isSaved)
            {
                inbox.Discard(kept);
            }
        }
        return true;
    }

    private void Apply(FilingWork work, List<RowWork> changed, Attempt attempt, KeptFiles kept)
    {
        var (actor, now) = (attempt.Actor, clock.GetUtcNow().UtcDateTime);
        foreach (var row in changed)
        {
            var before = row.Report is { } old ? RowState.Of(old) : null;
            var report = row.Write(now);
            foreach (var file in kept.Of(row.Id).Where(file => !Has(report, file)))
            {
                report.Attach(file, actor.Name, now);
            }
            foreach (var file in report.Evidence.Where(file => row.Boxes.Withdraw.Contains(file.Id)))
            {
                file.Withdraw();
            }
            var onBehalf = actor.UnitId == work.Filing.UnitId ? "" : "代";
            audit.Record(
                actor, "save-report", AuditSubject.Of<UnitFiling>(work.Filing.Id, work.Filing.UnitId),
                $"{work.Filing.Round.Quarter}{work.Filing.UnitName}{onBehalf}填報「{work.NameOf(row.Id)}」",
                new AuditChange(before, RowState.Of(report)));
        }
        work.Filing.Save(actor, TaipeiClock.DateAt(now));
    }

    /// <summary>The same file once more, as a double click sends it.</summary>
    private static bool Has(ProgressReport report, EvidenceFile file) => report.Evidence.Any(one =>
        !one.IsWithdrawn && one.Sha256 == file.Sha256 && one.FileName == file.FileName && one.StoredName != file.StoredName);

    private static KeptFiles Unused(KeptFiles kept, List<RowWork> changed)
    {
        var used = changed.SelectMany(row => row.Report?.Evidence ?? []).Select(one => one.StoredName).ToHashSet();
        return new KeptFiles([.. kept.Files.Where(one => !used.Contains(one.File.StoredName))]);
    }

    private static Dictionary<int, string> StampsOf(IEnumerable<RowWork> rows) => rows.ToDictionary(row => row.Id, row => row.Stamp);

    private sealed record Attempt(FilingKey Key, FilingForm Form, Actor Actor, ReceivedFiles Received)
    {
        public bool IsLast { get; init; }
    }
}
