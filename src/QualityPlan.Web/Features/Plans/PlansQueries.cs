using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The list of plans, and the search over all of them.</summary>
public sealed class PlansQueries(QualityPlanDb db)
{
    private const int PageSize = 50;

    public async Task<IndexPage> ListAsync(int page, Actor actor, CancellationToken cancellation)
    {
        var states = PlanReaders.StatesFor(actor);
        var plans = db.Plans.AsNoTracking().Where(plan => states.Contains(plan.State));
        var total = await plans.CountAsync(cancellation);
        var lines = await plans
            .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(plan => new PlanLine(plan.Id, plan.Year, plan.Title, plan.State)
            {
                LetterNumber = plan.LetterNumber,
                IssuedOn = plan.IssuedOn,
                RowCount = db.Measures.Count(measure => measure.PlanId == plan.Id),
                UndecidedCount = plan.State != PlanState.Draft ? 0 : db.Measures.Count(measure => measure.PlanId == plan.Id
                    && (measure.DeadlineKind == DeadlineKind.Undecided
                        || measure.DeadlineKind == DeadlineKind.NotUnderstood
                        || measure.HasUnknownUnit
                        || measure.Assignments.All(one => one.Role != AssignmentRole.Lead))),
            })
            .ToListAsync(cancellation);
        return new IndexPage(lines, page, total, actor.Is(Role.PlanOffice));
    }

    public async Task<SearchPage> SearchAsync(string words, int page, Actor actor, CancellationToken cancellation)
    {
        var states = PlanReaders.StatesFor(actor);
        var rows = db.Measures.AsNoTracking()
            .Mentioning(words, row => row.Approach, row => row.Number, row => row.UnitsText,
                row => row.SupportingUnitsText, row => row.DeadlineText, row => row.Item.Text)
            .Join(db.Plans.Where(plan => states.Contains(plan.State)), row => row.PlanId, plan => plan.Id,
                (row, plan) => new { Row = row, plan.Year });
        var total = await rows.CountAsync(cancellation);
        var hits = await rows
            .OrderByDescending(hit => hit.Year).ThenBy(hit => hit.Row.PlanId).ThenBy(hit => hit.Row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(hit => new SearchHit(hit.Row.PlanId, hit.Year, hit.Row.Id, hit.Row.Number, hit.Row.Approach)
            {
                Item = hit.Row.Item.Text,
                Deadline = hit.Row.DeadlineText,
                Units = hit.Row.UnitsText,
            })
            .ToListAsync(cancellation);
        return new SearchPage(words, hits, page, total);
    }
}
