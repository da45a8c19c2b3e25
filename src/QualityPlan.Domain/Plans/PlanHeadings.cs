namespace QualityPlan.Domain.Plans;

/// <summary>The column headings of one plan; agencies use their own words for the same five columns.</summary>
public sealed record PlanHeadings(string Area, string Item, string Approach, string Deadline, string Units)
{
    /// <summary>Heading of a column of its own for supporting units, empty where the plan has none.</summary>
    public string SupportingUnits { get; init; } = "";

    public static PlanHeadings Usual => new("實施要項", "執行項目", "推動作法", "完成期限", "承辦單位");
}
