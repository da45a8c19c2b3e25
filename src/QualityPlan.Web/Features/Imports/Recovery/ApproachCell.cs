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
    /// <paramref name="before"/> is the number of the measure before, whatever heading it stands under.
    /// </summary>
    public static List<ApproachEntry> Split(IEnumerable<string> lines, PrintedNumber? running, PrintedNumber? before = null)
    {
        var list = running;
        var hasPoints = false;
        var entries = new List<(PrintedNumber? Number, List<string> Lines)>();
        var filled = lines.Select(Folding.Fold).Where(line => line.Length > 0).ToList();
        before = running ?? BeforeFirst(filled) ?? before;
        var mayBeWrap = running is not null;
        foreach (var line in filled.SelectMany(line => SplitInline(line, before)).Select(Folding.Fold).Where(line => line.Length > 0))
        {
            var (number, rest) = MeasureNumber.Split(line, before, mayBeWrap);
            if (number is not null && list is null && !hasPoints)
            {
                list = number;
            }

            // 「辦理下列事項：」 without a number of its own: the numbers that follow are its points.
            hasPoints |= list is null && line[^1] is '：' or ':';
            mayBeWrap = !SentenceEnds.Contains(line[^1]);

            if (number is not null && list is not null && number.IsSameListAs(list))
            {
                entries.Add((number, [rest]));
                before = number;
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

    /// <summary>
    /// What stands before the first line as the lines below tell: 「1.2場講座」 over 「2.展覽」 is number 1, so 0 stood before.
    /// Null when they tell nothing.
    /// </summary>
    private static PrintedNumber? BeforeFirst(List<string> lines)
    {
        if (lines.Count < 2 || PrintedNumber.Split(lines[0]).Number is not { Style: NumberStyle.Dotted, Depth: 2, IsFirst: false } first)
        {
            return null;
        }

        var others = lines.Skip(1).Select(PrintedNumber.Split).Where(line => line.Number?.Style == NumberStyle.Dotted).ToList();
        var goesOnAsSingle = others.Exists(line => line.Number!.Parts[0] == first.Parts[0] + 1 && (line.Number.Depth == 1 || MeasureNumber.IsDoubtful(line.Number, line.After, null)))
            || IsNextByMonth(lines, first);
        goesOnAsSingle = goesOnAsSingle && !others.Exists(line => line.Number!.Parts[0] == first.Parts[0]);
        return goesOnAsSingle ? new PrintedNumber(NumberStyle.Dotted, [first.Parts[0] - 1], "") : null;
    }

    /// <summary>「1.3號登機門」 over 「2.8月底前」, which is no number 2.8.</summary>
    private static bool IsNextByMonth(List<string> lines, PrintedNumber first) => MeasureNumber.BeginsCounted(PrintedNumber.Split(lines[0]).After)
        && lines.Skip(1).Any(line => PrintedNumber.Split(line).Number is null && MeasureNumber.Alone(line)?.Number.Parts[0] == first.Parts[0] + 1);

    /// <summary>Paragraphs without numbers are measures of their own when a list beside them has as many entries.</summary>
    public static List<ApproachEntry> SplitByNeighbours(IReadOnlyList<string> paragraphs, List<ApproachEntry> entries, int neighbours)
    {
        var texts = paragraphs.Select(Folding.Fold).Where(text => text.Length > 0).ToList();
        var isPlain = entries is [{ Number: null }] && texts.TrueForAll(text => MeasureNumber.Split(text).Number is null);
        return isPlain && texts.Count > 1 && texts.Count == neighbours
            ? texts.ConvertAll(text => new ApproachEntry(null, text))
            : entries;
    }

    /// <summary>「①甲。②乙。」 in one line: a number that follows the one before, behind the end of a sentence.</summary>
    private static IEnumerable<string> SplitInline(string line, PrintedNumber? before)
    {
        var number = MeasureNumber.Split(line, before).Number;
        for (var at = line.IndexOfAny(SentenceEnds); number is not null && at >= 0 && at + 1 < line.Length; at = line.IndexOfAny(SentenceEnds, at + 1))
        {
            if (MeasureNumber.Split(line[(at + 1)..], number).Number is { } next && next.IsNextAfter(number))
            {
                yield return line[..(at + 1)];
                (line, at, number) = (line[(at + 1)..], -1, next);
            }
        }

        yield return line;
    }
}
