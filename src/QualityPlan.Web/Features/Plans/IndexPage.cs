using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Plans;

/// <summary>All plans the reader may see, the newest first.</summary>
public sealed record IndexPage(IReadOnlyList<PlanLine> Plans, int Page, int Total, bool MayPlan);

public sealed record PlanLine(int Id, RocYear Year, string Title, PlanState State)
{
    public string? LetterNumber { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public int RowCount { get; init; }

    /// <summary>Rows of a draft that still wait for a decision.</summary>
    public int UndecidedCount { get; init; }
}

/// <summary>Rows of all plans that hold the words.</summary>
public sealed record SearchPage(string Words, IReadOnlyList<SearchHit> Hits, int Page, int Total);

public sealed record SearchHit(int PlanId, RocYear Year, int MeasureId, string Number, string Approach)
{
    public required string Item { get; init; }

    public required string Deadline { get; init; }

    public required string Units { get; init; }
}
