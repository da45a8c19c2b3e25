using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The plan page: five queries for a plan of any size, two once an approved table is kept.</summary>
public sealed class PlanPageQueries(QualityPlanDb db, PlanTableCache tables, FiledReports filed, TimeProvider clock)
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

    /// <summary>
    /// The plan, a row for each chapter and round: a list inside a projection costs a compiled delegate for every row,
    /// and another query more than the few chapters that come four times.
    /// </summary>
    private async Task<PlanHead?> ReadHeadAsync(int planId, Actor actor, CancellationToken cancellation)
    {
        var rows = await (
            from plan in db.Plans.AsNoTracking()
            where plan.Id == planId
            from chapter in plan.Chapters.DefaultIfEmpty()
            join one in db.Rounds on plan.Id equals one.PlanId into rounds
            from round in rounds.DefaultIfEmpty()
            select new
            {
                Head = new PlanHead(plan.Id, plan.Year, plan.Title, plan.Agency, plan.State)
                {
                    Headings = plan.Headings,
                    IssuedOn = plan.IssuedOn,
                    LetterNumber = plan.LetterNumber,
                    Version = plan.Version,
                    Approval = plan.Revisions.OrderByDescending(one => one.Number)
                        .Select(one => new PlanApproval(one.Number, one.ApprovedByName, one.ApprovedAtUtc, one.Sha256))
                        .FirstOrDefault(),
                },
                ChapterId = chapter == null ? 0 : chapter.Id,
                Position = chapter == null ? 0 : chapter.Position,
                Chapter = chapter == null ? null : new ChapterText(chapter.Number, chapter.Title, chapter.Text),
                Round = round == null ? null
                    : new PlanRound(round.Id, round.Quarter, round.OpensOn, round.ReportersCloseOn, round.IsLocked),
            })
            .ToListAsync(cancellation);
        return rows.FirstOrDefault()?.Head is not { } head || !PlanReaders.StatesFor(actor).Contains(head.State) ? null : head with
        {
            Chapters = rows.DistinctBy(row => row.ChapterId).OrderBy(row => row.Position)
                .Select(row => row.Chapter).OfType<ChapterText>().ToList(),
            Rounds = rows.Select(row => row.Round).OfType<PlanRound>().DistinctBy(round => round.Id).OrderBy(round => round.Quarter).ToList(),
        };
    }

    private async Task<PlanStandings> ReadStandingsAsync(
        PlanHead plan, PlanTable table, List<PlanRound> rounds, DateOnly today, CancellationToken cancellation)
    {
        var seen = rounds.Select(round => round.Quarter).ToHashSet();
        var reports = await filed.ReadAsync(db, plan.Id, plan.Rounds.Select(round => round.ToFact()).ToList(), cancellation);
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
