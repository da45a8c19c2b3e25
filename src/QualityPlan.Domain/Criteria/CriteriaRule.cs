using System.Globalization;

namespace QualityPlan.Domain.Criteria;

/// <summary>What has to be mended before the lines of a list (評核項目清單) are taken over.</summary>
public static class CriteriaRule
{
    /// <summary>A sentence for each line, empty where nothing is wrong; a line that is null is left out.</summary>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<CriterionLine?> lines)
    {
        var faults = new string[lines.Count];
        var above = new Stack<(int Level, HashSet<string> Numbers)>();
        var top = new HashSet<string>();
        for (var at = 0; at < lines.Count; at++)
        {
            faults[at] = "";
            if (lines[at] is not { } line)
            {
                continue;
            }
            while (above.TryPeek(out var last) && last.Level >= line.Level)
            {
                above.Pop();
            }
            var siblings = above.TryPeek(out var parent) ? parent.Numbers : top;
            var isTaken = CriteriaOutline.SenseOf(line.Text.Number) is { } sense && !siblings.Add(sense);
            faults[at] = FaultOf(line.Text, isTaken);
            above.Push((line.Level, []));
        }
        return faults;
    }

    /// <summary>Whether as many lines may be taken over at all.</summary>
    public static Verdict JudgeCount(int lines) =>
        lines == 0 ? Verdict.No("criteria-none", "沒有要匯入的評核項目，請至少留下一列。")
        : lines > CriteriaList.MostCriteria ? Verdict.No("criteria-too-many", $"清單有 {lines} 列，超過上限 {CriteriaList.MostCriteria} 列，請分成兩份清單匯入。")
        : Verdict.Yes;

    private static string FaultOf(CriterionText text, bool isTaken) =>
        text.Title.Trim().Length == 0 ? "缺標題，請補上或不匯入這一列。"
        : isTaken ? $"編號「{text.Number.Trim()}」重複，請改編號、改層級或不匯入這一列。"
        : TooLong("編號", text.Number, Criterion.NumberLength)
        ?? TooLong("標題", text.Title, Criterion.TitleLength)
        ?? TooLong("說明", text.Description, Criterion.DescriptionLength)
        ?? TooLong("配分", text.Points, Criterion.PointsLength)
        ?? "";

    private static string? TooLong(string name, string text, int most) => text.Trim().Length > most
        ? string.Create(CultureInfo.InvariantCulture, $"{name}有 {text.Trim().Length} 字，最多 {most} 字，請縮短。")
        : null;
}
