using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Reviews;

/// <summary>核可 and 退回補正 by the unit's head. A null answer means: no such filing, or not his.</summary>
public sealed class ReviewsCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    public const string Changed = "filing-changed";

    public Task<Verdict?> ApproveAsync(int filingId, ReturnForm form, Actor actor) =>
        ActAsync(filingId, form, actor, (filing, now) => form.NamesDefects
            ? Verdict.No("defects-written", "您寫了缺失。要退回請按「退回補正」；要核可，請先清除缺失文字。")
            : filing.Approve(actor, now));

    public Task<Verdict?> ReturnAsync(int filingId, ReturnForm form, Actor actor) =>
        ActAsync(filingId, form, actor, (filing, now) => form.MendBy is { } day && day >= TaipeiClock.DateAt(now)
            ? filing.ReturnForCorrection(form.ToTexts(), actor, now)
            : Verdict.No("mend-by", "退回時請填寫補正期限，不得早於今天，例如115/10/20。"));

    private async Task<Verdict?> ActAsync(
        int filingId, ReturnForm form, Actor actor, Func<UnitFiling, DateTime, Verdict> act)
    {
        var filing = await db.Filings.Include(one => one.Round).Include(one => one.Defects)
            .SingleOrDefaultAsync(one => one.Id == filingId && one.UnitId == actor.UnitId);
        if (filing is null || !await OwnsRowsAsync(filing, form))
        {
            return null;
        }
        if (filing.Version != form.Version)
        {
            return Overtaken;
        }
        var before = filing.State;
        var verdict = act(filing, clock.GetUtcNow().UtcDateTime);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var isApproved = filing.State == FilingState.Approved;
        audit.Record(
            actor, isApproved ? "approve-filing" : "return-filing", AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId),
            $"{filing.Round.Quarter}{filing.UnitName}填報{(isApproved ? "核可" : "退回補正")}",
            new AuditChange(new { State = before }, new { filing.State, Defects = isApproved ? null : form.ToTexts() }));
        return await CarefulSave.TryAsync(db, Overtaken, default);
    }

    private static Verdict Overtaken =>
        Verdict.No(Changed, "這份填報在您開啟頁面後已有變動，請看過目前的內容後再決定。");

    /// <summary>Defects may speak of the unit's own rows in this plan only.</summary>
    private async Task<bool> OwnsRowsAsync(UnitFiling filing, ReturnForm form)
    {
        if (form.Defects.Count == 0)
        {
            return true;
        }
        var rows = form.Defects.Keys.ToList();
        var (unitId, planId) = (filing.UnitId, filing.Round.PlanId);
        var own = await db.Measures.Where(measure => measure.PlanId == planId)
            .SelectMany(measure => measure.Assignments)
            .CountAsync(one => one.UnitId == unitId && rows.Contains(one.Id));
        return own == rows.Count;
    }
}
