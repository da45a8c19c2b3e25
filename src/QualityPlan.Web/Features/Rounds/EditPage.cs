using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Features.Rounds;

/// <summary>One round: its dates to be set anew, and its units with leave to file later.</summary>
public sealed record EditPage(QuarterlyRound Round, string PlanTitle, DateOnly Today)
{
    public required RoundForm Form { get; init; }

    public required Verdict MayReschedule { get; init; }

    /// <summary>Dates worked out on working days, offered by name.</summary>
    public required IReadOnlyDictionary<Suggestion, RoundDates> Suggestions { get; init; }

    public required IReadOnlyList<UnitLine> Units { get; init; }

    /// <summary>Closings of the form that are not working days.</summary>
    public required IReadOnlyList<string> NotWorking { get; init; }

    /// <summary>Somebody else set the dates meanwhile: they are shown beside what was typed.</summary>
    public bool IsStale { get; init; }

    public RoundPhase Phase => Round.PhaseOn(Today);

    public EditPage Suggesting(Suggestion? which) => which is { } one && Suggestions.TryGetValue(one, out var dates)
        ? this with { Form = RoundForm.Of(dates, Round.Version), NotWorking = [] }
        : this;

    public EditPage With(RoundForm typed, bool isStale)
    {
        typed.Version = isStale ? Round.Version : typed.Version;
        return this with { Form = typed, IsStale = isStale, NotWorking = [] };
    }
}

/// <summary>What one usually wants of a round's dates.</summary>
public enum Suggestion
{
    /// <summary>The dates of the settings.</summary>
    Usual,

    /// <summary>Opens today.</summary>
    OpenNow,

    /// <summary>Five working days more.</summary>
    Prolong,

    /// <summary>Yesterday was the reporters' last day.</summary>
    CloseNow,
}

/// <summary>The words on the links, and the dates behind them.</summary>
public static class Suggestions
{
    private const int MoreWorkingDays = 5;

    public static string Chinese(this Suggestion suggestion) => suggestion switch
    {
        Suggestion.Usual => "回到預設日期",
        Suggestion.OpenNow => "今天開放",
        Suggestion.Prolong => "延長5個工作天",
        Suggestion.CloseNow => "立即截止承辦填報",
        _ => suggestion.ToString(),
    };

    /// <summary>Those that make sense for the round on that day.</summary>
    public static IReadOnlyDictionary<Suggestion, RoundDates> For(
        QuarterlyRound round, DateOnly today, RoundSettings settings, OfficeCalendar calendar)
    {
        var offered = new Dictionary<Suggestion, RoundDates>
        {
            [Suggestion.Usual] = RoundDates.Usual(round.Quarter, settings, calendar),
        };
        var from = round.ReportersCloseOn < today ? today : round.ReportersCloseOn;
        offered[Suggestion.Prolong] = Following(round.OpensOn, calendar.AddWorkingDays(from, MoreWorkingDays), settings, calendar);
        if (today < round.OpensOn)
        {
            offered[Suggestion.OpenNow] = round.Dates with { OpensOn = today };
        }
        else if (today > round.OpensOn && today <= round.ReportersCloseOn)
        {
            offered[Suggestion.CloseNow] = Following(round.OpensOn, today.AddDays(-1), settings, calendar);
        }
        return offered;
    }

    private static RoundDates Following(DateOnly opens, DateOnly reporters, RoundSettings settings, OfficeCalendar calendar)
    {
        var heads = calendar.AddWorkingDays(reporters, settings.HeadWorkingDays);
        return new RoundDates(opens, reporters, heads, calendar.AddWorkingDays(heads, settings.OfficeWorkingDays));
    }
}

/// <summary>A unit of the round.</summary>
public sealed record UnitLine(int FilingId, string UnitName, FilingState State)
{
    public IReadOnlyList<string> Marks { get; init; } = [];

    public DateOnly? SupplementUntil { get; init; }

    public DateTime? SubmittedAtUtc { get; init; }
}

/// <summary>開放補填 of one unit.</summary>
public sealed record SupplementPage(int RoundId, Quarter Quarter, string UnitName, FilingState State)
{
    public required SupplementForm Form { get; init; }

    public required DateOnly ReportersCloseOn { get; init; }

    public DateOnly? SupplementUntil { get; init; }

    public bool IsLocked { get; init; }

    public bool IsStale { get; init; }

    public int Version { get; init; }

    public SupplementPage With(SupplementForm typed, bool isStale)
    {
        typed.Version = isStale ? Version : typed.Version;
        return this with { Form = typed, IsStale = isStale };
    }
}
