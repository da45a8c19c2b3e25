using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>
/// Writes ticked months and quarters as a deadline text: each of them (「3月、6月」), or from the first to the last where
/// they are drawn as a bar, that is filled squares, strokes, words or one cell over several months (「1月至6月」).
/// </summary>
internal static class TickedTimes
{
    private const string BarMarks = "■█▇▆▅━─―－-→⇒＝=≡▬▶►";

    public static string Write(IReadOnlyList<TickColumn> ticked, Func<int, Cell?> cellAt)
    {
        var written = new List<string>();
        TickTime? before = null;
        for (var start = 0; start < ticked.Count; start++)
        {
            var end = start;
            while (end + 1 < ticked.Count && IsBar(cellAt(ticked[end].Column)) && IsBar(cellAt(ticked[end + 1].Column))
                && ticked[end + 1].Column == ticked[end].Column + 1 && ticked[end + 1].Time!.IsNextAfter(ticked[end].Time!))
            {
                end++;
            }

            var (first, last) = (ticked[start].Time!, ticked[end].Time!);
            var isSpan = end > start && !first.IsQuarter;
            written.Add(isSpan ? $"{first.Written(before)}至{last.Written(first)}" : string.Join('、', Each(ticked, start, end, before)));
            before = last;
            start = end;
        }

        return string.Join('、', written);
    }

    private static IEnumerable<string> Each(IReadOnlyList<TickColumn> ticked, int start, int end, TickTime? before)
    {
        for (var at = start; at <= end; at++)
        {
            yield return ticked[at].Time!.Written(before);
            before = ticked[at].Time;
        }
    }

    private static bool IsBar(Cell? cell) => cell is not null && (cell.ColumnSpan > 1 || cell.Text.Any(letter => BarMarks.Contains(letter, StringComparison.Ordinal))
        || (MarkLegend.MarkIn(cell.Text) is null && Folding.WithoutBlanks(cell.Text).Length > 1));
}
