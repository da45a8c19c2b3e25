using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The plan page: five queries for a plan of any size, two once an approved table is kept.</summary>
public sealed class PlanPageQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    public async Task<ShowPage?> ShowAsync(int planId, PlanFilter filter, Actor actor, CancellationToken cancellation)
    {
        var plan = await ReadHeadAsync(planId, actor, cancellation);
        if (plan is null)
        {
            return null;
        }
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var table = await tables.ReadAsync(db, plan.Key, cancellation);
        var rounds = plan.Rounds.Where(round => round.IsLocked || PlanReaders.SeesOpenRounds(actor)).ToList();
        var quarter = ChooseQuarter(rounds, filter, today);
        var standings = quarter is null ? null : await ReadStandingsAsync(plan, table, rounds, today, cancellation);
        var view = new TableView(table, standings, quarter) { Filter = filter, Plan = plan };
        return new ShowPage(plan, filter, view.Rows())
        {
            TotalRows = table.Rows.Count,
            UndecidedCount = plan.State == PlanState.Draft ? table.Rows.Count(row => table.OpenDecisionsOf(row).Count > 0) : 0,
            Quarter = quarter,
            Quarters = rounds.Select(round => round.Quarter).ToList(),
            Counts = view.Counts(),
            Units = view.UnitChoices(),
            Areas = view.AreaChoices(),
            MayEdit = actor.Is(Role.PlanOffice) && plan.State == PlanState.Draft,
            MayClose = actor.Is(Role.PlanOffice) && plan.State == PlanState.Approved,
        };
    }

    private Task<PlanHead?> ReadHeadAsync(int planId, Actor actor, CancellationToken cancellation)
    {
        var states = PlanReaders.StatesFor(actor);
        return db.Plans.AsNoTracking().AsSingleQuery()
            .Where(plan => plan.Id == planId && states.Contains(plan.State))
            .Select(plan => new PlanHead(plan.Id, plan.Year, plan.Title, plan.Agency, plan.State)
            {
                Headings = plan.Headings,
                IssuedOn = plan.IssuedOn,
                LetterNumber = plan.LetterNumber,
                Version = plan.Version,
                Approval = plan.Revisions.OrderByDescending(one => one.Number)
                    .Select(one => new PlanApproval(one.Number, one.ApprovedByName, one.ApprovedAtUtc, one.Sha256))
                    .FirstOrDefault(),
                Chapters = plan.Chapters.OrderBy(one => one.Position)
                    .Select(one => new ChapterText(one.Number, one.Title, one.Text)).ToList(),
                Rounds = db.Rounds.Where(round => round.PlanId == plan.Id).OrderBy(round => round.Quarter)
                    .Select(round => new PlanRound(
                        round.Id, round.Quarter, round.OpensOn, round.ReportersCloseOn, round.IsLocked)).ToList(),
            })
            .SingleOrDefaultAsync(cancellation);
    }

    private async Task<PlanStandings> ReadStandingsAsync(
        PlanHead plan, PlanTable table, List<PlanRound> rounds, DateOnly today, CancellationToken cancellation)
    {
        var seen = rounds.Select(round => round.Quarter).ToHashSet();
        var reports = await StandingsReader.ReadReportsAsync(db, plan.Id, cancellation);
        return new PlanStandings(
            table.ToFacts(rounds.Select(round => round.ToFact()).ToList(), reports.Where(one => seen.Contains(one.Quarter)).ToList()),
            today);
    }

    /// <summary>The quarter asked for, else the latest that has opened.</summary>
    private static Quarter? ChooseQuarter(List<PlanRound> rounds, PlanFilter filter, DateOnly today)
    {
        var asked = rounds.Where(round => round.Quarter.Number == filter.Quarter)
            .Concat(rounds.Where(round => round.OpensOn <= today).Reverse())
            .Concat(rounds);
        return asked.FirstOrDefault()?.Quarter;
    }
}
