using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Plans;

/// <summary>Begins, approves and closes plans.</summary>
public sealed class PlansCommands(QualityPlanDb db, AuditTrail audit, LibrarySettings library, TimeProvider clock)
{
    /// <summary>An empty draft; gives its number, or that of the draft of this year and title that is there already.</summary>
    public async Task<(int Id, bool IsNew)> BeginAsync(NewPlanForm form, Actor actor, CancellationToken cancellation)
    {
        await using var turn = await OwnTurn.TakeAsync(db, actor, cancellation);
        var (year, title) = (new RocYear(form.Year!.Value), form.Title.Trim());
        var there = await db.Plans.Where(one => one.State == PlanState.Draft && one.Year == year && one.Title == title)
            .OrderBy(one => one.Id).Select(one => (int?)one.Id).FirstOrDefaultAsync(cancellation);
        if (there is { } id)
        {
            return (id, false);
        }
        var plan = new Plan(year, title, library.Agency);
        db.Plans.Add(plan);
        audit.Record(actor, "begin-plan", AuditSubject.New<Plan>(() => plan.Id), $"新增{plan.Year}年度計畫草案",
            new AuditChange(null, new { Year = plan.Year.Value, plan.Title }));
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return (plan.Id, true);
    }

    /// <summary>核定: version 1, its four rounds and every unit's filings, in one transaction. Null for an unknown plan.</summary>
    public async Task<Verdict?> ApproveAsync(int planId, ApproveForm form, Actor actor, CancellationToken cancellation)
    {
        var plan = await db.Plans.Include(one => one.Chapters).SingleOrDefaultAsync(one => one.Id == planId, cancellation);
        if (plan is null)
        {
            return null;
        }
        if (plan.Version != form.Version)
        {
            return Refusals.Stale;
        }
        var measures = await db.Measures.AsNoTracking()
            .Include(one => one.Assignments)
            .Where(one => one.PlanId == planId)
            .ToListAsync(cancellation);
        var table = await PlanTableReader.ReadAsync(db, planId, cancellation);
        var approval = new Approval(actor, clock.GetUtcNow().UtcDateTime, form.IssuedOn!.Value, form.LetterNumber, PlanSnapshot.Of(plan, table));
        var verdict = CheckYear(plan, approval.IssuedOn).And(() => plan.Approve(approval, measures));
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var calendar = await LibraryReader.ReadCalendarAsync(db, plan.Year, cancellation);
        db.Filings.AddRange(RoundPlanning.Plan(plan, measures.SelectMany(one => one.Assignments), library.Rounds, calendar));
        audit.Record(actor, "approve-plan", AuditSubject.Of<Plan>(planId),
            $"核定{plan.Year}年度計畫，{plan.LetterNumber}，{measures.Count}項推動作法",
            new AuditChange(
                new { State = PlanState.Draft },
                new { plan.State, plan.LetterNumber, plan.IssuedOn, plan.Revisions.Last().Sha256 }));
        return await CarefulSave.TryAsync(db, Refusals.Stale, cancellation);
    }

    /// <summary>結案. Null for an unknown plan.</summary>
    public async Task<Verdict?> CloseAsync(int planId, int version, Actor actor, CancellationToken cancellation)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(one => one.Id == planId, cancellation);
        if (plan is null)
        {
            return null;
        }
        if (plan.Version != version)
        {
            return Refusals.Stale;
        }
        var verdict = plan.Close(actor);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        audit.Record(actor, "close-plan", AuditSubject.Of<Plan>(planId), $"{plan.Year}年度計畫結案",
            new AuditChange(new { State = PlanState.Approved }, new { plan.State }));
        return await CarefulSave.TryAsync(db, Refusals.Stale, cancellation);
    }

    private static Verdict CheckYear(Plan plan, DateOnly issuedOn) =>
        Math.Abs(RocYear.FromDate(issuedOn).Value - plan.Year.Value) <= 1
            ? Verdict.Yes
            : Verdict.No("issue-year", $"發文日期{RocDate.Long(issuedOn)}與{plan.Year}年度相差超過一年，請確認。");
}
