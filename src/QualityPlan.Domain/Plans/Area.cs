namespace QualityPlan.Domain.Plans;

/// <summary>實施要項: one or two levels, the printed number being part of the text (一、服務流程 / (一)服務流程便捷性).</summary>
public sealed class Area
{
    public Area(int planId, Area? parent, string text, int position)
    {
        PlanId = planId;
        Parent = parent;
        Text = text.Trim();
        Position = position;
    }

    private Area() => Text = "";

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int? ParentId { get; private set; }

    /// <summary>The area above, null at the first level.</summary>
    public Area? Parent { get; private set; }

    public string Text { get; private set; }

    public int Position { get; private set; }

    public void Rename(string text) => Text = text.Trim();

    public void MoveTo(int position) => Position = position;
}

/// <summary>執行項目: what the measures below it work on; belongs to the lowest area level present.</summary>
public sealed class PlanItem
{
    public PlanItem(int planId, Area area, string text, int position)
    {
        PlanId = planId;
        Area = area;
        Text = text.Trim();
        Position = position;
    }

    private PlanItem()
    {
        Area = null!;
        Text = "";
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int AreaId { get; private set; }

    public Area Area { get; private set; }

    public string Text { get; private set; }

    public int Position { get; private set; }

    public void Rename(string text) => Text = text.Trim();

    public void MoveTo(int position) => Position = position;

    public void MoveTo(Area area, int position)
    {
        Area = area;
        Position = position;
    }
}
