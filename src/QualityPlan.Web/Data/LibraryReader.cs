using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data;

/// <summary>Reads what a plan's texts are understood by: the names of the units, and the working days.</summary>
public static class LibraryReader
{
    /// <summary>Years read from the one asked for: fourth-quarter rounds and long deadlines reach beyond it.</summary>
    private const int CalendarYears = 3;

    /// <summary>How the texts of a draft of that year are read, in three queries.</summary>
    public static async Task<MeasureReading> ReadReadingAsync(QualityPlanDb db, RocYear year, CancellationToken cancellation) => new(
        await ReadDirectoryAsync(db, cancellation),
        new DeadlineContext(year, await ReadCalendarAsync(db, year, cancellation)));

    /// <summary>Every unit and every group with their aliases; a group of every unit stands for all active departments.</summary>
    public static async Task<UnitDirectory> ReadDirectoryAsync(QualityPlanDb db, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking()
            .OrderBy(unit => unit.Position).ThenBy(unit => unit.Id)
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                unit.Kind,
                unit.IsActive,
                Aliases = unit.Aliases.Select(alias => alias.Text).ToList(),
            })
            .ToListAsync(cancellation);
        var groups = await db.UnitGroups.AsNoTracking()
            .OrderBy(group => group.Id)
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.IsEveryUnit,
                Aliases = group.Aliases.Select(alias => alias.Text).ToList(),
                Members = group.Members.Select(member => member.UnitId).ToList(),
            })
            .ToListAsync(cancellation);
        var departments = units
            .Where(unit => unit.IsActive && unit.Kind == UnitKind.Department)
            .Select(unit => unit.Id)
            .ToList();
        return new UnitDirectory(
            units.Select(unit => new UnitName(unit.Id, unit.Name, unit.Aliases, unit.IsActive)).ToList(),
            groups.Select(group => new GroupName(group.Id, group.Name, group.IsEveryUnit ? departments : group.Members)
            {
                IsEveryUnit = group.IsEveryUnit,
                Aliases = group.Aliases,
            }).ToList());
    }

    /// <summary>The working days of a year and the two after it; without entries Saturdays and Sundays are off.</summary>
    public static async Task<OfficeCalendar> ReadCalendarAsync(QualityPlanDb db, RocYear year, CancellationToken cancellation)
    {
        var first = year.FirstDay;
        var end = first.AddYears(CalendarYears);
        var days = await db.CalendarDays.AsNoTracking()
            .Where(day => day.Date >= first && day.Date < end)
            .Select(day => new { day.Date, day.IsWorking })
            .ToListAsync(cancellation);
        return new OfficeCalendar(
            days.Where(day => !day.IsWorking).Select(day => day.Date),
            days.Where(day => day.IsWorking).Select(day => day.Date));
    }
}
