using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>The tagging page: four queries, and the plan's table unless it is kept.</summary>
public sealed class TagsQueries(QualityPlanDb db, PlanTableCache tables)
{
    /// <summary>Null when there is no such list or plan, or the plan is a draft.</summary>
    public async Task<TagsPage?> PageAsync(int listId, int planId, (TagsFilter Filter, Actor Actor) asked, CancellationToken cancellation)
    {
        var list = await db.CriteriaLists.AsNoTracking().AsSplitQuery().Include(one => one.Criteria)
            .ThenInclude(one => one.Tags.Where(tag => db.Measures.Any(row => row.Id == tag.MeasureId && row.PlanId == planId)))
            .SingleOrDefaultAsync(one => one.Id == listId, cancellation);
        var plan = await db.Plans.AsNoTracking().Where(one => one.Id == planId && one.State != PlanState.Draft)
            .Select(one => new { one.Id, one.Year, one.Title, one.State, one.Version }).SingleOrDefaultAsync(cancellation);
        if (list is null || plan is null)
        {
            return null;
        }
        var places = CriteriaOutline.Of(list);
        var chosen = asked.Filter.Criterion is { } id ? places.FirstOrDefault(one => one.Id == id) : places.FirstOrDefault(one => !one.IsGroup);
        if (asked.Filter.Criterion is not null && chosen is null)
        {
            return null;
        }
        var tagged = list.Criteria.ToDictionary(one => one.Id, one => one.Tags.Select(tag => tag.MeasureId).ToHashSet());
        var table = await tables.ReadAsync(db, new PlanKey(plan.Id, plan.State, plan.Version), cancellation);
        return new TagsPage(listId, list.Title, new PlanChoice(plan.Id, plan.Year, plan.Title), asked.Filter)
        {
            Criteria = [.. places.Select(place => new CriterionChoice(place, tagged[place.Id].Count))],
            Chosen = chosen,
            Rows = new TagsTable(table, places, tagged).Rows(asked.Filter, chosen),
            TotalRows = table.Rows.Count,
            UntaggedRows = table.Rows.Count(row => !tagged.Values.Any(rows => rows.Contains(row.MeasureId))),
            Areas = AreasOf(table),
            Units = [.. table.Units.Select(one => (one.UnitId, one.Name)).DistinctBy(one => one.UnitId)],
            MayTag = CriterionTag.MayTag(asked.Actor, plan.State),
        };
    }

    /// <summary>Both levels, the second set in.</summary>
    private static List<(int Id, string Name)> AreasOf(PlanTable table) => [.. table.Rows
        .SelectMany(row => row.Place.SubArea is { } sub
            ? new[] { (row.Place.Area.Id, row.Place.Area.Text), (sub.Id, "　" + sub.Text) }
            : [(row.Place.Area.Id, row.Place.Area.Text)])
        .DistinctBy(one => one.Id)];
}

/// <summary>The rows of the plan with what each answers to.</summary>
internal sealed class TagsTable(PlanTable table, IReadOnlyList<CriterionPlace> places, Dictionary<int, HashSet<int>> tagged)
{
    public IReadOnlyList<TagRow> Rows(TagsFilter filter, CriterionPlace? chosen)
    {
        var rows = new List<TagRow>();
        OutlineRow? before = null;
        foreach (var row in table.Rows.Where(row => filter.Admits(row, table)))
        {
            var own = places.Where(place => tagged[place.Id].Contains(row.MeasureId)).ToList();
            var isTagged = own.Exists(place => place.Id == chosen?.Id);
            if ((filter.View == TagsView.Untagged && own.Count > 0) || (filter.View == TagsView.Own && !isTagged))
            {
                continue;
            }
            rows.Add(new TagRow(row, [.. own.Where(place => place.Id != chosen?.Id)])
            {
                IsTagged = isTagged,
                Area = before?.Place.Leaf.Id == row.Place.Leaf.Id ? ""
                    : row.Place.SubArea is { } sub ? $"{row.Place.Area.Text}　{sub.Text}" : row.Place.Area.Text,
            });
            before = row;
        }
        return rows;
    }
}
