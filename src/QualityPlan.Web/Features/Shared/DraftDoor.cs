using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Shared;

/// <summary>
/// The way every change of a draft goes: load the plan, ask it whether it may be edited, change, touch the plan
/// so that a stale approval is refused, save.
/// </summary>
internal static class DraftDoor
{
    /// <summary>The plan for changing, or why not. Null for an unknown plan.</summary>
    public static async Task<(Plan Plan, Verdict May)?> OpenAsync(
        QualityPlanDb db, int planId, Actor actor, CancellationToken cancellation)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(one => one.Id == planId, cancellation);
        return plan is null ? null : (plan, plan.MayEdit(actor));
    }

    /// <summary>The same, for a form that was made from that version of the plan.</summary>
    public static async Task<(Plan Plan, Verdict May)?> OpenAsync(
        QualityPlanDb db, DraftChange change, CancellationToken cancellation) =>
        await OpenAsync(db, change.PlanId, change.Actor, cancellation) is not { } open ? null
        : open.May.IsAllowed && open.Plan.Version != change.Version ? (open.Plan, Refusals.Stale)
        : open;

    public static async Task<Verdict> SaveAsync(QualityPlanDb db, Plan plan, CancellationToken cancellation)
    {
        plan.Touch();
        return await CarefulSave.TryAsync(db, Refusals.Stale, cancellation);
    }
}

/// <summary>Who changes which plan, from which version of it.</summary>
public sealed record DraftChange(int PlanId, int Version, Actor Actor);

/// <summary>One press of an up, down or delete button: the plan's version as shown, and the direction.</summary>
public sealed class DraftStep
{
    public int Version { get; set; }

    [Range(-1, 1)]
    public int By { get; set; }
}
