using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>A list and its criteria, for looking at and for changing.</summary>
public sealed class CriteriaQueries(QualityPlanDb db)
{
    /// <summary>Null when there is no such list.</summary>
    public async Task<ListPage?> ShowAsync(int id, Actor actor, CancellationToken cancellation)
    {
        if (await ReadAsync(id, cancellation) is not { } list)
        {
            return null;
        }
        var counts = await db.CriterionTags.AsNoTracking().Where(tag => db.Criteria.Any(one => one.Id == tag.CriterionId && one.CriteriaListId == id))
            .GroupBy(tag => tag.CriterionId).Select(tags => new { Id = tags.Key, Count = tags.Count() })
            .ToDictionaryAsync(one => one.Id, one => one.Count, cancellation);
        return new ListPage(id, list.Title, new CriteriaListForm { Year = list.Year.Value, Name = list.Name, Version = list.Version })
        {
            Criteria = [.. CriteriaOutline.Of(list).Select(place => new CriterionLineOfList(place, counts.GetValueOrDefault(place.Id)))],
            Plans = await PlansAsync(db, cancellation),
            MayChange = CriteriaList.MayChange(actor).IsAllowed,
        };
    }

    /// <summary>The form of a criterion, or of a new one; null when there is no such list or criterion.</summary>
    public async Task<CriterionPage?> EditAsync(int listId, int? id, CriterionForm? typed, CancellationToken cancellation)
    {
        if (await ReadAsync(listId, cancellation) is not { } list)
        {
            return null;
        }
        var criterion = list.Criteria.FirstOrDefault(one => one.Id == id);
        if (id is not null && criterion is null)
        {
            return null;
        }
        return new CriterionPage(listId, list.Title, typed ?? FormOf(criterion, list.Version))
        {
            Id = id,
            Parents = [.. CriteriaOutline.Of(list).Where(place => place.Id != id)
                .Select(place => new SelectListItem(new string('　', place.Level - 1) + place.Name, place.Id.ToString(CultureInfo.InvariantCulture)))],
        };
    }

    /// <summary>What would go with a criterion, or with the whole list; null when there is none.</summary>
    public async Task<DeletePage?> DeleteAsync(int listId, int? id, CancellationToken cancellation)
    {
        if (await ReadAsync(listId, cancellation) is not { } list)
        {
            return null;
        }
        var place = CriteriaOutline.Of(list).FirstOrDefault(one => one.Id == id);
        if (id is not null && place is null)
        {
            return null;
        }
        var tags = await (
            from tag in db.CriterionTags.AsNoTracking()
            join criterion in db.Criteria on tag.CriterionId equals criterion.Id
            where criterion.CriteriaListId == listId && (id == null || criterion.Id == id)
            join row in db.Measures on tag.MeasureId equals row.Id
            join plan in db.Plans on row.PlanId equals plan.Id
            orderby plan.Year, row.Position, tag.Id
            select new LostTag(plan.Year, row.Number, row.Approach)).ToListAsync(cancellation);
        return new DeletePage(listId, list.Title, list.Version) { Criterion = place, CriterionCount = list.Criteria.Count, Tags = tags };
    }

    /// <summary>The plans whose rows can be tagged, the newest first.</summary>
    internal static async Task<IReadOnlyList<PlanChoice>> PlansAsync(QualityPlanDb db, CancellationToken cancellation) => await db.Plans.AsNoTracking()
        .Where(plan => plan.State != PlanState.Draft)
        .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
        .Select(plan => new PlanChoice(plan.Id, plan.Year, plan.Title))
        .ToListAsync(cancellation);

    private Task<CriteriaList?> ReadAsync(int id, CancellationToken cancellation) =>
        db.CriteriaLists.AsNoTracking().Include(list => list.Criteria).SingleOrDefaultAsync(list => list.Id == id, cancellation);

    private static CriterionForm FormOf(Criterion? criterion, int version) => criterion is null ? new CriterionForm { Version = version } : new CriterionForm
    {
        Number = criterion.Number,
        Title = criterion.Title,
        ParentId = criterion.ParentId,
        Description = criterion.Description,
        Points = criterion.Points,
        Version = version,
    };
}
