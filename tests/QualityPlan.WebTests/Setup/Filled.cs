using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.WebTests.Setup;

/// <summary>What lies in the database after the demonstration was filled in.</summary>
public sealed record Filled(
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<UnitFiling> Filings,
    IReadOnlyList<CompiledReport> Reports)
{
    public required IReadOnlyList<Account> Accounts { get; init; }

    public required IReadOnlyList<Unit> Units { get; init; }

    public required IReadOnlyList<DateTime> Trail { get; init; }

    /// <summary>The plan in force.</summary>
    public Plan Current => Plans[^1];

    public IEnumerable<QuarterlyRound> Rounds => Filings.Select(filing => filing.Round).DistinctBy(round => round.Id);

    public IEnumerable<Measure> MeasuresOf(Plan plan) => Measures.Where(measure => measure.PlanId == plan.Id);
}
