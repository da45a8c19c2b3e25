using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The pages before 核定 and 結案.</summary>
public sealed class ApprovalQueries(QualityPlanDb db, TimeProvider clock)
{
    /// <summary>The page for a draft; null for a plan that is none. A form that came back keeps what was typed.</summary>
    public async Task<ApprovePage?> ApproveAsync(int planId, ApproveForm? typed, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking()
            .Where(one => one.Id == planId && one.State == PlanState.Draft)
            .Select(one => new { Label = new PlanLabel(one.Id, one.Year, one.Title, one.IssuedOn), one.Version })
            .SingleOrDefaultAsync(cancellation);
        if (plan is null)
        {
            return null;
        }
        var table = await PlanTableReader.ReadAsync(db, planId, cancellation);
        var form = typed ?? new ApproveForm();
        form.Version = plan.Version;
        var issuedOn = form.IssuedOn ?? TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        return new ApprovePage(plan.Label, form)
        {
            RowCount = table.Rows.Count,
            UnitCount = table.Units.DistinctBy(unit => unit.UnitId).Count(),
            Open = table.Rows
                .Select(row => OpenRow.Of(row, table.OpenDecisionsOf(row)))
                .Where(row => row.Reasons.Count > 0)
                .ToList(),
            DueBeforeIssue = table.Rows.Select(row => OpenRow.DueBefore(issuedOn, row, table)).OfType<OpenRow>().ToList(),
            PerQuarter = table.Checkpoints
                .GroupBy(one => Quarter.Of(one.DueOn))
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Count(), group.DistinctBy(one => one.MeasureId).Count()))
                .ToList(),
        };
    }

    public async Task<ClosePage?> CloseAsync(int planId, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking()
            .Where(one => one.Id == planId && one.State == PlanState.Approved)
            .Select(one => new { Label = new PlanLabel(one.Id, one.Year, one.Title, one.IssuedOn), one.Version })
            .SingleOrDefaultAsync(cancellation);
        if (plan is null)
        {
            return null;
        }
        var open = await db.Rounds.AsNoTracking()
            .Where(round => round.PlanId == planId && !round.IsLocked)
            .OrderBy(round => round.Quarter)
            .Select(round => round.Quarter)
            .ToListAsync(cancellation);
        return new ClosePage(plan.Label, plan.Version, open);
    }
}
