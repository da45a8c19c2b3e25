using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>A heading in front of its texts; no field when nobody tracks what it heads (預期效益).</summary>
internal sealed record LabelPair(Cell Label, PlanField? Field, IReadOnlyList<Cell> Values);

/// <summary>
/// A row of a table whose headings stand in front: one pair, or two beside each other (完成期限 | … | 承辦單位 | …).
/// <paramref name="Band"/> is the cell of a row that holds nothing else, a title or a heading over cards.
/// </summary>
internal sealed record LabelLine(IReadOnlyList<LabelPair> Pairs, Cell? Band, int HeadingsBeside)
{
    private const int LongestLabel = 16;

    public static LabelLine Of(TableGrid grid, int row, HeadingHints hints)
    {
        // A cell merged with the row above is looked at again: one heading may stand before two lines of texts.
        var cells = grid[row].OfType<Cell>().Distinct(ReferenceEqualityComparer.Instance).Cast<Cell>().ToList();
        var filled = cells.FindAll(cell => !string.IsNullOrWhiteSpace(cell.Text));
        var labels = cells.FindAll(cell => IsLabel(cell, hints));
        if (cells.Count > 1 && labels.Count > 0 && ReferenceEquals(labels[0], filled[0]))
        {
            return new LabelLine(Pair(cells, labels, hints), null, labels.Count - Beside(cells, labels));
        }

        return new LabelLine([], filled is [var only] ? only : null, 0);
    }

    private static List<LabelPair> Pair(List<Cell> cells, List<Cell> labels, HeadingHints hints)
    {
        var pairs = new List<LabelPair>();
        foreach (var cell in cells)
        {
            var mayBeLabel = pairs.Count == 0 || pairs[^1].Values.Count > 0;
            if (mayBeLabel && labels.Contains(cell, ReferenceEqualityComparer.Instance as IEqualityComparer<Cell>))
            {
                pairs.Add(new LabelPair(cell, hints.Find(Folding.Fold(cell.Text)), []));
            }
            else if (pairs.Count > 0)
            {
                pairs[^1] = pairs[^1] with { Values = [.. pairs[^1].Values, cell] };
            }
        }

        return pairs;
    }

    /// <summary>How many headings stand where a text is due: behind another heading, with a text or nothing between is no matter.</summary>
    private static int Beside(List<Cell> cells, List<Cell> labels) => labels.Count(label =>
        cells.FindIndex(cell => ReferenceEquals(cell, label)) is var at && at > 0 && !labels.Contains(cells[at - 1], ReferenceEqualityComparer.Instance as IEqualityComparer<Cell>));

    private static bool IsLabel(Cell cell, HeadingHints hints)
    {
        var text = cell is { Paragraphs.Count: <= 4 } && cell.Paragraphs.Sum(paragraph => paragraph.Length) <= LongestLabel + 4 ? Folding.Fold(cell.Text) : "";
        return text.Length > 0 && (hints.Find(text) is not null || hints.IsIgnored(text) || (text.Length <= 8 && HeadingWords.IsOfOtherMatter(text)));
    }
}
