using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery.Prose;

/// <summary>The measures of a plan by its outline alone: the lowest points of the chapter that says it holds them (參、實施要項).</summary>
internal static partial class ChapterOutline
{
    private const int FewestPoints = 3;
    private const int ShortestMeasure = 5;

    public static bool IsOfPlan(ProseNode top) => PlanChapter().IsMatch(top.Heading);

    /// <summary>Where only a chapter names the units: the lowest points of the chapters of measures.</summary>
    public static List<ProseNode> Points(ProseNode root) => Lowest(root.Children.Where(IsOfPlan));

    /// <summary>
    /// Where nothing names units or days: the same, if the paper is called a plan and the outline leaves no doubt: headings over
    /// points, each list counted from its first number without a gap, all points on one level. Two levels below the
    /// chapter will do where it is called after measures, else it takes three.
    /// </summary>
    public static List<ProseNode> ClearPoints(string title, ProseNode root)
    {
        if (!PlanName().IsMatch(Folding.WithoutBlanks(title)))
        {
            return [];
        }

        var chapters = root.Children.Where(top => IsOfPlan(top) && IsCounted(top));
        var points = Lowest(chapters.Where(top => Depth(top) >= (MeasureChapter().IsMatch(top.Heading) ? 2 : 3)));
        var isClear = points.Count >= FewestPoints && points.TrueForAll(point => point.Depth > 2 && point.Line?.Number is not null && point.Depth == points[0].Depth)
            && points.Select(point => point.Parent).Distinct().Count() > 1
            && points.Count(point => point.Text.Length >= ShortestMeasure) * 2 > points.Count;
        return isClear ? points : [];
    }

    private static List<ProseNode> Lowest(IEnumerable<ProseNode> chapters)
    {
        var leaves = chapters.SelectMany(top => top.All()).Where(node => node.Depth > 1 && node.Children.Count == 0).ToList();
        if (leaves.Count < FewestPoints)
        {
            return [];
        }

        var rank = leaves.CountBy(leaf => leaf.Rank).MaxBy(pair => pair.Value).Key;
        return [.. leaves.Select(leaf => leaf.Rank > rank ? Above(leaf, rank) : leaf).Distinct()];
    }

    private static ProseNode Above(ProseNode leaf, int rank)
    {
        var at = leaf;
        while (at.Rank > rank && at.Parent is { Depth: > 1 } above)
        {
            at = above;
        }

        return at;
    }

    private static int Depth(ProseNode top) => top.All().Max(node => node.Depth) - top.Depth;

    /// <summary>Each number is the first of its list or follows the one before it; only bullets, and headings set as such, have none.</summary>
    private static bool IsCounted(ProseNode top)
    {
        var last = new Dictionary<(NumberStyle, int), PrintedNumber>();
        foreach (var node in top.All().Skip(1))
        {
            if (node.Line!.Number is not { } number)
            {
                if (node.Line.Block is Documents.Heading || node.Line.IsBullet)
                {
                    continue;
                }

                return false;
            }

            var before = last.GetValueOrDefault((number.Style, number.Depth));
            if (!number.IsFirst && (before is null || !number.IsNextAfter(before)))
            {
                return false;
            }

            last[(number.Style, number.Depth)] = number;
        }

        return true;
    }

    [GeneratedRegex("實施要項|實施項目|實施內容|實施方法|實施策略|實施作法|實施方式|推動(?:作法|做法|措施|策略|項目|重點|方式|內容|事項)|執行(?:項目|策略|方法|內容|作法|做法|措施|重點|方式)|具體(?:作法|做法|措施)|工作(?:項目|重點|內容|要領|要項)|(?:計畫|服務|辦理)(?:內容|項目|事項|措施|作法)|行動(?:方案|策略)|精進(?:作法|措施)|改善(?:作法|措施)")]
    private static partial Regex PlanChapter();

    [GeneratedRegex("實施(?:要項|項目|策略|作法)|推動(?:作法|做法|措施|策略|項目|重點)|執行(?:項目|策略|作法|做法|措施|重點)|具體(?:作法|做法|措施)|工作(?:重點|要領)|行動(?:方案|策略)|精進(?:作法|措施)|改善(?:作法|措施)")]
    private static partial Regex MeasureChapter();

    [GeneratedRegex(@"(?:計[畫劃]|方案)(?:[書表]|[(（〔\[].{0,12}[)）〕\]])?$")]
    private static partial Regex PlanName();
}
