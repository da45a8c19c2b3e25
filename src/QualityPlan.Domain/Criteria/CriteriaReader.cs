using System.Globalization;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Criteria;

/// <summary>
/// Reads a criteria list (評核項目清單) out of the cells of a table. Headings in any order, or none; levels by their own column, by the
/// number above, by a column of groups (構面), or by the way the numbers are written. Never throws; what is doubtful gets a remark.
/// </summary>
public static class CriteriaReader
{
    private const int HeadingWithin = 15;

    /// <param name="cells">The texts of each line, column by column; a merged cell stands in its first place only.</param>
    public static CriteriaReading Read(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        var lines = cells.Select((texts, index) => new SourceLine(index + 1, texts)).Where(line => !line.IsBlank).ToList();
        var heading = lines.Take(HeadingWithin).FirstOrDefault(line => CriteriaColumns.Of(line.Cells) is not null);
        var body = heading is null ? lines : lines.SkipWhile(line => line != heading).Skip(1).Where(line => CriteriaColumns.Of(line.Cells) is null).ToList();
        if (body.Count > CriteriaList.MostCriteria)
        {
            return new CriteriaReading([]) { Count = body.Count };
        }
        var columns = heading is not null
            ? CriteriaColumns.Of(heading.Cells)!
            : CriteriaColumns.ByPlace(body.ConvertAll(line => line.Cells), IsNumber);
        var levels = new CriteriaLevels();
        var read = new List<ReadCriterion>();
        foreach (var line in body)
        {
            levels.Read(new ColumnsOfLine(line, columns), read);
        }
        return new CriteriaReading(CriteriaLevels.InOrder(read))
        {
            Count = read.Count,
            Name = heading is null ? "" : NameAbove(lines.TakeWhile(line => line != heading)),
            HasHeading = heading is not null,
        };
    }

    /// <summary>What stands alone on a line above the headings is what the list is called.</summary>
    private static string NameAbove(IEnumerable<SourceLine> lines) => lines
        .Select(line => line.Cells.Where(cell => cell.Trim().Length > 0).ToList())
        .Where(filled => filled.Count == 1)
        .Select(filled => Folding.OneLine(filled[0]))
        .FirstOrDefault(name => name.Length <= CriteriaList.NameLength) ?? "";

    private static bool IsNumber(string text) => PrintedNumber.Parse(text).Parts.Count > 0;
}

/// <summary>What was read of a list: its lines in order, and what it seems to be called.</summary>
public sealed record CriteriaReading(IReadOnlyList<ReadCriterion> Lines)
{
    /// <summary>How many lines the source has; with more than a list takes nothing is read.</summary>
    public int Count { get; init; }

    public string Name { get; init; } = "";

    public bool HasHeading { get; init; }
}

/// <summary>A line as it was read (評核項目), with the number people find it by in the source.</summary>
public sealed record ReadCriterion(int SourceLine, CriterionLine Line)
{
    /// <summary>What somebody should look at; empty when nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Looks like no criterion (合計): proposed to be left out.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The number of the line above as the source gives it; empty when it does not.</summary>
    internal string ParentNumber { get; init; } = "";
}

/// <summary>A line of the source with its number from 1.</summary>
internal sealed record SourceLine(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A line by its fields.</summary>
internal sealed record ColumnsOfLine(SourceLine Line, IReadOnlyDictionary<CriterionField, int> Columns)
{
    public string this[CriterionField field] =>
        Columns.TryGetValue(field, out var column) && column < Line.Cells.Count ? Line.Cells[column].ReplaceLineEndings("\n").Trim() : "";

    public int? Level => int.TryParse(Folding.WithoutBlanks(this[CriterionField.Level]), CultureInfo.InvariantCulture, out var level)
        && level is >= 1 and <= CriterionLine.LowestLevel ? level : null;

    /// <summary>Number and title; where one column holds both they are parted.</summary>
    public (string Number, string Title) NumberAndTitle()
    {
        var (number, title) = (this[CriterionField.Number], Folding.OneLine(this[CriterionField.Title]));
        if (number.Length > 0 || title.Length == 0)
        {
            return (number, title);
        }
        var (printed, words) = PrintedNumber.SplitLeading(title);
        return words.Length > 0 ? (printed.Text, words) : (number, title);
    }
}
