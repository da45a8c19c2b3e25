using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Rounds;

/// <summary>Opens, prolongs and closes rounds; gives leave to file after the closing.</summary>
public sealed class RoundsCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    private static Verdict Overtaken => Refusals.ChangedMeanwhile("在您開啟頁面後，已有人調整過；請對照目前的日期後再儲存。");

    /// <summary>Null when there is no such round.</summary>
    public async Task<Verdict?> RescheduleAsync(int id, RoundForm form, Actor actor, CancellationToken cancellation)
    {
        var round = await db.Rounds.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (round is null)
        {
            return null;
        }
        if (round.Version != form.Version)
        {
            return Overtaken;
        }
        var before = round.Dates;
        var verdict = round.Reschedule(form.ToDates(), actor);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        audit.Record(
            actor, "reschedule-round", AuditSubject.Of<QuarterlyRound>(id),
            $"調整{round.Quarter}填報輪次：承辦截止{RocDate.Long(before.ReportersCloseOn)}→{RocDate.Long(round.ReportersCloseOn)}{Because(form.Reason)}",
            new AuditChange(before, round.Dates));
        return await CarefulSave.TryAsync(db, Overtaken, cancellation);
    }

    /// <summary>Null when there is no such filing.</summary>
    public async Task<(Verdict Verdict, UnitFiling Filing)?> AllowSupplementAsync(
        int filingId, SupplementForm form, Actor actor, CancellationToken cancellation)
    {
        var filing = await db.Filings.Include(one => one.Round).SingleOrDefaultAsync(one => one.Id == filingId, cancellation);
        if (filing is null)
        {
            return null;
        }
        var until = form.Until!.Value;
        var before = filing.SupplementUntil;
        var verdict = Judge(filing, form).And(() => filing.AllowSupplement(until, actor));
        if (!verdict.IsAllowed)
        {
            return (verdict, filing);
        }
        audit.Record(
            actor, "allow-supplement", AuditSubject.Of<UnitFiling>(filingId, filing.UnitId),
            $"開放{filing.UnitName}補填{filing.Round.Quarter}至{RocDate.Long(until)}{Because(form.Reason)}",
            new AuditChange(new { SupplementUntil = before }, new { SupplementUntil = until }));
        return (await CarefulSave.TryAsync(db, Overtaken, cancellation), filing);
    }

    private Verdict Judge(UnitFiling filing, SupplementForm form)
    {
        if (filing.Version != form.Version)
        {
            return Overtaken;
        }
        return form.Until < TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime)
            ? Verdict.No("supplement-past", "補填截止日已經過了，請填今天或之後的日期。")
            : Verdict.Yes;
    }

    private static string Because(string reason) => reason.Trim().Length == 0 ? "" : $"（{reason.Trim()}）";
}
