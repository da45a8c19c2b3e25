using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Reviews;

/// <summary>The filings of the head's unit.</summary>
public sealed record IndexPage(DateOnly Today, IReadOnlyList<ReviewLine> Filings)
{
    public int Waiting => Filings.Count(line => line.State == FilingState.Submitted);
}

/// <summary>One filing in the list.</summary>
public sealed record ReviewLine(int FilingId, Quarter Quarter, FilingState State, DateOnly CloseOn)
{
    public string? SubmittedByName { get; init; }

    public DateTime? SubmittedAtUtc { get; init; }

    public IReadOnlyList<string> Marks { get; init; } = [];
}
