using Microsoft.AspNetCore.Mvc.Rendering;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>Where a list is handed in.</summary>
public sealed record NewListPage
{
    public CriteriaUploadForm Upload { get; init; } = new();

    public CriteriaPasteForm Paste { get; init; } = new();
}

/// <summary>What was understood of a file, nothing saved yet.</summary>
public sealed record CriteriaPreviewPage(CriteriaImportForm Form)
{
    /// <summary>What to look at, by the place of the line.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public int DoubtCount => Remarks.Count(remark => remark.Length > 0);

    public static readonly IReadOnlyList<int> Levels = [.. Enumerable.Range(1, CriterionLine.LowestLevel)];

    public static CriteriaPreviewPage Of(CriteriaReading list, RocYear year) => new(new CriteriaImportForm
    {
        List = new CriteriaListForm { Year = year.Value, Name = list.Name },
        Rows = [.. list.Lines.Select(CriterionBox.Of)],
    })
    {
        Remarks = [.. list.Lines.Select(line => line.Remark)],
    };
}

/// <summary>A list with its criteria.</summary>
public sealed record ListPage(int Id, string Title, CriteriaListForm Form)
{
    public required IReadOnlyList<CriterionLineOfList> Criteria { get; init; }

    public required IReadOnlyList<PlanChoice> Plans { get; init; }

    public bool MayChange { get; init; }

    public int TagCount => Criteria.Sum(one => one.TagCount);
}

/// <summary>A criterion with how many measures answer to it, over all plans.</summary>
public sealed record CriterionLineOfList(CriterionPlace Place, int TagCount);

/// <summary>A plan that a list can be used with.</summary>
public sealed record PlanChoice(int Id, RocYear Year, string Title);

/// <summary>The form of one criterion.</summary>
public sealed record CriterionPage(int ListId, string ListTitle, CriterionForm Form)
{
    /// <summary>Null for a new one.</summary>
    public int? Id { get; init; }

    public required IReadOnlyList<SelectListItem> Parents { get; init; }

    public string Title => Id is null ? "新增評核項目" : "修改評核項目";

    public string Action => $"~/evidence-packs/lists/{ListId}/criteria/{(Id is { } id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "new")}";
}

/// <summary>What would be lost by deleting a list or a criterion.</summary>
public sealed record DeletePage(int ListId, string ListTitle, int Version)
{
    /// <summary>Null when the whole list is to go.</summary>
    public CriterionPlace? Criterion { get; init; }

    public int CriterionCount { get; init; }

    public required IReadOnlyList<LostTag> Tags { get; init; }

    public string Name => Criterion is { } one ? $"評核項目「{one.Name}」" : $"清單「{ListTitle}」";

    public string Action => Criterion is { } one ? $"~/evidence-packs/lists/{ListId}/criteria/{one.Id}/delete" : $"~/evidence-packs/lists/{ListId}/delete";
}

/// <summary>A tag that goes with what is deleted.</summary>
public sealed record LostTag(RocYear Year, string Number, string Approach);
