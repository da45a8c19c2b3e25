using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Which books a person can take.</summary>
public sealed class ExportsQueries(QualityPlanDb db, TimeProvider clock)
{
    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var readable = PlanReaders.StatesFor(actor);
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(plan => readable.Contains(plan.State))
            .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Year, plan.Title, plan.State })
            .ToListAsync(cancellation);
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var rounds = await db.Set<QuarterlyRound>().AsNoTracking()
            .OrderBy(round => round.Quarter)
            .Select(round => new { round.PlanId, round.Quarter, round.IsLocked, HasBegun = round.OpensOn <= today })
            .ToListAsync(cancellation);
        var units = await UnitsAsync(actor, cancellation);
        var hasMemos = actor.Is(Role.PlanOffice) || actor.Is(Role.DeputyConvener) || actor.Is(Role.Convener);
        return new IndexPage(
            [.. plans.Select(plan => new PlanBooks(
                plan.Id,
                plan.Title,
                plan.State.Chinese(),
                [.. rounds.Where(round => round.PlanId == plan.Id && (round.IsLocked || actor.SeesAllUnits))
                    .Select(round => new QuarterBooks(round.Quarter.ToString(), round.Quarter.Number, round.IsLocked) { HasBegun = round.HasBegun, HasMemo = hasMemos && round.HasBegun })])
            {
                Units = [.. units.Where(unit => unit.PlanId == plan.Id).Select(unit => new UnitChoice(unit.UnitId, unit.Name))],
            })])
        {
            MayTakeEverything = actor.SeesAllUnits,
        };
    }

    /// <summary>The units of every plan whose table the person may take.</summary>
    private async Task<List<UnitOfPlan>> UnitsAsync(Actor actor, CancellationToken cancellation)
    {
        var (all, own) = (actor.SeesAllUnits, actor.UnitId);
        if (!all && (own is null || !(actor.Is(Role.Reporter) || actor.Is(Role.UnitHead))))
        {
            return [];
        }
        return await (
            from measure in db.Set<Measure>().AsNoTracking()
            from assignment in measure.Assignments
            join unit in db.Set<Unit>() on assignment.UnitId equals unit.Id
            where all || unit.Id == own
            select new { measure.PlanId, unit.Id, unit.Name, unit.Position })
            .Distinct()
            .OrderBy(one => one.Position).ThenBy(one => one.Id)
            .Select(one => new UnitOfPlan(one.PlanId, one.Id, one.Name))
            .ToListAsync(cancellation);
    }

    private sealed record UnitOfPlan(int PlanId, int UnitId, string Name);
}
