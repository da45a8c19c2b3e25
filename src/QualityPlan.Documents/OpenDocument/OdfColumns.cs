using QualityPlan.Documents.Reading;

namespace QualityPlan.Documents.OpenDocument;

/// <summary>The styles that cells without one of their own take from their row or column.</summary>
internal sealed class OdfColumns
{
    private readonly string?[] styles = new string?[ReadingLimits.Columns];
    private string? rowStyle;

    /// <summary>How many columns were told, no more than the largest grid has.</summary>
    public int Count { get; private set; }

    public void Add(string? style, long repeated)
    {
        var end = (int)Math.Min(Count + repeated, styles.Length);
        Array.Fill(styles, style, Count, end - Count);
        Count = end;
    }

    public void BeginRow(string? style) => rowStyle = style;

    public string? StyleAt(long column) => rowStyle ?? (column < styles.Length ? styles[column] : null);
}
