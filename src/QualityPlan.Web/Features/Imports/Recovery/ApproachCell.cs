namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>One 推動作法 found in a cell; the number is null when none is printed.</summary>
internal sealed record ApproachEntry(PrintedNumber? Number, string Text);

/// <summary>Cuts a cell that holds several 推動作法 into them.</summary>
internal static class ApproachCell
{
    private static readonly char[] SentenceEnds = ['。', '；', ';'];

    /// <summary>
    /// The entries of the lines. <paramref name="running"/> is the number of the measure this cell goes on with, if it
    /// may: then only numbers of its list begin a new measure, and 「(2)」 or 「2.」 inside 1.5 stays part of its text.
    /// </summary>
    public static List<ApproachEntry> Split(IEnumerable<string> lines, PrintedNumber? running)
    {
        var list = running;
        var hasPoints = false;
        var entries = new List<(PrintedNumber? Number, List<string> Lines)>();
        foreach (var line in lines.SelectMany(SplitInline).Select(Folding.Fold).Where(line => line.Length > 0))
        {
            var (number, rest) = PrintedNumber.Split(line);
            if (number is not null && list is null && !hasPoints)
            {
                list = number;
            }

            // 「辦理下列事項：」 without a number of its own: the numbers that follow are its points.
            hasPoints |= list is null && line[^1] is '：' or ':';

            if (number is not null && list is not null && number.IsSameListAs(list))
            {
                entries.Add((number, [rest]));
            }
            else if (entries.Count == 0)
            {
                entries.Add((null, [line]));
            }
            else
            {
                entries[^1].Lines.Add(line);
            }
        }

        return entries.ConvertAll(entry => new ApproachEntry(entry.Number, Folding.Glue(entry.Lines)));
    }

    /// <summary>Paragraphs without numbers are measures of their own when a list beside them has as many entries.</summary>
    public static List<ApproachEntry> SplitByNeighbours(IReadOnlyList<string> paragraphs, List<ApproachEntry> entries, int neighbours)
    {
        var texts = paragraphs.Select(Folding.Fold).Where(text => text.Length > 0).ToList();
        var isPlain = entries is [{ Number: null }] && texts.TrueForAll(text => PrintedNumber.Split(text).Number is null);
        return isPlain && texts.Count > 1 && texts.Count == neighbours
            ? texts.ConvertAll(text => new ApproachEntry(null, text))
            : entries;
    }

    /// <summary>「①甲。②乙。」 in one line: a number that follows the one before, behind the end of a sentence.</summary>
    private static IEnumerable<string> SplitInline(string line)
    {
        var number = PrintedNumber.Split(line).Number;
        for (var at = line.IndexOfAny(SentenceEnds); number is not null && at >= 0 && at + 1 < line.Length; at = line.IndexOfAny(SentenceEnds, at + 1))
        {
            if (PrintedNumber.Split(line[(at + 1)..]).Number is { } next && next.IsNextAfter(number))
            {
                yield return line[..(at + 1)];
                (line, at, number) = (line[(at + 1)..], -1, next);
            }
        }

        yield return line;
    }
}
