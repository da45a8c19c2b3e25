using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Features.Chapters;

/// <summary>What stands around a draft's table: title, headings, chapters.</summary>
public sealed record IndexPage(PlanAround Plan, AboutForm Form, IReadOnlyList<ChapterLine> Chapters);

public sealed record PlanAround(int Id, string Title, PlanState State, int Version);

public sealed record ChapterLine(int Id, string Number, string Title, string Text);

/// <summary>The form of a chapter; no id while it is new.</summary>
public sealed record EditPage(PlanAround Plan, int? Id, ChapterForm Form)
{
    public string Action => $"~/plans/{Plan.Id}/chapters/{Id?.ToString() ?? "new"}";
}
