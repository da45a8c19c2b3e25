using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Outline;

/// <summary>Adds, edits, moves and deletes the rows of a draft. A null answer: no such thing in this plan.</summary>
public sealed class RowCommands(QualityPlanDb db, AuditTrail audit)
{
    /// <summary>Gives the new row's number with the verdict.</summary>
    public async Task<(Verdict Verdict, int Id)?> AddAsync(int planId, RowForm form, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDoor.OpenAsync(db, planId, actor, cancellation) is not { } open
            || await FindItemAsync(planId, form.ItemId, cancellation) is not { } item)
        {
            return null;
        }
        if (!open.May.IsAllowed)
        {
            return (open.May, 0);
        }
        var measure = new Measure(planId, item, await LastPositionAsync(item.Id, cancellation) + 1, form.ToText());
        var verdict = await UnderstandAsync(measure, form, open.Plan, cancellation);
        if (!verdict.IsAllowed)
        {
            return (verdict, 0);
        }
        db.Measures.Add(measure);
        audit.Record(actor, "add-measure", AuditSubject.New<Measure>(() => measure.Id),
            $"{open.Plan.Year}年度計畫新增推動作法 {measure.Number}", new AuditChange(null, State(measure)));
        return (await DraftDoor.SaveAsync(db, open.Plan, cancellation), measure.Id);
    }

    public async Task<Verdict?> EditAsync(int planId, int id, RowForm form, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDoor.OpenAsync(db, planId, actor, cancellation) is not { } open
            || await FindAsync(planId, id, cancellation) is not { } measure
            || await FindItemAsync(planId, form.ItemId, cancellation) is not { } item)
        {
            return null;
        }
        if (!open.May.IsAllowed || measure.Version != form.Version)
        {
            return open.May.And(() => Refusals.Stale);
        }
        var before = State(measure);
        measure.Write(form.ToText());
        if (measure.PlanItemId != item.Id)
        {
            measure.MoveTo(item, await LastPositionAsync(item.Id, cancellation) + 1);
        }
        var verdict = await UnderstandAsync(measure, form, open.Plan, cancellation);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        audit.Record(actor, "edit-measure", AuditSubject.Of<Measure>(id),
            $"{open.Plan.Year}年度計畫修改推動作法 {measure.Number}", new AuditChange(before, State(measure)));
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    /// <summary>One place up (-1) or down (1) among the rows of its item; at the end nothing moves.</summary>
    public async Task<Verdict?> MoveAsync(DraftChange change, int id, int by, CancellationToken cancellation)
    {
        if (await DraftDoor.OpenAsync(db, change, cancellation) is not { } open
            || await FindAsync(change.PlanId, id, cancellation) is not { } measure)
        {
            return null;
        }
        if (!open.May.IsAllowed)
        {
            return open.May;
        }
        var rows = (await db.Measures.Where(one => one.PlanItemId == measure.PlanItemId).ToListAsync(cancellation))
            .OrderBy(one => one.Number, PrintedNumber.Comparer).ThenBy(one => one.Position).ThenBy(one => one.Id).ToList();
        var other = rows.ElementAtOrDefault(rows.IndexOf(measure) + Math.Sign(by));
        if (other is null || other == measure)
        {
            return Verdict.Yes;
        }
        Separate(rows, measure.Item);
        measure.TradePlaces(other);
        audit.Record(change.Actor, "move-measure", AuditSubject.Of<Measure>(id),
            $"{open.Plan.Year}年度計畫推動作法 {measure.Number} {(by < 0 ? "上移" : "下移")}");
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    public async Task<Verdict?> DeleteAsync(int planId, int id, int version, Actor actor, CancellationToken cancellation)
    {
        if (await DraftDoor.OpenAsync(db, planId, actor, cancellation) is not { } open
            || await FindAsync(planId, id, cancellation) is not { } measure)
        {
            return null;
        }
        if (!open.May.IsAllowed || measure.Version != version)
        {
            return open.May.And(() => Refusals.Stale);
        }
        db.Measures.Remove(measure);
        audit.Record(actor, "delete-measure", AuditSubject.Of<Measure>(id),
            $"{open.Plan.Year}年度計畫刪除推動作法 {measure.Number}", new AuditChange(State(measure), null));
        return await DraftDoor.SaveAsync(db, open.Plan, cancellation);
    }

    /// <summary>Gives each row a position of its own; rows that have one stay untouched, and their open forms valid.</summary>
    private static void Separate(List<Measure> rows, PlanItem item)
    {
        if (rows.DistinctBy(one => one.Position).Count() == rows.Count)
        {
            return;
        }
        for (var place = 0; place < rows.Count; place++)
        {
            rows[place].MoveTo(item, place + 1);
        }
    }

    /// <summary>Takes the units from their text, and the checkpoints from theirs or from the person's choice.</summary>
    private async Task<Verdict> UnderstandAsync(Measure measure, RowForm form, Plan plan, CancellationToken cancellation)
    {
        var reading = await LibraryReader.ReadReadingAsync(db, plan.Year, cancellation);
        if (form.Choice == DeadlineChoice.ByText)
        {
            reading.Apply(measure, keepDecision: false);
            return Verdict.Yes;
        }
        reading.ApplyUnits(measure);
        return reading.Decide(measure, form.ChosenKind, form.ReadDays().Select(day => day.Date).OfType<DateOnly>().ToList());
    }

    private Task<Measure?> FindAsync(int planId, int id, CancellationToken cancellation) => db.Measures
        .Include(one => one.Item).Include(one => one.Checkpoints).Include(one => one.Assignments)
        .AsSingleQuery()
        .SingleOrDefaultAsync(one => one.Id == id && one.PlanId == planId, cancellation);

    private Task<PlanItem?> FindItemAsync(int planId, int? id, CancellationToken cancellation) =>
        db.PlanItems.SingleOrDefaultAsync(one => one.Id == id && one.PlanId == planId, cancellation);

    private async Task<int> LastPositionAsync(int itemId, CancellationToken cancellation) =>
        await db.Measures.Where(one => one.PlanItemId == itemId).MaxAsync(one => (int?)one.Position, cancellation) ?? 0;

    private static object State(Measure measure) => new
    {
        Item = measure.Item.Text,
        measure.Number,
        measure.Approach,
        measure.DeadlineText,
        measure.DeadlineKind,
        measure.IsDeadlineDecided,
        Checkpoints = measure.Checkpoints.Select(one => one.DueOn).ToList(),
        measure.UnitsText,
        measure.SupportingUnitsText,
    };
}
