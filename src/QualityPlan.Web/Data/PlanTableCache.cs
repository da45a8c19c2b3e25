namespace QualityPlan.Web.Data;

/// <summary>The tables of plans, those of approved ones kept.</summary>
public sealed class PlanTableCache(ApprovedPlans<PlanTable> approved)
{
    public Task<PlanTable> ReadAsync(QualityPlanDb db, PlanKey plan, CancellationToken cancellation) =>
        approved.ReadAsync(plan, () => PlanTableReader.ReadAsync(db, plan.Id, cancellation));
}
