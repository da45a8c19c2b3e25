using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Progress;

/// <summary>暫存, 送審 and 抽回 of a unit's filing.</summary>
public sealed class ProgressCommands(
    QualityPlanDb db, PlanTableCache tables, AuditTrail audit, RowSavingCommands rows, TimeProvider clock)
{
    /// <summary>Saves the rows that were changed, all or none of them.</summary>
    public Task<SaveResult> SaveAsync(FilingKey key, FilingForm form, Actor actor, CancellationToken cancellation) =>
        rows.SaveAsync(key, form, actor, cancellation);

    /// <summary>Saves, then submits; what lacks is named at once, and what was typed stays saved.</summary>
    public async Task<SaveResult> SubmitAsync(FilingKey key, FilingForm form, Actor actor, CancellationToken cancellation)
    {
        var saved = await rows.SaveAsync(key, form, actor, cancellation);
        if (saved.Outcome != SaveOutcome.Saved)
        {
            return saved;
        }
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        var sheet = await FilingReader.ReadAsync(new FilingSource(db, tables), key, TaipeiClock.DateAt(now), cancellation);
        var filing = await db.Filings
            .Include(one => one.Round).Include(one => one.Defects)
            .Include(one => one.Reports).ThenInclude(report => report.Marks)
            .Include(one => one.Reports).ThenInclude(report => report.Evidence)
            .AsSplitQuery()
            .SingleAsync(one => one.RoundId == key.RoundId && one.UnitId == key.UnitId, cancellation);
        var faults = SubmissionCheck.Faults(sheet!, filing);
        if (faults.Count > 0)
        {
            return saved with { Outcome = SaveOutcome.Faulty, Faults = faults };
        }
        var verdict = filing.Reports.Count == 0 && filing.State == FilingState.Empty
            ? Verdict.No("filing-empty", "還沒有填寫任何一列，不需要送審。")
            : await MoveAsync(filing, one => one.Submit(actor, now), ("submit-filing", "送審"), actor);
        return saved with { Outcome = verdict.IsAllowed ? SaveOutcome.Saved : SaveOutcome.Refused, Verdict = verdict };
    }

    /// <summary>抽回; null when there is no such filing.</summary>
    public async Task<Verdict?> WithdrawAsync(FilingKey key, int version, Actor actor)
    {
        var filing = await db.Filings.Include(one => one.Round)
            .SingleOrDefaultAsync(one => one.RoundId == key.RoundId && one.UnitId == key.UnitId);
        if (filing is null)
        {
            return null;
        }
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        return filing.Version == version
            ? await MoveAsync(filing, one => one.Withdraw(actor, today), ("withdraw-filing", "抽回"), actor)
            : Overtaken;
    }

    private static Verdict Overtaken =>
        Verdict.No("filing-changed", "這份填報在您開啟頁面後已有變動，請看過目前的內容後再決定。");

    private async Task<Verdict> MoveAsync(
        UnitFiling filing, Func<UnitFiling, Verdict> act, (string Action, string Word) what, Actor actor)
    {
        var before = filing.State;
        var verdict = act(filing);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        audit.Record(
            actor, what.Action, AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId),
            $"{filing.Round.Quarter}{filing.UnitName}填報{what.Word}{(filing.IsOnBehalf ? "（代填）" : "")}",
            new AuditChange(new { State = before }, new { filing.State, filing.SubmissionCount, filing.IsLate }));
        return await CarefulSave.TryAsync(db, Overtaken, default);
    }
}
