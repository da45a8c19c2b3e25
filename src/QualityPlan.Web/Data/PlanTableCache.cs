using System.Collections.Concurrent;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data;

/// <summary>
/// Keeps the tables of approved plans: they change only with the plan's version, so each is read once an instance.
/// Whoever changes a row of an approved plan (an extension, a release) touches the plan in the same save.
/// </summary>
public sealed class PlanTableCache
{
    /// <summary>More plans than are looked at on one day; each takes about a megabyte for a thousand rows.</summary>
    private const int Most = 24;

    private readonly ConcurrentDictionary<int, (int Version, PlanTable Table)> _tables = [];

    public async Task<PlanTable> ReadAsync(QualityPlanDb db, PlanKey plan, CancellationToken cancellation)
    {
        if (plan.State == PlanState.Draft)
        {
            return await PlanTableReader.ReadAsync(db, plan.Id, cancellation);
        }
        if (_tables.TryGetValue(plan.Id, out var kept) && kept.Version == plan.Version)
        {
            return kept.Table;
        }
        var table = await PlanTableReader.ReadAsync(db, plan.Id, cancellation);
        if (_tables.Count >= Most)
        {
            _tables.Clear();
        }
        _tables[plan.Id] = (plan.Version, table);
        return table;
    }
}

/// <summary>Which table, and as of which version of the plan.</summary>
public readonly record struct PlanKey(int Id, PlanState State, int Version);
