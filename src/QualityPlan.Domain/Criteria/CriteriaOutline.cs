using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Domain.Criteria;

/// <summary>A criterion as the outline sorts it: its id, the one above, its texts.</summary>
public sealed record CriterionRow(int Id, int? ParentId, CriterionText Text);

/// <summary>Where a criterion (評核項目) stands in its list: level from 1, and whether others stand below it.</summary>
/// <param name="FullNumber">The number with those above where it does not repeat them: 「一、(一)」, but 「1.1」.</param>
public sealed record CriterionPlace(CriterionRow Row, int Level, string FullNumber, bool IsGroup)
{
    public int Id => Row.Id;

    /// <summary>Number and title on one line.</summary>
    public string Name => FullNumber.Length == 0 ? Row.Text.Title : $"{FullNumber} {Row.Text.Title}";
}

/// <summary>The order of a list: each criterion under the one above it, beside each other by their numbers' sense (1.10 after 1.9).</summary>
public static class CriteriaOutline
{
    /// <summary>The criteria of a list in their order.</summary>
    public static IReadOnlyList<CriterionPlace> Of(CriteriaList list) => Sort([.. list.Criteria.Select(one => new CriterionRow(
        one.Id, one.ParentId, new CriterionText(one.Number, one.Title) { Description = one.Description, Points = one.Points }))]);

    public static IReadOnlyList<CriterionPlace> Sort(IReadOnlyCollection<CriterionRow> rows)
    {
        var below = rows.ToLookup(row => row.ParentId);
        var sorted = new List<CriterionPlace>(rows.Count);
        Walk(below, null, sorted);
        return sorted;
    }

    /// <summary>Whether two numbers are the same by their sense; an empty one is the same as none.</summary>
    public static bool IsSameNumber(string one, string other) => SenseOf(one) is { } sense && sense == SenseOf(other);

    /// <summary>What numbers that are the same by their sense have in common (1., 1 and １); null for an empty one.</summary>
    internal static string? SenseOf(string number)
    {
        var printed = PrintedNumber.Parse(number);
        return printed.Text.Length == 0 ? null
            : printed.Parts.Count > 0 ? $"{printed.Style} {string.Join('.', printed.Parts)}"
            : Folding.WithoutBlanks(printed.Text);
    }

    private static void Walk(ILookup<int?, CriterionRow> below, CriterionPlace? above, List<CriterionPlace> sorted)
    {
        foreach (var row in below[above?.Id].OrderBy(row => row.Text.Number, PrintedNumber.Comparer).ThenBy(row => row.Id))
        {
            var place = new CriterionPlace(row, (above?.Level ?? 0) + 1, FullNumber(row.Text.Number, above?.FullNumber ?? ""), below[row.Id].Any());
            sorted.Add(place);
            Walk(below, place, sorted);
        }
    }

    private static string FullNumber(string own, string above)
    {
        if (own.Length > Criterion.NumberLength || above.Length > Criterion.NumberLength * CriterionLine.LowestLevel)
        {
            // No list takes such numbers; while one is read they would grow with each level.
            return own;
        }
        var (number, upper) = (PrintedNumber.Parse(own), PrintedNumber.Parse(above));
        var repeats = upper.Parts.Count > 0 && number.Parts.Count > upper.Parts.Count && number.Parts.Take(upper.Parts.Count).SequenceEqual(upper.Parts);
        return own.Length == 0 || above.Length == 0 || repeats ? own : above + own;
    }
}
