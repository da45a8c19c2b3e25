using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Which books a person can take.</summary>
public sealed class ExportsQueries(QualityPlanDb db)
{
    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var readable = PlanReaders.StatesFor(actor);
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(plan => readable.Contains(plan.State))
            .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Year, plan.Title, plan.State })
            .ToListAsync(cancellation);
        var rounds = await db.Set<QuarterlyRound>().AsNoTracking()
            .OrderBy(round => round.Quarter)
            .Select(round => new { round.PlanId, round.Quarter, round.IsLocked })
            .ToListAsync(cancellation);
        return new IndexPage(
            [.. plans.Select(plan => new PlanBooks(
                plan.Id,
                plan.Title,
                plan.State.Chinese(),
                [.. rounds.Where(round => round.PlanId == plan.Id && (round.IsLocked || actor.SeesAllUnits))
                    .Select(round => new QuarterBooks(round.Quarter.ToString(), round.Quarter.Number, round.IsLocked))]))]);
    }
}
