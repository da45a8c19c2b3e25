using System.Text.RegularExpressions;

namespace QualityPlan.Web.Features.Imports.Recovery.Shapes;

/// <summary>
/// A column that is ticked instead of filled in: one of a unit, or of a month or quarter. <paramref name="Over"/> is the
/// heading printed over several such columns (承辦單位, 115年度預定進度), empty when there is none.
/// </summary>
internal sealed record TickColumn(int Column, string Name, string Over, TickTime? Time)
{
    /// <summary>What all header rows above the name say, where the year may stand.</summary>
    public string AllOver { get; init; } = "";

    /// <summary>Columns beside each other that make one column of the plan.</summary>
    public bool IsOneWith(TickColumn left) => Column == left.Column + 1 && Over == left.Over && Time is null == left.Time is null;
}

/// <summary>A month (1 to 12) or a quarter (1 to 4) that heads a column, with the 民國 year printed over it, 0 for none.</summary>
internal sealed partial record TickTime(int Number, bool IsQuarter, int Year)
{
    /// <summary>Reads 「3月」, 「三月」, 「第1季」, 「Q2」, 「4-6月」, or a bare 「3」 where <paramref name="isOfMonths"/>; null for anything else.</summary>
    public static TickTime? Of(string heading, string over, bool isOfMonths)
    {
        var text = Folding.WithoutBlanks(Folding.Narrow(heading));
        var year = YearIn().Match(text) is { Success: true } own ? own : YearIn().Match(Folding.WithoutBlanks(Folding.Narrow(over)));
        text = YearIn().Replace(text, "");
        var match = isOfMonths ? BareMonth().Match(text) : Named().Match(text);
        var number = match.Groups["months"] is { Success: true } months ? (NumberOf(months.Value.Split('-', '~', '～', '至')[0]) + 2) / 3 : NumberOf(match.Groups["n"].Value);
        if (!match.Success || number is not (>= 1 and <= 12) || (match.Groups["quarter"].Success && number > 4))
        {
            return null;
        }

        return new TickTime(number, match.Groups["quarter"].Success, year.Success ? NumberOf(year.Groups["year"].Value) : 0);
    }

    public bool IsNextAfter(TickTime before) => IsQuarter == before.IsQuarter
        && (Number == before.Number + 1 || (Number == 1 && before.Number == (IsQuarter ? 4 : 12)));

    /// <summary>As the deadline reader understands it; the year only where it differs from <paramref name="before"/>.</summary>
    public string Written(TickTime? before) => (Year > 0 && Year != before?.Year ? $"{Year}年" : "") + (IsQuarter ? $"第{Number}季" : $"{Number}月");

    private static int NumberOf(string numeral) => int.TryParse(numeral, out var number) ? number : PrintedNumber.Chinese(numeral);

    [GeneratedRegex(@"(?<year>1\d\d)學?年度?")]
    private static partial Regex YearIn();

    [GeneratedRegex(@"^(?:(?<n>\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?(?<n>[1-4一二三四])(?<quarter>季)度?|[Qq](?<n>[1-4])(?<quarter>)|(?<months>1[-~～至]3|4[-~～至]6|7[-~～至]9|10[-~～至]12)月(?<quarter>))$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<n>\d{1,2}|[一二三四五六七八九十]{1,2})$")]
    private static partial Regex BareMonth();
}
