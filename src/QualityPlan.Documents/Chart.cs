namespace QualityPlan.Documents;

/// <summary>
/// A chart (統計圖): one horizontal bar for each category, stacked from the series. Spreadsheets leave it out; wherever it
/// stands, the same figures stand in a table beside it.
/// </summary>
public sealed record Chart(string Title, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : Block
{
    /// <summary>The figures in words, for those who do not see the picture.</summary>
    public string Alternative => $"統計圖：{Title}。{string.Join('；', Categories.Select(InWords))}。";

    private string InWords(string category, int index)
    {
        var parts = Series.Where(one => one.Values[index] != 0).Select(one => $"{one.Name} {one.Values[index]}").ToList();
        return $"{category.ReplaceLineEndings(" ")}：{(parts.Count == 0 ? "0" : string.Join('、', parts))}";
    }
}

/// <summary>One series: its name as the legend shows it, its colour as #RRGGBB, and a whole number of at least 0 for each category.</summary>
public sealed record ChartSeries(string Name, string Colour, IReadOnlyList<int> Values);
