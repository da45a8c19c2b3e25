using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Which books a person can take.</summary>
public sealed class ExportsQueries(QualityPlanDb db, BookRights rights, PapersQueries papers)
{
    public async Task<IndexPage> IndexAsync(BookForm form, Actor actor, CancellationToken cancellation)
    {
        var readable = PlanReaders.StatesFor(actor);
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(plan => readable.Contains(plan.State))
            .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Year, plan.Title, plan.State, Rows = db.Measures.Count(measure => measure.PlanId == plan.Id) })
            .ToListAsync(cancellation);
        var today = rights.Today;
        var rounds = await db.Set<QuarterlyRound>().AsNoTracking()
            .OrderBy(round => round.Quarter)
            .Select(round => new { round.PlanId, round.Quarter, round.IsLocked, HasBegun = round.OpensOn <= today })
            .ToListAsync(cancellation);
        var units = await UnitsAsync(actor, cancellation);
        var hasMemos = actor.Is(Role.PlanOffice) || actor.Is(Role.DeputyConvener) || actor.Is(Role.Convener);
        if (form is { PlanId: null, Book: null, Format: null })
        {
            (form.PlanId, form.Book) = (plans.FirstOrDefault()?.Id, BookCatalogue.All[0].Key);
        }
        return new IndexPage(
            [.. plans.Select(plan => new PlanBooks(
                plan.Id,
                plan.Title,
                plan.State.Chinese(),
                [.. rounds.Where(round => round.PlanId == plan.Id && (round.IsLocked || actor.SeesAllUnits))
                    .Select(round => new QuarterBooks(round.Quarter.ToString(), round.Quarter.Number, round.IsLocked) { HasBegun = round.HasBegun, HasMemo = hasMemos && round.HasBegun })])
            {
                Rows = plan.Rows,
                Units = [.. units.Where(unit => unit.PlanId == plan.Id).Select(unit => new UnitChoice(unit.UnitId, unit.Name))],
            })])
        {
            MayTakeEverything = actor.SeesAllUnits,
            IsEverythingLong = BookCatalogue.Find(BookCatalogue.Everything)!.IsLong(plans.Sum(plan => plan.Rows)),
            Papers = await papers.ListAsync(actor, cancellation),
            Chooser = new BookChooser(form)
            {
                Plans = [.. plans.Select(plan => (plan.Id, plan.Title))],
                Books = [.. BookCatalogue.All.Where(book => rights.Admits(book, actor) && (!book.NeedsUnit || units.Count > 0))],
                Units = [.. units.DistinctBy(unit => unit.UnitId).Select(unit => new UnitChoice(unit.UnitId, unit.Name))],
            },
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
