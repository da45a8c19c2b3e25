namespace QualityPlan.Web.Features.Outline;

/// <summary>The heading line of an area or item in the outline, with its addresses.</summary>
public sealed record StepLine(string Text, string Address, string CssClass)
{
    /// <summary>What can be added below, and where; nothing where it would not fit.</summary>
    public IReadOnlyList<(string Text, string Href)> Additions { get; init; } = [];

    public bool IsEmpty { get; init; }

    public static StepLine Of(AreaLine area, string here)
    {
        var item = ("新增執行項目", $"{here}/items/new?area={area.Id}");
        var sub = ("新增次要項", $"{here}/areas/new?parent={area.Id}");
        return new StepLine(area.Text, $"{here}/areas/{area.Id}", area.IsSub ? "step-sub" : "step-area area-first")
        {
            Additions = area.IsSub ? [item]
                : area.SubAreas.Count > 0 ? [sub]
                : area.Items.Count > 0 ? [item]
                : [item, sub],
            IsEmpty = area.IsEmpty,
        };
    }

    public static StepLine Of(ItemLine item, string here) => new(item.Text, $"{here}/items/{item.Id}", "step-item")
    {
        Additions = [("新增推動作法", $"{here}/rows/new?item={item.Id}")],
        IsEmpty = item.Rows.Count == 0,
    };
}
