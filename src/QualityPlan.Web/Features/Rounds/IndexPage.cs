using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Rounds;

/// <summary>The rounds of the plans in force.</summary>
public sealed record IndexPage(IReadOnlyList<PlanRounds> Plans, bool MayEdit);

/// <summary>The four rounds of one plan.</summary>
public sealed record PlanRounds(int PlanId, string Title, IReadOnlyList<RoundLine> Rounds);

/// <summary>One round with its dates and how far its units are.</summary>
public sealed record RoundLine(int Id, Quarter Quarter, RoundDates Dates, RoundPhase Phase)
{
    public CompiledReportState ReportState { get; init; }

    /// <summary>How many units stand in each state; states without units are left out.</summary>
    public IReadOnlyList<(FilingState State, int Count)> Counts { get; init; } = [];

    public int Units => Counts.Sum(one => one.Count);

    /// <summary>Closings that fall on a day off.</summary>
    public IReadOnlySet<DateOnly> DaysOff { get; init; } = new HashSet<DateOnly>();
}
