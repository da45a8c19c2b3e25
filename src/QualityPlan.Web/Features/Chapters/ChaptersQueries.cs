using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Chapters;

public sealed class ChaptersQueries(QualityPlanDb db)
{
    public async Task<IndexPage?> IndexAsync(int planId, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking().Include(one => one.Chapters)
            .SingleOrDefaultAsync(one => one.Id == planId, cancellation);
        if (plan is null)
        {
            return null;
        }
        var headings = plan.Headings;
        var form = new AboutForm
        {
            Year = plan.Year.Value,
            Title = plan.Title,
            Agency = plan.Agency,
            Area = headings.Area,
            Item = headings.Item,
            Approach = headings.Approach,
            Deadline = headings.Deadline,
            Units = headings.Units,
            SupportingUnits = headings.SupportingUnits,
            Version = plan.Version,
        };
        return new IndexPage(new PlanAround(plan.Id, plan.Title, plan.State, plan.Version), form, plan.Chapters
            .OrderBy(one => one.Position)
            .Select(one => new ChapterLine(one.Id, one.Number, one.Title, one.Text))
            .ToList());
    }

    /// <summary>The form of a chapter, or an empty one; null when the id is none of this plan's.</summary>
    public async Task<EditPage?> EditAsync(int planId, int? id, CancellationToken cancellation)
    {
        if (await IndexAsync(planId, cancellation) is not { } page)
        {
            return null;
        }
        var chapter = page.Chapters.FirstOrDefault(one => one.Id == id);
        var form = new ChapterForm
        {
            Number = chapter?.Number ?? "",
            Title = chapter?.Title ?? "",
            Text = chapter?.Text ?? "",
            Version = page.Plan.Version,
        };
        return id is not null && chapter is null ? null : new EditPage(page.Plan, id, form);
    }
}
