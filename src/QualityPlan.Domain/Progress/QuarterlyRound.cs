using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;

namespace QualityPlan.Domain.Progress;

/// <summary>填報輪次: one quarter of one plan, open by dates; every closing date is inclusive, until 24:00 Taipei time.</summary>
public sealed class QuarterlyRound
{
    public QuarterlyRound(int planId, Quarter quarter, RoundDates dates)
    {
        PlanId = planId;
        Quarter = quarter;
        Take(dates);
    }

    private QuarterlyRound() { }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    public Quarter Quarter { get; private set; }

    public DateOnly OpensOn { get; private set; }

    /// <summary>承辦人填報截止.</summary>
    public DateOnly ReportersCloseOn { get; private set; }

    /// <summary>單位主管審核截止.</summary>
    public DateOnly HeadsCloseOn { get; private set; }

    /// <summary>研發小組彙整截止.</summary>
    public DateOnly OfficeClosesOn { get; private set; }

    /// <summary>鎖定: the report is signed and nothing of the round moves any more.</summary>
    public bool IsLocked { get; private set; }

    public int Version { get; private set; }

    public RoundDates Dates => new(OpensOn, ReportersCloseOn, HeadsCloseOn, OfficeClosesOn);

    public RoundPhase PhaseOn(DateOnly today) => this switch
    {
        { IsLocked: true } => RoundPhase.Locked,
        _ when today < OpensOn => RoundPhase.NotYetOpen,
        _ when today <= ReportersCloseOn => RoundPhase.Reporting,
        _ when today <= HeadsCloseOn => RoundPhase.Reviewing,
        _ when today <= OfficeClosesOn => RoundPhase.Compiling,
        _ => RoundPhase.Closed,
    };

    /// <summary>Whether the reporters' window is over on that day.</summary>
    public bool IsWindowClosedOn(DateOnly today) => IsLocked || today > ReportersCloseOn;

    /// <summary>Whether the dates may be set anew: by the plan office, until the report is signed.</summary>
    public Verdict MayReschedule(Actor actor) =>
        !actor.Is(Role.PlanOffice)
            ? Verdict.No("plan-office-only", "只有研發小組可以調整填報輪次。")
            : IsLocked
                ? Verdict.No("round-locked", $"{Quarter}的報告已簽核鎖定，不能再調整日期。")
                : Verdict.Yes;

    /// <summary>Opens, prolongs or closes the round by new dates.</summary>
    public Verdict Reschedule(RoundDates dates, Actor actor)
    {
        var may = MayReschedule(actor).And(() => dates.IsInOrder
            ? Verdict.Yes
            : Verdict.No("round-order", "日期順序應為：開放 ≦ 承辦截止 ≦ 主管截止 ≦ 研發小組截止。"));
        if (may.IsAllowed)
        {
            Take(dates);
            Version++;
        }
        return may;
    }

    /// <summary>Locks the round when the convener has signed.</summary>
    public void Lock()
    {
        IsLocked = true;
        Version++;
    }

    private void Take(RoundDates dates) =>
        (OpensOn, ReportersCloseOn, HeadsCloseOn, OfficeClosesOn) = dates;
}

/// <summary>The four dates of a round, each inclusive.</summary>
public sealed record RoundDates(DateOnly OpensOn, DateOnly ReportersCloseOn, DateOnly HeadsCloseOn, DateOnly OfficeClosesOn)
{
    public bool IsInOrder =>
        OpensOn <= ReportersCloseOn && ReportersCloseOn <= HeadsCloseOn && HeadsCloseOn <= OfficeClosesOn;

    /// <summary>
    /// The usual dates: opens on the quarter's first working day; reporters until the 10th of the month after
    /// (or the next working day), heads and plan office so many working days later.
    /// </summary>
    public static RoundDates Usual(Quarter quarter, RoundSettings settings, OfficeCalendar calendar)
    {
        var reporters = calendar.NextWorkingDayOnOrAfter(quarter.LastDay.AddDays(settings.ReporterDay));
        var heads = calendar.AddWorkingDays(reporters, settings.HeadWorkingDays);
        var office = calendar.AddWorkingDays(heads, settings.OfficeWorkingDays);
        return new RoundDates(calendar.NextWorkingDayOnOrAfter(quarter.FirstDay), reporters, heads, office);
    }
}

/// <summary>How the usual dates are made: day of the month after the quarter, then working days.</summary>
public sealed record RoundSettings(int ReporterDay = 10, int HeadWorkingDays = 5, int OfficeWorkingDays = 5);

/// <summary>Where a round stands on a day.</summary>
public enum RoundPhase { NotYetOpen, Reporting, Reviewing, Compiling, Closed, Locked }

/// <summary>The zh-TW names.</summary>
public static class RoundPhases
{
    public static string Chinese(this RoundPhase phase) => phase switch
    {
        RoundPhase.NotYetOpen => "尚未開放",
        RoundPhase.Reporting => "填報中",
        RoundPhase.Reviewing => "主管審核中",
        RoundPhase.Compiling => "彙整中",
        RoundPhase.Closed => "已截止",
        RoundPhase.Locked => "已鎖定",
        _ => phase.ToString(),
    };
}
