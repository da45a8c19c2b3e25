using System.Collections.Concurrent;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data;

/// <summary>
/// Keeps what was read of approved plans: it changes only with the plan's version, so each is read once an instance.
/// Whoever changes a row of an approved plan (an extension, a release) touches the plan in the same save.
/// </summary>
public sealed class ApprovedPlans<T>
{
    /// <summary>More plans than are looked at on one day; the table of each takes about a megabyte for a thousand rows.</summary>
    private const int Most = 24;

    private readonly ConcurrentDictionary<int, (PlanKey Plan, T Kept)> _plans = [];

    /// <summary>Whether something is kept of the plan, of whichever version.</summary>
    public bool Has(int planId) => _plans.ContainsKey(planId);

    public async Task<T> ReadAsync(PlanKey plan, Func<Task<T>> read)
    {
        if (plan.State == PlanState.Draft)
        {
            return await read();
        }
        if (_plans.TryGetValue(plan.Id, out var one) && one.Plan == plan)
        {
            return one.Kept;
        }
        var kept = await read();
        if (_plans.Count >= Most)
        {
            _plans.Clear();
        }
        _plans[plan.Id] = (plan, kept);
        return kept;
    }
}

/// <summary>Which plan, and as of which version.</summary>
public readonly record struct PlanKey(int Id, PlanState State, int Version);
