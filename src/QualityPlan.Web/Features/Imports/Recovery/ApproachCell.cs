namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>One 推動作法 found in a cell; the number is null when none is printed.</summary>
internal sealed record ApproachEntry(PrintedNumber? Number, string Text);

/// <summary>Cuts a cell that holds several 推動作法 into them.</summary>
internal static class ApproachCell
{
    /// <summary>
    /// The entries of the lines. <paramref name="running"/> is the number of the measure this cell goes on with, if it
    /// may: then only numbers of its list begin a new measure, and 「(2)」 or 「2.」 inside 1.5 stays part of its text.
    /// </summary>
    public static List<ApproachEntry> Split(IEnumerable<string> lines, PrintedNumber? running)
    {
        var list = running;
        var hasPoints = false;
        var entries = new List<(PrintedNumber? Number, List<string> Lines)>();
        foreach (var line in lines.Select(Folding.Fold).Where(line => line.Length > 0))
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
}
