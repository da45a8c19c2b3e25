using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Outline;

/// <summary>Adds, renames, moves and deletes areas and items of a draft. A null answer: no such thing in this plan.</summary>
public sealed class StepCommands(QualityPlanDb db, AuditTrail audit)
{
    public async Task<Verdict?> SaveAreaAsync(DraftChange change, int? id, StepForm form, CancellationToken cancellation)
    {
        var areas = await AreasAsync(change.PlanId, cancellation);
        var area = areas.Find(one => one.Id == id);
        var parent = areas.Find(one => one.Id == form.ParentId && one.ParentId is null);
        if (await DraftDoor.OpenAsync(db, change, cancellation) is not { } open
            || (id is not null && area is null) || (id is null && form.ParentId is not null && parent is null))
        {
            return null;
        }
        var may = area is null && parent is not null ? open.May.And(() => MayHoldAreas(parent)) : open.May;
        if (!may.IsAllowed)
        {
            return may;
        }
        if (area is null)
        {
            area = new Area(change.PlanId, parent, form.Text, NextPosition(areas.Where(one => one.ParentId == parent?.Id), one => one.Position));
            db.Areas.Add(area);
            Note(change, "add-area", AuditSubject.New<Area>(() => area.Id), $"新增實施要項 {area.Text}");
        }
        else
        {
            var before = area.Text;
            area.Rename(form.Text);
            Note(change, "rename-area", AuditSubject.Of<Area>(area.Id), "修改實施要項", new AuditChange(before, area.Text));
        }
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    public async Task<Verdict?> SaveItemAsync(DraftChange change, int? id, StepForm form, CancellationToken cancellation)
    {
        var area = (await AreasAsync(change.PlanId, cancellation)).Find(one => one.Id == form.ParentId);
        var item = await db.PlanItems.Include(one => one.Area).SingleOrDefaultAsync(one => one.Id == id && one.PlanId == change.PlanId, cancellation);
        if (await DraftDoor.OpenAsync(db, change, cancellation) is not { } open || area is null || (id is not null && item is null))
        {
            return null;
        }
        var may = open.May.And(() => MayHoldItems(area));
        if (!may.IsAllowed)
        {
            return may;
        }
        var siblings = await db.PlanItems.Where(one => one.AreaId == area.Id).ToListAsync(cancellation);
        if (item is null)
        {
            item = new PlanItem(change.PlanId, area, form.Text, NextPosition(siblings, one => one.Position));
            db.PlanItems.Add(item);
            Note(change, "add-item", AuditSubject.New<PlanItem>(() => item.Id), $"新增執行項目 {item.Text}");
        }
        else
        {
            var before = new { item.Text, Area = item.Area.Text };
            item.Rename(form.Text);
            if (item.AreaId != area.Id)
            {
                item.MoveTo(area, NextPosition(siblings, one => one.Position));
            }
            Note(change, "rename-item", AuditSubject.Of<PlanItem>(item.Id), "修改執行項目",
                new AuditChange(before, new { item.Text, Area = area.Text }));
        }
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    /// <summary>One place up (-1) or down (1) among its neighbours; at the end nothing moves.</summary>
    public async Task<Verdict?> MoveAsync(DraftChange change, StepKind kind, int id, int by, CancellationToken cancellation)
    {
        if (await DraftDoor.OpenAsync(db, change, cancellation) is not { } open)
        {
            return null;
        }
        var found = kind == StepKind.Areas
            ? await MoveAreaAsync(change.PlanId, id, by, cancellation)
            : await MoveItemAsync(change.PlanId, id, by, cancellation);
        if (!found || !open.May.IsAllowed)
        {
            return found ? open.May : null;
        }
        var subject = kind == StepKind.Areas ? AuditSubject.Of<Area>(id) : AuditSubject.Of<PlanItem>(id);
        Note(change, "move-step", subject, by < 0 ? "架構上移" : "架構下移");
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    /// <summary>Only what is empty may go.</summary>
    public async Task<Verdict?> DeleteAsync(DraftChange change, StepKind kind, int id, CancellationToken cancellation)
    {
        var isArea = kind == StepKind.Areas;
        var area = isArea ? await db.Areas.SingleOrDefaultAsync(one => one.Id == id && one.PlanId == change.PlanId, cancellation) : null;
        var item = isArea ? null : await db.PlanItems.SingleOrDefaultAsync(one => one.Id == id && one.PlanId == change.PlanId, cancellation);
        if (await DraftDoor.OpenAsync(db, change, cancellation) is not { } open || (area is null && item is null))
        {
            return null;
        }
        var isFull = isArea
            ? await db.PlanItems.AnyAsync(one => one.AreaId == id, cancellation) || await db.Areas.AnyAsync(one => one.ParentId == id, cancellation)
            : await db.Measures.AnyAsync(one => one.PlanItemId == id, cancellation);
        if (!open.May.IsAllowed || isFull)
        {
            return open.May.And(() => Verdict.No("step-not-empty", "裡面還有內容，請先移走或刪除後再刪除這一層。"));
        }
        db.Remove((object?)area ?? item!);
        Note(change, isArea ? "delete-area" : "delete-item",
            isArea ? AuditSubject.Of<Area>(id) : AuditSubject.Of<PlanItem>(id), $"刪除{(isArea ? "實施要項" : "執行項目")} {area?.Text ?? item?.Text}");
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    private async Task<bool> MoveAreaAsync(int planId, int id, int by, CancellationToken cancellation)
    {
        var areas = await AreasAsync(planId, cancellation);
        var area = areas.Find(one => one.Id == id);
        Shift(areas.Where(one => one.ParentId == area?.ParentId), area, by, (one, position) => one.MoveTo(position));
        return area is not null;
    }

    private async Task<bool> MoveItemAsync(int planId, int id, int by, CancellationToken cancellation)
    {
        var items = await db.PlanItems.Where(one => one.PlanId == planId)
            .OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancellation);
        var item = items.Find(one => one.Id == id);
        Shift(items.Where(one => one.AreaId == item?.AreaId), item, by, (one, position) => one.MoveTo(position));
        return item is not null;
    }

    private static void Shift<T>(IEnumerable<T> siblings, T? one, int by, Action<T, int> place)
        where T : class
    {
        var order = siblings.ToList();
        if (one is null || order.IndexOf(one) is not (>= 0 and var at))
        {
            return;
        }
        order.RemoveAt(at);
        order.Insert(Math.Clamp(at + Math.Sign(by), 0, order.Count), one);
        for (var index = 0; index < order.Count; index++)
        {
            place(order[index], index + 1);
        }
    }

    private Task<List<Area>> AreasAsync(int planId, CancellationToken cancellation) => db.Areas
        .Where(area => area.PlanId == planId)
        .OrderBy(area => area.Position).ThenBy(area => area.Id)
        .ToListAsync(cancellation);

    private Verdict MayHoldAreas(Area area) => db.PlanItems.Any(item => item.AreaId == area.Id)
        ? Verdict.No("area-has-items", $"「{area.Text}」之下已有執行項目，不能再分次要項；請先把執行項目移到別處。")
        : Verdict.Yes;

    private Verdict MayHoldItems(Area area) => db.Areas.Local.Any(sub => sub.ParentId == area.Id)
        ? Verdict.No("area-has-areas", $"「{area.Text}」之下分有次要項，請選擇其中一個次要項。")
        : Verdict.Yes;

    private static int NextPosition<T>(IEnumerable<T> siblings, Func<T, int> position) =>
        siblings.Select(position).DefaultIfEmpty().Max() + 1;

    private void Note(DraftChange change, string action, AuditSubject subject, string summary, AuditChange? states = null) =>
        audit.Record(change.Actor, action, subject, summary, states);
}
