using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>Saves which rows answer to a criterion: only what was ticked or unticked on the page, beside what others did meanwhile.</summary>
public sealed class TagsCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<TagsOutcome> SaveAsync(int listId, int planId, (CriterionTagsForm Form, Actor Actor) by, CancellationToken cancellation)
    {
        await using var turn = await db.Database.BeginTransactionAsync(cancellation);
        // Writes the row as it is: the lock under which two people tag one after the other.
        if (await db.CriteriaLists.Where(list => list.Id == listId)
            .ExecuteUpdateAsync(list => list.SetProperty(one => one.Name, one => one.Name), cancellation) == 0)
        {
            return new TagsOutcome(VerdictAnswers.Unknown);
        }
        var (form, actor) = by;
        var criterion = await db.Criteria.Include(one => one.Tags).SingleOrDefaultAsync(one => one.Id == form.Criterion && one.CriteriaListId == listId, cancellation);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellation);
        if (criterion is null || plan is null)
        {
            return new TagsOutcome(VerdictAnswers.Unknown);
        }
        var may = CriterionTag.MayTag(actor, plan.State);
        var asked = form.Ticked.Except(form.Before).Concat(form.Before.Except(form.Ticked)).ToArray();
        var rows = await db.Measures.AsNoTracking().Where(row => row.PlanId == planId && EF.Parameter(asked).Contains(row.Id))
            .Select(row => new { row.Id, row.Number }).ToDictionaryAsync(row => row.Id, row => row.Number, cancellation);
        if (!may.IsAllowed || rows.Count < asked.Distinct().Count())
        {
            return new TagsOutcome(may.IsAllowed ? VerdictAnswers.Unknown : may);
        }
        var had = criterion.Tags.ToDictionary(tag => tag.MeasureId);
        var added = form.Ticked.Except(form.Before).Where(id => !had.ContainsKey(id)).ToList();
        var removed = form.Before.Except(form.Ticked).Where(had.ContainsKey).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        db.CriterionTags.AddRange(added.Select(id => new CriterionTag(criterion.Id, id, actor, now)));
        db.CriterionTags.RemoveRange(removed.Select(id => had[id]));
        if (added.Count + removed.Count > 0)
        {
            audit.Record(actor, "tag-criterion", AuditSubject.Of<Criterion>(criterion.Id),
                $"評核項目「{$"{criterion.Number} {criterion.Title}".Trim()}」對應{plan.Year}年度計畫：增加{added.Count}列、取消{removed.Count}列",
                new AuditChange(removed.Count == 0 ? null : new { Measures = removed.ConvertAll(id => $"{rows[id]}（{id}）") },
                    added.Count == 0 ? null : new { Measures = added.ConvertAll(id => $"{rows[id]}（{id}）") }));
            await db.SaveChangesAsync(cancellation);
        }
        await turn.CommitAsync(cancellation);
        return new TagsOutcome(Verdict.Yes) { Added = added.Count, Removed = removed.Count };
    }
}

/// <summary>What was saved, or why not.</summary>
public sealed record TagsOutcome(Verdict Verdict)
{
    public int Added { get; init; }

    public int Removed { get; init; }

    public string Sentence => (Added, Removed) switch
    {
        (0, 0) => "沒有變動。",
        (_, 0) => $"已增加{Added}列對應。",
        (0, _) => $"已取消{Removed}列對應。",
        _ => $"已增加{Added}列、取消{Removed}列對應。",
    };
}
