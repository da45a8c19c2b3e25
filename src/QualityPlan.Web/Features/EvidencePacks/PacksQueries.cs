using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Books.Packs;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>The lists, and what a pack would hold.</summary>
public sealed class PacksQueries(QualityPlanDb db, PlanTableCache tables, PackInspection inspection, RareCharacters rare, TimeProvider clock)
{
    /// <summary>So much is read through for the page itself; more only when somebody asks, or on the way out.</summary>
    private const long ReadAtOnce = 100 * 1024 * 1024;

    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var lists = await db.CriteriaLists.AsNoTracking().OrderByDescending(list => list.Year).ThenBy(list => list.Name)
            .Select(list => new ListLine(list.Id, list.Year, list.Name) { CriterionCount = list.Criteria.Count() })
            .ToListAsync(cancellation);
        var plans = await CriteriaQueries.PlansAsync(db, cancellation);
        return new IndexPage(lists.ConvertAll(list => list with { Plan = plans.FirstOrDefault(plan => plan.Year == list.Year) ?? plans.FirstOrDefault() }))
        {
            MayChange = CriteriaList.MayChange(actor).IsAllowed,
            HasPlans = plans.Count > 0,
        };
    }

    /// <summary>Null when there is no such list or plan, or the plan is a draft.</summary>
    public async Task<PackPage?> PackAsync(PackWish asked, bool isToBeRead, Actor actor, CancellationToken cancellation)
    {
        var wish = asked.InOrder();
        if (await PackReader.ReadAsync(new RoundSource(db, tables), wish, cancellation) is not { } read)
        {
            return null;
        }
        var pack = inspection.Glance(read);
        if (isToBeRead || pack.SoundFiles.DistinctBy(file => file.StoredName).Sum(file => file.Length) <= ReadAtOnce)
        {
            pack = await inspection.ReadAsync(read, cancellation);
        }
        return new PackPage(wish, pack)
        {
            Gaps = pack.Gaps(),
            MissingCharacters = rare.In(PackIndexBook.Build(pack, Today)),
            MayChange = CriteriaList.MayChange(actor).IsAllowed,
        };
    }
}
