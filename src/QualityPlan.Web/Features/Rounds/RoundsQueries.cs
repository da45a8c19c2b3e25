using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Rounds;

public sealed class RoundsQueries(QualityPlanDb db, LibrarySettings library, TimeProvider clock)
{
    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var rounds = await (
            from round in db.Rounds.AsNoTracking()
            join plan in db.Plans on round.PlanId equals plan.Id
            where plan.State == PlanState.Approved
            orderby plan.Year descending, plan.Id descending, round.Quarter
            select new
            {
                Round = round,
                plan.Title,
                ReportState = db.CompiledReports.Where(report => report.RoundId == round.Id)
                    .Select(report => (CompiledReportState?)report.State).FirstOrDefault(),
            }).ToListAsync(cancellation);
        var counts = (await db.Filings
            .Where(filing => db.Plans.Any(plan => plan.Id == filing.Round.PlanId && plan.State == PlanState.Approved))
            .GroupBy(filing => new { filing.RoundId, filing.State })
            .Select(group => new { group.Key.RoundId, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellation)).ToLookup(one => one.RoundId);
        var years = rounds.Select(one => one.Round.Quarter.Year).ToList();
        var calendar = years.Count == 0
            ? OfficeCalendar.WeekendsOnly
            : await LibraryReader.ReadCalendarAsync(db, years.Min(), cancellation);
        var plans = rounds.GroupBy(one => (one.Round.PlanId, one.Title)).Select(plan => new PlanRounds(
            plan.Key.PlanId,
            plan.Key.Title,
            plan.Select(one => new RoundLine(one.Round.Id, one.Round.Quarter, one.Round.Dates, one.Round.PhaseOn(Today))
            {
                ReportState = one.ReportState ?? CompiledReportState.Compiling,
                Counts = counts[one.Round.Id].OrderBy(count => count.State).Select(count => (count.State, count.Count)).ToList(),
                DaysOff = DaysOff(one.Round.Dates, calendar),
            }).ToList()));
        return new IndexPage(plans.ToList(), actor.Is(Role.PlanOffice));
    }

    /// <summary>Null when there is no such round.</summary>
    public async Task<EditPage?> EditAsync(int id, Actor actor, CancellationToken cancellation)
    {
        var found = await db.Rounds.AsNoTracking()
            .Where(round => round.Id == id)
            .Select(round => new { Round = round, Title = db.Plans.Where(plan => plan.Id == round.PlanId).Select(plan => plan.Title).First() })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }
        var round = found.Round;
        var calendar = await LibraryReader.ReadCalendarAsync(db, round.Quarter.Year, cancellation);
        return new EditPage(round, found.Title, Today)
        {
            Form = RoundForm.Of(round.Dates, round.Version),
            MayReschedule = round.MayReschedule(actor),
            Suggestions = Suggestions.For(round, Today, library.Rounds, calendar),
            NotWorking = DaysOff(round.Dates, calendar).Order().Select(RocDate.Long).ToList(),
            Units = await ReadUnitsAsync(id, cancellation),
        };
    }

    /// <summary>Null when there is no such filing.</summary>
    public async Task<SupplementPage?> SupplementAsync(int filingId, CancellationToken cancellation)
    {
        var filing = await db.Filings.AsNoTracking().Include(one => one.Round)
            .SingleOrDefaultAsync(one => one.Id == filingId, cancellation);
        if (filing is null)
        {
            return null;
        }
        var calendar = await LibraryReader.ReadCalendarAsync(db, filing.Round.Quarter.Year, cancellation);
        var until = filing.SupplementUntil is { } given && given >= Today ? given : calendar.AddWorkingDays(Today, library.Rounds.HeadWorkingDays);
        return new SupplementPage(filing.RoundId, filing.Round.Quarter, filing.UnitName, filing.State)
        {
            Form = new SupplementForm { Until = until, Version = filing.Version },
            ReportersCloseOn = filing.Round.ReportersCloseOn,
            SupplementUntil = filing.SupplementUntil,
            IsLocked = filing.Round.IsLocked,
            Version = filing.Version,
        };
    }

    private async Task<IReadOnlyList<UnitLine>> ReadUnitsAsync(int roundId, CancellationToken cancellation)
    {
        var filings = await db.Filings.AsNoTracking()
            .Where(filing => filing.RoundId == roundId)
            .OrderBy(filing => db.Units.First(unit => unit.Id == filing.UnitId).Position).ThenBy(filing => filing.Id)
            .ToListAsync(cancellation);
        return filings.Select(filing => new UnitLine(filing.Id, filing.UnitName, filing.State)
        {
            Marks = FilingMarks.Of(filing),
            SupplementUntil = filing.SupplementUntil,
            SubmittedAtUtc = filing.SubmittedAtUtc,
        }).ToList();
    }

    private static HashSet<DateOnly> DaysOff(RoundDates dates, OfficeCalendar calendar) =>
        new[] { dates.ReportersCloseOn, dates.HeadsCloseOn, dates.OfficeClosesOn }.Where(day => !calendar.IsWorkingDay(day)).ToHashSet();
}
