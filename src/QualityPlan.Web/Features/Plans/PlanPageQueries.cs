using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The plan page: five queries for a plan of any size, one once an approved version and what was filed are kept.</summary>
public sealed class PlanPageQueries(
    QualityPlanDb db, PlanTableCache tables, ApprovedPlans<PlanHead> heads, FiledReports filed, TimeProvider clock)
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

    private static readonly PerModel<Func<QualityPlanDb, int, IAsyncEnumerable<KeyAndRound>>> Keys = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, int planId) =>
            from plan in db.Plans.AsNoTracking()
            where plan.Id == planId
            join one in db.Rounds on plan.Id equals one.PlanId into rounds
            from round in rounds.DefaultIfEmpty()
            orderby round!.Quarter
            select new KeyAndRound(
                plan.State, plan.Version,
                round == null ? null : new PlanRound(round.Id, round.Quarter, round.OpensOn, round.ReportersCloseOn, round.IsLocked)
                {
                    FilingVersions = round.IsLocked ? FiledRound.Locked : db.Filings.Where(filing => filing.RoundId == round.Id).Sum(filing => filing.Version),
                    HasGoneUp = db.CompiledReports.Any(report => report.RoundId == round.Id && report.State != CompiledReportState.Compiling),
                })));

    private async Task<PlanHead?> ReadHeadAsync(int planId, Actor actor, CancellationToken cancellation)
    {
        var head = heads.Has(planId) ? await ReadKeptAsync(planId, cancellation) : await ReadWholeAsync(planId, cancellation);
        if (head is null || !PlanReaders.StatesFor(actor).Contains(head.State))
        {
            return null;
        }
        await heads.ReadAsync(head.Key, () => Task.FromResult(head));
        return head;
    }

    /// <summary>Asks only how far the plan and its rounds have come, as long as what was kept is of that version.</summary>
    private async Task<PlanHead?> ReadKeptAsync(int planId, CancellationToken cancellation)
    {
        var rows = await Keys.For(db)(db, planId).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return null;
        }
        var key = new PlanKey(planId, rows[0].State, rows[0].Version);
        var head = await heads.ReadAsync(key, async () => (await ReadWholeAsync(planId, cancellation))!);
        return head with { Key = key, Rounds = [.. rows.Select(row => row.Round).OfType<PlanRound>()] };
    }

    /// <summary>
    /// The plan, a row for each chapter and round: a list inside a projection costs a compiled delegate for every row,
    /// and another query more than the few chapters that come four times.
    /// </summary>
    private async Task<PlanHead?> ReadWholeAsync(int planId, CancellationToken cancellation)
    {
        var goneUp = db.RoundsGoneUp();
        var rows = await (
            from plan in db.Plans.AsNoTracking()
            where plan.Id == planId
            from chapter in plan.Chapters.DefaultIfEmpty()
            join one in db.Rounds on plan.Id equals one.PlanId into rounds
            from round in rounds.DefaultIfEmpty()
            orderby chapter!.Position, round!.Quarter
            select new
            {
                Head = new PlanHead(plan.Id, plan.Year, plan.Title, plan.Agency, plan.State)
                {
                    Key = new PlanKey(plan.Id, plan.State, plan.Version),
                    Headings = plan.Headings,
                    IssuedOn = plan.IssuedOn,
                    LetterNumber = plan.LetterNumber,
                    Approval = plan.Revisions.OrderByDescending(one => one.Number)
                        .Select(one => new PlanApproval(one.Number, one.ApprovedByName, one.ApprovedAtUtc, one.Sha256))
                        .FirstOrDefault(),
                },
                ChapterId = chapter == null ? 0 : chapter.Id,
                Chapter = chapter == null ? null : new ChapterText(chapter.Number, chapter.Title, chapter.Text),
                Round = round == null ? null : new PlanRound(round.Id, round.Quarter, round.OpensOn, round.ReportersCloseOn, round.IsLocked)
                {
                    FilingVersions = round.IsLocked ? FiledRound.Locked : db.Filings.Where(filing => filing.RoundId == round.Id).Sum(filing => filing.Version),
                    HasGoneUp = goneUp.Contains(round.Id),
                },
            })
            .ToListAsync(cancellation);
        return rows.Count == 0 ? null : rows[0].Head with
        {
            Chapters = [.. rows.DistinctBy(row => row.ChapterId).Select(row => row.Chapter).OfType<ChapterText>()],
            Rounds = [.. rows.Select(row => row.Round).OfType<PlanRound>().DistinctBy(round => round.Id)],
        };
    }

    private async Task<PlanStandings> ReadStandingsAsync(
        PlanHead plan, PlanTable table, List<PlanRound> rounds, DateOnly today, CancellationToken cancellation)
    {
        var seen = rounds.Select(round => round.Quarter).ToHashSet();
        var reports = await filed.ReadAsync(db, plan.Id, [.. plan.Rounds.Select(round => round.ToFiled())], cancellation);
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

    private sealed record KeyAndRound(PlanState State, int Version, PlanRound? Round);
}
