using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Outline;

/// <summary>A draft's outline with everything that can be added, moved and deleted in it.</summary>
public sealed record IndexPage(DraftLabel Plan, IReadOnlyList<AreaLine> Areas);

/// <summary>The draft that is worked on; its version goes with every form.</summary>
public sealed record DraftLabel(int Id, RocYear Year, string Title, PlanState State, int Version);

/// <summary>An area of either level with what stands in it; empty ones are here too.</summary>
public sealed record AreaLine(int Id, string Text, bool IsSub)
{
    public IReadOnlyList<AreaLine> SubAreas { get; init; } = [];

    public IReadOnlyList<ItemLine> Items { get; init; } = [];

    public bool IsEmpty => SubAreas.Count == 0 && Items.Count == 0;
}

public sealed record ItemLine(int Id, string Text, IReadOnlyList<OutlineRow> Rows);
