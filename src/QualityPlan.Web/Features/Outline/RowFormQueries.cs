using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Outline;

/// <summary>The form of a row, with what its texts are read as.</summary>
public sealed class RowFormQueries(QualityPlanDb db)
{
    /// <summary>The form as it stands in the database; null when the id is none of this plan's.</summary>
    public async Task<EditRowPage?> EditAsync(DraftLabel plan, int id, CancellationToken cancellation)
    {
        var measure = await FindAsync(plan.Id, id, cancellation);
        return measure is null ? null : await PageAsync(plan, id, RowForm.Of(measure), cancellation);
    }

    /// <summary>The form as it was typed, or an empty one for a new row.</summary>
    public async Task<EditRowPage> PageAsync(DraftLabel plan, int? id, RowForm form, CancellationToken cancellation) =>
        new(plan, id, form, await ReadAsync(plan, form, cancellation))
        {
            Items = await ItemsAsync(plan.Id, cancellation),
        };

    public async Task<RowReading> ReadAsync(DraftLabel plan, RowForm form, CancellationToken cancellation)
    {
        var reading = await LibraryReader.ReadReadingAsync(db, plan.Year, cancellation);
        return new RowReading(
            reading.ReadDeadline(form.Deadline), reading.ReadUnits(form.Units), reading.ReadUnits(form.SupportingUnits))
        {
            IsDecided = form.Choice != DeadlineChoice.ByText,
        };
    }

    /// <summary>Both texts of a row that was saved by somebody else in between; null when it is gone.</summary>
    public async Task<(ConflictText Text, int Version)?> ConflictAsync(DraftLabel plan, int id, RowForm typed, CancellationToken cancellation)
    {
        if (await FindAsync(plan.Id, id, cancellation) is not { } measure)
        {
            return null;
        }
        var key = $"{id}";
        var last = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.EntityType == nameof(Measure) && entry.EntityId == key)
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.AccountName, entry.AtUtc })
            .FirstOrDefaultAsync(cancellation);
        var name = $"{measure.Number} 推動作法".Trim();
        var conflict = new ConflictText(name, Words(RowForm.Of(measure)), last?.AccountName ?? "", last?.AtUtc ?? DateTime.UnixEpoch, Words(typed));
        return (conflict, measure.Version);
    }

    private Task<Measure?> FindAsync(int planId, int id, CancellationToken cancellation) => db.Measures.AsNoTracking()
        .Include(one => one.Checkpoints).Include(one => one.Assignments).AsSingleQuery()
        .SingleOrDefaultAsync(one => one.Id == id && one.PlanId == planId, cancellation);

    private async Task<List<SelectListItem>> ItemsAsync(int planId, CancellationToken cancellation)
    {
        var items = await db.PlanItems.AsNoTracking()
            .Where(item => item.PlanId == planId)
            .Select(item => new
            {
                item.Id,
                item.Text,
                item.Position,
                Area = item.Area.Text,
                AreaPosition = item.Area.Position,
                TopPosition = item.Area.Parent == null ? item.Area.Position : item.Area.Parent.Position,
            })
            .ToListAsync(cancellation);
        return items
            .OrderBy(item => item.TopPosition).ThenBy(item => item.AreaPosition).ThenBy(item => item.Position)
            .Select(item => new SelectListItem($"{item.Area}　{item.Text}", $"{item.Id}"))
            .ToList();
    }

    private static string Words(RowForm form) => string.Join('\n',
        $"編號：{form.Number}", $"推動作法：{form.Approach}", $"完成期限：{form.Deadline}",
        $"承辦單位：{form.Units}", $"協辦單位：{form.SupportingUnits}");
}
