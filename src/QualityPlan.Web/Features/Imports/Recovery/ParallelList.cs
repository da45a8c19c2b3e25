using System.Text;
using System.Text.RegularExpressions;
using QualityPlan.Documents;

namespace QualityPlan.Web.Features.Imports.Recovery;

/// <summary>
/// The cell beside a cell of several 推動作法: as many deadlines or units, one under the other.
/// <paramref name="Found"/> is how many entries the cell has when that is not the number wanted, else null.
/// </summary>
internal sealed partial record ParallelList(IReadOnlyList<string> Texts, int? Found)
{
    /// <summary>Stands between entries that belong to one measure; a line break is only a wrap.</summary>
    public const char Separator = '\u2029';

    /// <summary>Lays the cells' entries beside <paramref name="wanted"/> measures; a text that differs in length is kept, never dropped.</summary>
    public static ParallelList Align(IReadOnlyList<Cell> cells, int wanted)
    {
        var paragraphs = cells.SelectMany(cell => cell.Paragraphs).ToList();
        var filled = Mend(paragraphs).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        if (wanted == 1 || filled.Count == 0)
        {
            return new ParallelList(Enumerable.Repeat(string.Join(Separator, filled), wanted).ToList(), null);
        }

        var lines = Folding.Lines(cells);
        foreach (var candidate in Candidates(paragraphs, lines).Concat(CutUp(lines)))
        {
            if (candidate.Count == wanted)
            {
                return new ParallelList(candidate, null);
            }
        }

        return filled.Count == 1
            ? new ParallelList(Enumerable.Repeat(filled[0], wanted).ToList(), 1)
            : new ParallelList(Stretch(filled, wanted), filled.Count);
    }

    /// <summary>The same for units: a list of another length names all units of all measures.</summary>
    public ParallelList ForAll(IReadOnlyList<Cell> cells) => Found is null or 1
        ? this
        : new ParallelList(Enumerable.Repeat(string.Join(Separator, cells.SelectMany(cell => cell.Paragraphs).Where(text => !string.IsNullOrWhiteSpace(text))), Texts.Count).ToList(), Found);

    /// <summary>How many entries the cells hold.</summary>
    public static int Count(IReadOnlyList<Cell> cells) =>
        Mend(cells.SelectMany(cell => cell.Paragraphs)).Count(text => !string.IsNullOrWhiteSpace(text));

    private static IEnumerable<List<string>> Candidates(List<string> paragraphs, List<string> lines)
    {
        foreach (var source in new[] { paragraphs, lines })
        {
            var mended = Mend(source);
            yield return mended;
            yield return WithoutBlanksAtEnd(mended);
            yield return mended.Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
            yield return JoinMonthsWithoutYear(mended.Where(text => !string.IsNullOrWhiteSpace(text)));
        }
    }

    /// <summary>Entries in one line, 「4月；8月」, and entries that bear the numbers of their measures, 「1.閱覽組 2.資訊組」.</summary>
    private static IEnumerable<List<string>> CutUp(List<string> lines)
    {
        var filled = lines.FindAll(line => !string.IsNullOrWhiteSpace(line));
        if (filled is [var only])
        {
            yield return [.. only.Split(['；', ';', '／'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        }

        var numbered = filled.SelectMany(line => BeforeNumber().Split(line)).Select(PrintedNumber.Split).ToList();
        var isList = numbered.TrueForAll(entry => entry.Number is not null)
            && Enumerable.Range(1, Math.Max(0, numbered.Count - 1)).All(index => numbered[index].Number!.IsNextAfter(numbered[index - 1].Number!));
        if (isList)
        {
            yield return numbered.ConvertAll(entry => entry.After);
        }
    }

    /// <summary>Joins an entry with the next where the first cannot have ended: 「100年3月、」 and 「6月」.</summary>
    private static List<string> Mend(IEnumerable<string> texts) =>
        Join(texts, (first, second) => OpenEnd().IsMatch(first) || OpenStart().IsMatch(second)
            || (BareYear().IsMatch(first) && BareMonths().IsMatch(second)), "");

    private static List<string> JoinMonthsWithoutYear(IEnumerable<string> texts) =>
        Join(texts, (first, second) => first.EndsWith('月') && BareMonths().IsMatch(second), "、");

    private static List<string> Join(IEnumerable<string> texts, Func<string, string, bool> goesOn, string between)
    {
        var joined = new List<StringBuilder>();
        var last = "";
        foreach (var text in texts.Select(text => text.Trim()))
        {
            if (last.Length > 0 && text.Length > 0 && goesOn(last, text))
            {
                joined[^1].Append(between).Append(text);
            }
            else
            {
                joined.Add(new StringBuilder(text));
            }

            last = text;
        }

        return joined.ConvertAll(text => text.ToString());
    }

    private static List<string> WithoutBlanksAtEnd(List<string> texts) =>
        texts.Take(texts.FindLastIndex(text => !string.IsNullOrWhiteSpace(text)) + 1).ToList();

    /// <summary>In order as far as they go; what is too much stays with the last.</summary>
    private static List<string> Stretch(List<string> filled, int wanted)
    {
        var texts = filled.Take(wanted).Concat(Enumerable.Repeat("", Math.Max(0, wanted - filled.Count))).ToList();
        texts[^1] = filled.Count > wanted ? string.Join(Separator, filled.Skip(wanted - 1)) : texts[^1];
        return texts;
    }

    /// <summary>A stroke that stands alone means nobody or no day.</summary>
    [GeneratedRegex(@"(?:[、，,及與和至到~～.]|(?<=\S\s*)[/／-]|^\d+|[、，,年月]\d+)\s*$")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"^\s*(?:[、，,~～]|[月日](?:底|前|、|$)|[及至]\d)")]
    private static partial Regex OpenStart();

    [GeneratedRegex(@"^\d{2,3}年$")]
    private static partial Regex BareYear();

    [GeneratedRegex(@"^\s*\d{1,2}\s*月")]
    private static partial Regex BareMonths();

    [GeneratedRegex(@"(?<=\S)\s+(?=\(?\d{1,2}[.、)])")]
    private static partial Regex BeforeNumber();
}
