using System.Globalization;
using System.Text.RegularExpressions;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Features.Imports.Recovery;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Title, year and agency as the file says them; what it does not say is proposed and to be confirmed.</summary>
public static partial class PlanHead
{
    public const string TitleKey = "title";
    public const string YearKey = "year";

    private const int HeadingLength = 40;
    private const int AgencyLength = 40;

    /// <summary>A reading, ready to be mended.</summary>
    public static ImportContent Begin(PlanReading reading, string ownAgency, DateOnly today)
    {
        var title = Domain.Texts.Folding.SingleSpaced(reading.Title);
        var fromTitle = YearIn(title);
        var year = fromTitle?.Year ?? MostNamedYear(reading.Rows) ?? RocYear.FromDate(today).Value;
        var content = new ImportContent
        {
            Title = title.Length > 0 ? Shortening.Cut(reading.Title, Plan.TitleLength) : $"{year}年度提升服務品質執行計畫",
            Year = year,
            Agency = AgencyIn(title) ?? ownAgency,
            Headings = Headings(reading),
            Columns = [.. reading.HeadingOf.Keys],
            Chapters = [.. reading.Chapters],
            Rows = [.. reading.Rows.Select((row, index) => row with { Id = index + 1 })],
            LastId = reading.Rows.Count,
            Remarks = [.. reading.Remarks.Where(remark => !PlanRemarks.IsOfEmptyCell(remark))],
        };
        content.Guesses.UnionWith(title.Length == 0 ? [TitleKey] : []);
        content.Guesses.UnionWith(fromTitle is null ? [YearKey] : []);
        return content;
    }

    /// <summary>The agency that the title names before the year; null when it names none.</summary>
    public static string? AgencyIn(string title) =>
        YearIn(Domain.Texts.Folding.SingleSpaced(title))?.Before is { Length: > 1 and <= AgencyLength } agency ? agency : null;

    /// <summary>A year as typed: a number of 民國, or null with the sentence that says what to mend.</summary>
    public static (int? Year, string Problem) ReadYear(string typed)
    {
        var match = TypedYear().Match(Domain.Texts.Folding.WithoutBlanks(typed));
        if (!match.Success || !int.TryParse(match.Groups["y"].Value, CultureInfo.InvariantCulture, out var year) || year == 0)
        {
            return (null, "請輸入民國年度，例如115。");
        }
        return year <= RocYear.Last
            ? (year, "")
            : (null, RocYear.IsValid(year - 1911)
                ? $"是否要輸入{year - 1911}年？{year}是西元年，請改填民國年度。"
                : "請輸入民國年度，例如115。");
    }

    private static (int Year, string Before)? YearIn(string title)
    {
        var match = YearOfTitle().Match(title);
        var digits = match.Groups["y"].Value;
        var year = int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumber.Read(digits);
        year = year > RocYear.Last ? year - 1911 : year;
        if (!match.Success || year is not { } found || !RocYear.IsValid(found))
        {
            return null;
        }
        var before = title[..match.Index].Trim();
        return (found, Era().Replace(before, "").Trim());
    }

    private static int? MostNamedYear(IEnumerable<RowReading> rows) => rows
        .SelectMany(row => YearOfDeadline().Matches(Domain.Texts.Folding.WithoutBlanks(row.Deadline)))
        .Select(match => int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture))
        .GroupBy(year => year)
        .OrderByDescending(years => years.Count()).ThenByDescending(years => years.Key)
        .Select(years => (int?)years.Key)
        .FirstOrDefault();

    private static PlanHeadings Headings(PlanReading reading)
    {
        var usual = PlanHeadings.Usual;
        return new PlanHeadings(
            Of(PlanField.Area, usual.Area),
            Of(PlanField.Item, usual.Item),
            Of(PlanField.Approach, usual.Approach),
            Of(PlanField.Deadline, usual.Deadline),
            Of(PlanField.Units, usual.Units))
        {
            SupportingUnits = Of(PlanField.SupportingUnits, ""),
        };

        string Of(PlanField field, string other) => Shortening.Cut(reading.HeadingOf.GetValueOrDefault(field, other), HeadingLength);
    }

    [GeneratedRegex("(?<![0-9])(?<y>[0-9]{2,4}|[〇○零一二三四五六七八九十百]{2,6}) ?年度?")]
    private static partial Regex YearOfTitle();

    [GeneratedRegex("(?:中華)?(?:民國)?$")]
    private static partial Regex Era();

    [GeneratedRegex("(?<![0-9])(?<y>[0-9]{2,3})(?:年|[/.])")]
    private static partial Regex YearOfDeadline();

    [GeneratedRegex("^(?:中華民國|民國)?(?<y>[0-9]{1,4})(?:年度?)?$")]
    private static partial Regex TypedYear();
}
