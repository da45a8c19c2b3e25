using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Outline;

/// <summary>A draft's outline, and the forms of its areas and items.</summary>
public sealed class OutlineQueries(QualityPlanDb db)
{
    public Task<DraftLabel?> LabelAsync(int planId, CancellationToken cancellation) => db.Plans.AsNoTracking()
        .Where(plan => plan.Id == planId)
        .Select(plan => new DraftLabel(plan.Id, plan.Year, plan.Title, plan.State, plan.Version))
        .SingleOrDefaultAsync(cancellation);

    public async Task<IndexPage> IndexAsync(DraftLabel plan, CancellationToken cancellation)
    {
        var areas = await db.Areas.AsNoTracking().Where(area => area.PlanId == plan.Id)
            .OrderBy(area => area.Position).ThenBy(area => area.Id).ToListAsync(cancellation);
        var items = await db.PlanItems.AsNoTracking().Where(item => item.PlanId == plan.Id)
            .OrderBy(item => item.Position).ThenBy(item => item.Id).ToListAsync(cancellation);
        var rows = (await OutlineReader.ReadAsync(db, plan.Id, cancellation)).ToLookup(row => row.Place.Item.Id);
        var itemsOf = items.ToLookup(item => item.AreaId, item => new ItemLine(item.Id, item.Text, rows[item.Id].ToList()));
        var subsOf = areas.Where(area => area.ParentId is not null).ToLookup(
            area => area.ParentId!.Value,
            area => new AreaLine(area.Id, area.Text, true) { Items = itemsOf[area.Id].ToList() });
        return new IndexPage(plan, areas
            .Where(area => area.ParentId is null)
            .Select(area => new AreaLine(area.Id, area.Text, false)
            {
                SubAreas = subsOf[area.Id].ToList(),
                Items = itemsOf[area.Id].ToList(),
            })
            .ToList());
    }

    /// <summary>The form of an area; null when the id is none of this plan's.</summary>
    public async Task<StepPage?> AreaAsync(DraftLabel plan, int? id, int? parent, CancellationToken cancellation)
    {
        var areas = await db.Areas.AsNoTracking().Where(area => area.PlanId == plan.Id)
            .OrderBy(area => area.Position).ToListAsync(cancellation);
        var area = areas.FirstOrDefault(one => one.Id == id);
        if (id is not null && area is null)
        {
            return null;
        }
        var form = new AreaForm { Text = area?.Text ?? "", ParentId = area?.ParentId ?? parent, Version = plan.Version };
        return new StepPage(plan, StepKind.Areas, id, form)
        {
            Parents = id is null ? Choices(areas.Where(one => one.ParentId is null)) : [],
        };
    }

    /// <summary>The form of an item; null when the id is none of this plan's.</summary>
    public async Task<StepPage?> ItemAsync(DraftLabel plan, int? id, int? areaId, CancellationToken cancellation)
    {
        var item = id is null ? null : await db.PlanItems.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.PlanId == plan.Id, cancellation);
        if (id is not null && item is null)
        {
            return null;
        }
        var form = new StepForm { Text = item?.Text ?? "", ParentId = item?.AreaId ?? areaId, Version = plan.Version };
        return new StepPage(plan, StepKind.Items, id, form) { Parents = await LeafAreasAsync(plan.Id, cancellation) };
    }

    /// <summary>Where items may stand: every area that has no areas below it, in the table's order.</summary>
    private async Task<IReadOnlyList<SelectListItem>> LeafAreasAsync(int planId, CancellationToken cancellation)
    {
        var areas = await db.Areas.AsNoTracking().Include(area => area.Parent)
            .Where(area => area.PlanId == planId && !db.Areas.Any(sub => sub.ParentId == area.Id))
            .ToListAsync(cancellation);
        return Choices(areas.OrderBy(area => (area.Parent ?? area).Position).ThenBy(area => area.Position));
    }

    private static List<SelectListItem> Choices(IEnumerable<Area> areas) => areas
        .Select(area => new SelectListItem(area.Parent is null ? area.Text : $"{area.Parent.Text}　{area.Text}", $"{area.Id}"))
        .ToList();
}
