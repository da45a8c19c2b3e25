using System.Globalization;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>
/// A likely 辦公日曆 for any year, so that rounds close on working days: the official one is published year by
/// year and imported. A holiday on a Saturday is made up on the Friday, on a Sunday on the Monday.
/// </summary>
internal static class DemonstrationCalendar
{
    private static readonly (int Month, int Day, string Name)[] Fixed =
    [
        (1, 1, "開國紀念日"), (2, 28, "和平紀念日"), (4, 4, "兒童節"), (4, 5, "民族掃墓節"), (5, 1, "勞動節"),
        (9, 28, "孔子誕辰紀念日"), (10, 10, "國慶日"), (10, 25, "臺灣光復節"), (12, 25, "行憲紀念日"),
    ];

    private static readonly (int Month, int Day, string Name)[] Lunar =
        [(1, 1, "春節"), (1, 2, "春節"), (1, 3, "春節"), (5, 5, "端午節"), (8, 15, "中秋節")];

    public static IEnumerable<CalendarDay> DaysOf(RocYear year)
    {
        var holidays = Fixed.Select(one => (Date: new DateOnly(year.Gregorian, one.Month, one.Day), one.Name))
            .Concat(LunarDays(year.Gregorian))
            .OrderBy(one => one.Date)
            .ToList();
        var taken = holidays.Select(one => one.Date).ToHashSet();
        foreach (var (date, name) in holidays.DistinctBy(one => one.Date))
        {
            yield return new CalendarDay(date, isWorking: false, name);
            if (MadeUpOn(date) is { } instead && instead.Year == year.Gregorian && taken.Add(instead))
            {
                yield return new CalendarDay(instead, isWorking: false, $"{name}補假");
            }
        }
    }

    private static DateOnly? MadeUpOn(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(-1),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => null,
    };

    private static IEnumerable<(DateOnly Date, string Name)> LunarDays(int year)
    {
        var moon = new ChineseLunisolarCalendar();
        if (year <= moon.MinSupportedDateTime.Year || year >= moon.MaxSupportedDateTime.Year)
        {
            return [];
        }
        var days = Lunar.Select(one => (Date(moon, year, one.Month, one.Day), one.Name)).ToList();
        var eve = days[0].Item1.AddDays(-1);
        return [(eve, "農曆除夕"), (eve.AddDays(-1), "小年夜"), .. days];
    }

    /// <summary>A leap month pushes the months after it one further on.</summary>
    private static DateOnly Date(ChineseLunisolarCalendar moon, int year, int month, int day)
    {
        var leap = moon.GetLeapMonth(year);
        var place = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(moon.ToDateTime(year, place, day, 0, 0, 0, 0));
    }
}
