using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Domain.Criteria;

/// <summary>評核項目: one thing an award or assessment asks for, under a number as printed.</summary>
public sealed class Criterion
{
    public const int NumberLength = 20;
    public const int TitleLength = 300;
    public const int DescriptionLength = 2000;
    public const int PointsLength = 20;

    private readonly List<CriterionTag> _tags = [];

    internal Criterion(CriterionText text, Criterion? parent)
    {
        Number = "";
        Title = "";
        Description = "";
        Points = "";
        Write(text, parent);
    }

    private Criterion()
    {
        Number = "";
        Title = "";
        Description = "";
        Points = "";
    }

    public int Id { get; private set; }

    public int CriteriaListId { get; private set; }

    public int? ParentId { get; private set; }

    /// <summary>The criterion above, null at the first level.</summary>
    public Criterion? Parent { get; private set; }

    /// <summary>The number as printed; may be empty.</summary>
    public string Number { get; private set; }

    public string Title { get; private set; }

    /// <summary>說明, one paragraph a line; may be empty.</summary>
    public string Description { get; private set; }

    /// <summary>配分 as printed (20分, 10%); may be empty.</summary>
    public string Points { get; private set; }

    /// <summary>The measures that answer to it, of whatever plan.</summary>
    public IReadOnlyCollection<CriterionTag> Tags => _tags;

    internal void Write(CriterionText text, Criterion? parent)
    {
        Number = text.Number.Trim();
        Title = text.Title.Trim();
        Description = text.Description.ReplaceLineEndings("\n").Trim();
        Points = text.Points.Trim();
        Parent = parent;
        ParentId = parent is { Id: > 0 } ? parent.Id : null;
    }
}

/// <summary>評核項目對應: a measure of an approved plan that answers to a criterion.</summary>
public sealed class CriterionTag
{
    public CriterionTag(int criterionId, int measureId, Actor by, DateTime nowUtc)
    {
        CriterionId = criterionId;
        MeasureId = measureId;
        TaggedByName = by.Name;
        TaggedAtUtc = nowUtc;
    }

    private CriterionTag() => TaggedByName = "";

    public int Id { get; private set; }

    public int CriterionId { get; private set; }

    public int MeasureId { get; private set; }

    public string TaggedByName { get; private set; }

    public DateTime TaggedAtUtc { get; private set; }

    /// <summary>Whether the rows of a plan in this state may be tagged or untagged.</summary>
    public static Verdict MayTag(Actor actor, PlanState plan) => CriteriaList.MayChange(actor).And(() => plan == PlanState.Draft
        ? Verdict.No("plan-draft", "計畫核定後才能對應評核項目；草案的列還會變動。")
        : Verdict.Yes);
}

/// <summary>The texts of a criterion (評核項目) as typed or read.</summary>
public sealed record CriterionText(string Number, string Title)
{
    public string Description { get; init; } = "";

    public string Points { get; init; } = "";
}

/// <summary>A line of a list under way to be taken over: its level from 1, and its texts.</summary>
public sealed record CriterionLine(int Level, CriterionText Text)
{
    /// <summary>Levels below this one are drawn up to it.</summary>
    public const int LowestLevel = 4;
}
