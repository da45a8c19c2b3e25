using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Memos;

/// <summary>Saves the 簽稿 of a round and the 簽稿範本, never over what somebody else saved meanwhile.</summary>
public sealed class MemosCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such round.</summary>
    public async Task<Verdict?> SaveAsync(int roundId, MemoForm form, Actor actor, CancellationToken cancellation)
    {
        await using var turn = await db.Database.BeginTransactionAsync(cancellation);
        // Writes the row as it is, which is the lock under which the report goes up, too.
        if (await db.Rounds.Where(round => round.Id == roundId)
            .ExecuteUpdateAsync(round => round.SetProperty(one => one.OpensOn, one => one.OpensOn), cancellation) == 0)
        {
            return null;
        }
        var memo = await db.Memos.SingleOrDefaultAsync(one => one.RoundId == roundId, cancellation) ?? new Memo(roundId);
        if (memo.Version != form.VersionShown)
        {
            return Stale(memo.Text, form);
        }
        var state = await db.CompiledReports.Where(report => report.RoundId == roundId)
            .Select(report => (CompiledReportState?)report.State).SingleOrDefaultAsync(cancellation) ?? CompiledReportState.Compiling;
        var before = memo.Id == 0 ? null : memo.Text;
        var verdict = memo.Write(form.ToText(), state, actor, clock.GetUtcNow().UtcDateTime);
        if (verdict.IsAllowed)
        {
            var quarter = await db.Rounds.Where(round => round.Id == roundId).Select(round => round.Quarter).SingleAsync(cancellation);
            var subject = memo.Id == 0 ? AuditSubject.New<Memo>(() => memo.Id) : AuditSubject.Of<Memo>(memo.Id);
            audit.Record(actor, "write-memo", subject, $"編寫{quarter}簽稿", new AuditChange(before, memo.Text));
            db.Update(memo);
            await db.SaveChangesAsync(cancellation);
            await turn.CommitAsync(cancellation);
        }
        return verdict;
    }

    public async Task<Verdict> SaveTemplateAsync(MemoForm form, Actor actor, CancellationToken cancellation)
    {
        await using var turn = await EveryonesTurn.TakeAsync(db, cancellation);
        var template = await db.MemoTemplates.OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation) ?? new MemoTemplate();
        if (template.Version != form.VersionShown)
        {
            return Stale(template.Text, form);
        }
        var before = template.Text;
        var verdict = template.Write(form.ToText(), actor);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var subject = template.Id == 0 ? AuditSubject.New<MemoTemplate>(() => template.Id) : AuditSubject.Of<MemoTemplate>(template.Id);
        audit.Record(actor, "change-memo-template", subject, "修改簽稿範本", new AuditChange(before, template.Text));
        if (template.Id == 0)
        {
            db.MemoTemplates.Add(template);
        }
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return verdict;
    }

    /// <summary>A double click finds its own text: nothing is left to do.</summary>
    private static Verdict Stale(MemoText kept, MemoForm form) => kept == form.ToText().Cleaned() ? Verdict.Yes : Refusals.Stale;
}
