using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Books.Packs;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>佐證資料包: the lists, and what can be done with each.</summary>
public sealed record IndexPage(IReadOnlyList<ListLine> Lists)
{
    public bool MayChange { get; init; }

    public bool HasPlans { get; init; }
}

/// <summary>A list with the plan it is most likely used with.</summary>
public sealed record ListLine(int Id, RocYear Year, string Name)
{
    public int CriterionCount { get; init; }

    /// <summary>The plan of the same year, else the newest; null while there is none.</summary>
    public PlanChoice? Plan { get; init; }
}

/// <summary>A pack before it is downloaded.</summary>
public sealed record PackPage(PackWish Wish, EvidencePack Pack)
{
    public required IReadOnlyList<PackGap> Gaps { get; init; }

    /// <summary>Characters that the PDF of the index would show as boxes.</summary>
    public IReadOnlyList<string> MissingCharacters { get; init; } = [];

    public bool MayChange { get; init; }

    public string Address => $"/evidence-packs/lists/{Wish.ListId}/pack/{Wish.PlanId}";

    public string Query => $"from={Wish.From}&to={Wish.To}";

    public int CountOf(PackGapKind kind) => Gaps.Count(gap => gap.Kind == kind);
}
