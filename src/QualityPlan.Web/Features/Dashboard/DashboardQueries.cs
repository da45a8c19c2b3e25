using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Dashboard;

/// <summary>The dashboard in two queries once the plan's table is kept, five at the first look.</summary>
public sealed class DashboardQueries(QualityPlanDb db, PlanTableCache tables, FiledReports filed, TimeProvider clock)
{
    public async Task<IndexPage> IndexAsync(DashboardChoice choice, Actor actor, CancellationToken cancellation)
    {
        var plans = await ReadPlansAsync(actor, cancellation);
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var plan = plans.FirstOrDefault(one => one.Id == choice.PlanId)
            ?? plans.FirstOrDefault(one => one.Year.Value <= RocYear.FromDate(today).Value)
            ?? plans.FirstOrDefault();
        var choices = plans.Select(one => new PlanChoice(one.Id, one.Year, one.Title)).ToList();
        var rounds = plan?.Rounds.Where(round => round.IsLocked || PlanReaders.SeesOpenRounds(actor)).ToList() ?? [];
        var chosen = rounds.FirstOrDefault(round => round.Quarter.Number == choice.Quarter)
            ?? rounds.LastOrDefault(round => round.OpensOn <= today)
            ?? rounds.FirstOrDefault();
        if (plan is null || chosen is null)
        {
            return new IndexPage(choices, null);
        }
        var view = await ViewAsync(plan with { Rounds = rounds }, chosen, today, cancellation);
        return new IndexPage(choices, view.Build(new PlanChoice(plan.Id, plan.Year, plan.Title), chosen.IsLocked) with
        {
            Quarters = [.. rounds.Select(one => one.Quarter)],
            Exceptions = view.Exceptions(unitId => chosen.IsLocked || actor.MaySee(unitId)),
        });
    }

    private async Task<BoardView> ViewAsync(PlanLine plan, RoundLine chosen, DateOnly today, CancellationToken cancellation)
    {
        var table = await tables.ReadAsync(db, new PlanKey(plan.Id, plan.State, plan.Version), cancellation);
        var rounds = plan.Rounds.Select(one => one.ToFact()).ToList();
        var reports = await filed.ReadAsync(
            db, plan.Id, [.. plan.Rounds.Select(one => new FiledRound(one.Id, one.Quarter, one.FilingVersions))], cancellation);
        var seen = plan.Rounds.Select(one => one.Quarter).ToHashSet();
        var facts = table.ToFacts(rounds, [.. reports.Where(one => seen.Contains(one.Quarter))]);
        return new BoardView(table, new PlanStandings(facts, today), chosen.Quarter)
        {
            Shown = plan.Rounds.Where(one => one.OpensOn <= today).Select(one => one.Quarter).ToHashSet(),
        };
    }

    private async Task<List<PlanLine>> ReadPlansAsync(Actor actor, CancellationToken cancellation)
    {
        var states = PlanReaders.StatesFor(actor).Where(state => state != PlanState.Draft).ToList();
        var goneUp = db.RoundsGoneUp();
        var rows = await (
            from plan in db.Plans.AsNoTracking()
            where states.Contains(plan.State)
            join round in db.Rounds on plan.Id equals round.PlanId into rounds
            from one in rounds.DefaultIfEmpty()
            orderby plan.Year descending, plan.Id descending, one!.Quarter
            select new
            {
                Plan = new PlanLine(plan.Id, plan.Year, plan.Title, plan.State, plan.Version),
                Round = one == null ? null : new RoundLine(one.Id, one.Quarter, one.OpensOn, one.ReportersCloseOn, one.IsLocked)
                {
                    FilingVersions = one.IsLocked ? FiledRound.Locked : db.Filings.Where(filing => filing.RoundId == one.Id).Sum(filing => filing.Version),
                    HasGoneUp = goneUp.Contains(one.Id),
                },
            })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.Plan.Id)
            .Select(plan => plan.First().Plan with { Rounds = plan.Select(row => row.Round).OfType<RoundLine>().ToList() })
            .ToList();
    }

    private sealed record PlanLine(int Id, RocYear Year, string Title, PlanState State, int Version)
    {
        public IReadOnlyList<RoundLine> Rounds { get; init; } = [];
    }

    private sealed record RoundLine(int Id, Quarter Quarter, DateOnly OpensOn, DateOnly ReportersCloseOn, bool IsLocked)
    {
        public int FilingVersions { get; init; }

        public bool HasGoneUp { get; init; }

        public RoundFact ToFact() => new(Id, Quarter, ReportersCloseOn, IsLocked) { HasGoneUp = HasGoneUp };
    }
}
