using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>The headings in a cell of the 實施要項 column: an area (一、), second-level ones ((一)), or the rest of one before.</summary>
internal sealed partial record HeadingCell(string Area, IReadOnlyList<string> SubAreas, string Rest)
{
    /// <summary>
    /// Reads the lines of the cell. A line without a number goes on with the line above it; as the first line
    /// it is an area of its own, or <see cref="Rest"/> when <paramref name="mayContinue"/> says that a page break tore a heading.
    /// </summary>
    public static HeadingCell Read(IEnumerable<string> lines, bool mayContinue)
    {
        var found = new List<(int Rank, List<string> Lines)>();
        foreach (var line in lines.SelectMany(SplitInline).Select(Tidy).Where(line => line.Length > 0))
        {
            var rank = PrintedNumber.Split(line).Number?.Rank ?? PrintedNumber.NoRank;
            if (rank < PrintedNumber.NoRank || found.Count == 0)
            {
                found.Add((rank, [line]));
            }
            else
            {
                found[^1].Lines.Add(line);
            }
        }

        var texts = found.ConvertAll(heading => (heading.Rank, Text: Folding.Glue(heading.Lines)));
        var highest = Math.Min(PrintedNumber.LowestAreaRank, texts.Select(text => text.Rank).DefaultIfEmpty(PrintedNumber.NoRank).Min());
        var subAreas = texts.Where(text => text.Rank > highest && text.Rank < PrintedNumber.NoRank).Select(text => text.Text).ToList();
        var areas = texts.Where(text => text.Rank <= highest || text.Rank == PrintedNumber.NoRank).ToList();
        return areas switch
        {
            [{ Rank: PrintedNumber.NoRank } rest, ..] when mayContinue => new HeadingCell("", subAreas, rest.Text),
            [var first, ..] => new HeadingCell(first.Text, subAreas, ""),
            _ => new HeadingCell("", subAreas, ""),
        };
    }

    /// <summary>The 執行項目 of a cell: one, its lines joined, or several when more than one line is numbered 1., 2.</summary>
    public static List<string> Items(IEnumerable<string> lines)
    {
        var items = new List<List<string>>();
        foreach (var line in lines.Select(Tidy).Where(line => line.Length > 0))
        {
            var isNew = items.Count == 0 || PrintedNumber.Split(line).Number is { Style: NumberStyle.Dotted, Depth: 1 };
            if (isNew)
            {
                items.Add([]);
            }

            items[^1].Add(line);
        }

        return items.ConvertAll(Folding.Glue);
    }

    /// <summary>「（續）」 beside a heading repeated on the next page is no part of it.</summary>
    public static string Tidy(string text) => ContinuedMark.Strip(Folding.Fold(text));

    private static IEnumerable<string> SplitInline(string line) => BeforeSecondLevel().Split(line);

    [GeneratedRegex(@"(?=[(（][一二三四五六七八九十]{1,3}[)）])(?<=^\s*[一二三四五六七八九十]{1,3}、.{1,40})")]
    private static partial Regex BeforeSecondLevel();
}
