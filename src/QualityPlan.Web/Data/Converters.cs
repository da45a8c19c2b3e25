using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Data;

/// <summary>Instants are UTC in and out; a local one is a mistake and throws.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => Utc(instant), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime Utc(DateTime instant) => instant.Kind == DateTimeKind.Local
        ? throw new ArgumentException("Instants are stored in UTC.", nameof(instant))
        : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
}

/// <summary>Identity brings one DateTimeOffset; SQLite can neither order nor filter those.</summary>
internal sealed class UtcOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>民國 year as its number, 115.</summary>
internal sealed class RocYearConverter() : ValueConverter<RocYear, int>(
    year => year.Value, stored => new RocYear(stored));

/// <summary>Quarter as year and digit, 1153: sorts rightly and can be read in a query tool.</summary>
internal sealed class QuarterConverter() : ValueConverter<Quarter, int>(
    quarter => (quarter.Year.Value * 10) + quarter.Number,
    stored => new Quarter(new RocYear(stored / 10), stored % 10));
