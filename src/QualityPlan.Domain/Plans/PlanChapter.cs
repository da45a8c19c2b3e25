namespace QualityPlan.Domain.Plans;

/// <summary>計畫依據, 計畫目標, 執行對象 …: number, title and paragraphs as printed.</summary>
public sealed class PlanChapter
{
    internal PlanChapter(int position, string number, string title, IEnumerable<string> paragraphs)
    {
        Position = position;
        Number = number;
        Title = title;
        Text = string.Join('\n', paragraphs);
    }

    private PlanChapter()
    {
        Number = "";
        Title = "";
        Text = "";
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public int Position { get; private set; }

    public string Number { get; private set; }

    public string Title { get; private set; }

    /// <summary>The paragraphs, one per line.</summary>
    public string Text { get; private set; }

    public IReadOnlyList<string> Paragraphs => Text.Length == 0 ? [] : Text.Split('\n');

    public void Change(string number, string title, string text)
    {
        Number = number.Trim();
        Title = title.Trim();
        Text = text.ReplaceLineEndings("\n").Trim();
    }

    internal void MoveTo(int position) => Position = position;
}
