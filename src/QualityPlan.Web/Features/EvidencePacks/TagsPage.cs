using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>Which rows of the plan are looked at, by the query string.</summary>
public sealed record TagsFilter
{
    /// <summary>The criterion the ticks belong to; the first one that can have any when not given.</summary>
    public int? Criterion { get; init; }

    public int? Area { get; init; }

    public int? Unit { get; init; }

    [StringLength(100)]
    public string? Words { get; init; }

    public TagsView View { get; init; }

    public bool IsEmpty => Area is null && Unit is null && View == TagsView.All && string.IsNullOrWhiteSpace(Words);

    public bool Admits(OutlineRow row, PlanTable table) =>
        (Area is null || row.Place.Area.Id == Area || row.Place.SubArea?.Id == Area)
        && (Unit is null || table.UnitsOf(row.MeasureId).Any(one => one.UnitId == Unit))
        && HoldsWords(row);

    private bool HoldsWords(OutlineRow row)
    {
        var words = Folding.SingleSpaced(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = words.Length == 0 ? "" : Folding.HalfWidth(string.Join('\n', row.Text.Number, row.Text.Approach, row.Text.Units, row.Place.Item.Text));
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>All rows, those that answer to nothing yet, or those that answer to the chosen criterion.</summary>
public enum TagsView { All, Untagged, Own }

/// <summary>The rows of a plan beside the criteria of a list.</summary>
public sealed record TagsPage(int ListId, string ListTitle, PlanChoice Plan, TagsFilter Filter)
{
    public required IReadOnlyList<CriterionChoice> Criteria { get; init; }

    /// <summary>The criterion that is being tagged; null for a list without any.</summary>
    public CriterionPlace? Chosen { get; init; }

    public required IReadOnlyList<TagRow> Rows { get; init; }

    public int TotalRows { get; init; }

    public int UntaggedRows { get; init; }

    public IReadOnlyList<(int Id, string Name)> Areas { get; init; } = [];

    public IReadOnlyList<(int Id, string Name)> Units { get; init; } = [];

    public required Verdict MayTag { get; init; }

    public string Address => $"/evidence-packs/lists/{ListId}/tags/{Plan.Id}";

    /// <summary>The address of the same rows beside another criterion.</summary>
    public string HrefOf(int? criterion) => Address + QueryString.Create(new Dictionary<string, string?>
    {
        ["criterion"] = $"{criterion}",
        ["area"] = $"{Filter.Area}",
        ["unit"] = $"{Filter.Unit}",
        ["words"] = Filter.Words,
        ["view"] = Filter.View == TagsView.All ? "" : $"{Filter.View}",
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}

/// <summary>A criterion with how many rows of the plan answer to it.</summary>
public sealed record CriterionChoice(CriterionPlace Place, int Count);

/// <summary>A row of the plan and what it answers to.</summary>
public sealed record TagRow(OutlineRow Row, IReadOnlyList<CriterionPlace> Others)
{
    public bool IsTagged { get; init; }

    /// <summary>The area's text at the first row of it; empty below.</summary>
    public string Area { get; init; } = "";
}
