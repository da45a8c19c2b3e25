namespace QualityPlan.Domain.Calendar;

/// <summary>
/// 臺北時間: UTC+8, whatever zone the server is in. A fixed offset is enough: Taiwan has had no summer time
/// since 30 September 1979 (IANA time zone database, file <c>asia</c>, rules <c>Taiwan</c>), and nothing
/// here is older. Instants are UTC; one read from a database with an unspecified kind is taken as UTC, a
/// local one throws <see cref="ArgumentException"/>.
/// </summary>
public static class TaipeiClock
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The instant as the clock on the wall in Taipei shows it (kind unspecified).</summary>
    public static DateTime ToTaipei(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("Instants are UTC.", nameof(utc))
        : DateTime.SpecifyKind(utc.Add(Offset), DateTimeKind.Unspecified);

    /// <summary>The day it is in Taipei at that instant.</summary>
    public static DateOnly DateAt(DateTime utc) => DateOnly.FromDateTime(ToTaipei(utc));

    /// <summary>00:00 in Taipei, as UTC.</summary>
    public static DateTime StartOfDay(DateOnly date) =>
        DateTime.SpecifyKind(date.ToDateTime(TimeOnly.MinValue).Subtract(Offset), DateTimeKind.Utc);

    /// <summary>24:00 in Taipei, as UTC: the first instant that is too late for a deadline on that day.</summary>
    public static DateTime EndOfDay(DateOnly date) => StartOfDay(date).AddDays(1);

    /// <summary>「115/3/31 14:32」.</summary>
    public static string Show(DateTime utc)
    {
        var local = ToTaipei(utc);
        return $"{RocDate.Short(DateOnly.FromDateTime(local))} {local.Hour:00}:{local.Minute:00}";
    }
}
