using System.ComponentModel.DataAnnotations;
using QualityPlan.Domain.Calendar;

namespace QualityPlan.Web.Features.Audit;

/// <summary>What part of the trail is asked for, by the query string.</summary>
public sealed record AuditFilter
{
    /// <summary>民國 day as typed, the first of the period.</summary>
    [StringLength(30)]
    public string? From { get; init; }

    /// <summary>民國 day as typed, the last of the period.</summary>
    [StringLength(30)]
    public string? To { get; init; }

    /// <summary>Number of an account; 0 for the program itself and people not signed in.</summary>
    public int? Person { get; init; }

    [StringLength(60)]
    public string? What { get; init; }

    [StringLength(60)]
    public string? Kind { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(From + To + What + Kind) && Person is null;

    /// <summary>The typed days as instants, and what is wrong with them.</summary>
    public AuditPeriod Period()
    {
        var faults = new List<(string Field, string Fault)>();
        var (from, to) = (Read(nameof(From), From, faults), Read(nameof(To), To, faults));
        if (from > to)
        {
            faults.Add((nameof(To), "迄日早於起日，請重新輸入，例如115/3/31。"));
        }
        return new AuditPeriod(
            from is { } first ? TaipeiClock.StartOfDay(first) : null, to is { } last ? TaipeiClock.EndOfDay(last) : null, faults);
    }

    private static DateOnly? Read(string field, string? text, List<(string Field, string Fault)> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var reading = RocDate.Parse(text);
        if (reading.Date is null)
        {
            faults.Add((field, reading.Reason));
        }
        return reading.Date;
    }
}

/// <summary>From the first instant, inclusive, until before the last; null is open.</summary>
public sealed record AuditPeriod(DateTime? FromUtc, DateTime? UntilUtc, IReadOnlyList<(string Field, string Fault)> Faults);
