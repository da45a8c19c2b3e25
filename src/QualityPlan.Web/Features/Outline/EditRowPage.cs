using Microsoft.AspNetCore.Mvc.Rendering;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Outline;

/// <summary>The form of one row and what its texts are read as; no id while it is new.</summary>
public sealed record EditRowPage(DraftLabel Plan, int? Id, RowForm Form, RowReading Reading)
{
    public IReadOnlyList<SelectListItem> Items { get; init; } = [];

    /// <summary>Where to go afterwards: <c>approve</c>, <c>outline</c>, or the plan itself.</summary>
    public string? Then { get; init; }

    /// <summary>Somebody saved this row in between; both texts stand side by side.</summary>
    public ConflictText? Conflict { get; init; }

    /// <summary>The person chose to write one text from both: the other stands above the boxes.</summary>
    public bool IsMerging { get; init; }

    public string Action => $"~/plans/{Plan.Id}/outline/rows/{Id?.ToString() ?? "new"}";
}

/// <summary>What the deadline and unit texts of a row mean.</summary>
public sealed record RowReading(DeadlineReading Deadline, IReadOnlyList<UnitMatch> Leads, IReadOnlyList<UnitMatch> Supports)
{
    /// <summary>The person's choice stands in the place of what the deadline's text says.</summary>
    public bool IsDecided { get; init; }
}
