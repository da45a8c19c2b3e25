using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Dashboard;

/// <summary>The dashboard in three queries once the plan's table is kept, six at the first look.</summary>
public sealed class DashboardQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    public async Task<IndexPage> IndexAsync(DashboardChoice choice, Actor actor, CancellationToken cancellation)
    {
        var plans = await ReadPlansAsync(actor, cancellation);
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var thisYear = RocYear.FromDate(today);
        var plan = plans.FirstOrDefault(one => one.Id == choice.PlanId)
            ?? plans.FirstOrDefault(one => one.Year.Value <= thisYear.Value)
            ?? plans.FirstOrDefault();
        var choices = plans.Select(one => new PlanChoice(one.Id, one.Year, one.Title)).ToList();
        var quarters = plan?.Rounds.Where(round => round.IsLocked || PlanReaders.SeesOpenRounds(actor)).ToList() ?? [];
        var chosen = quarters.FirstOrDefault(round => round.Quarter.Number == choice.Quarter)
            ?? quarters.LastOrDefault(round => round.OpensOn <= today)
            ?? quarters.FirstOrDefault();
        if (plan is null || chosen is null)
        {
            return new IndexPage(choices, null);
        }
        var table = await tables.ReadAsync(db, new PlanKey(plan.Id, plan.State, plan.Version), cancellation);
        var reports = await StandingsReader.ReadReportsAsync(db, plan.Id, cancellation);
        var rounds = quarters.Select(one => new RoundFact(one.Id, one.Quarter, one.ReportersCloseOn, one.IsLocked)).ToList();
        var seen = rounds.Select(one => one.Quarter).ToHashSet();
        var standings = new PlanStandings(table.ToFacts(rounds, [.. reports.Where(one => seen.Contains(one.Quarter))]), today);
        var view = new BoardView(table, standings, chosen.Quarter) { Shown = quarters.Where(one => one.OpensOn <= today).Select(one => one.Quarter).ToHashSet() };
        return new IndexPage(choices, view.Build(choices.First(one => one.Id == plan.Id), chosen.IsLocked) with
        {
            Quarters = [.. quarters.Select(one => one.Quarter)],
            Exceptions = await WithWordsAsync(view.Exceptions(), chosen, actor, cancellation),
        });
    }

    private async Task<List<PlanLine>> ReadPlansAsync(Actor actor, CancellationToken cancellation)
    {
        var states = PlanReaders.StatesFor(actor).Where(state => state != PlanState.Draft).ToList();
        return await db.Plans.AsNoTracking().AsSingleQuery()
            .Where(plan => states.Contains(plan.State))
            .OrderByDescending(plan => plan.Year).ThenByDescending(plan => plan.Id)
            .Select(plan => new PlanLine(plan.Id, plan.Year, plan.Title, plan.State, plan.Version)
            {
                Rounds = db.Rounds.Where(round => round.PlanId == plan.Id).OrderBy(round => round.Quarter)
                    .Select(round => new RoundLine(round.Id, round.Quarter, round.OpensOn, round.ReportersCloseOn, round.IsLocked))
                    .ToList(),
            })
            .ToListAsync(cancellation);
    }

    /// <summary>Cause, countermeasure and new date beside each exception; other units' words only once they are signed.</summary>
    private async Task<IReadOnlyList<ExceptionRow>> WithWordsAsync(
        IReadOnlyList<UnitException> exceptions, RoundLine round, Actor actor, CancellationToken cancellation)
    {
        var ids = exceptions.Where(one => round.IsLocked || actor.MaySee(one.UnitId)).Select(one => one.AssignmentId).ToHashSet();
        var words = await db.Filings.AsNoTracking()
            .Where(filing => filing.RoundId == round.Id
                && filing.State != FilingState.Empty && filing.State != FilingState.Draft)
            .SelectMany(filing => filing.Reports)
            .Where(report => report.Cause != "" || report.Countermeasure != "")
            .Select(report => new { report.AssignmentId, report.Cause, report.Countermeasure, report.ExpectedDoneOn })
            .ToListAsync(cancellation);
        var known = words.Where(one => ids.Contains(one.AssignmentId)).ToDictionary(one => one.AssignmentId);
        return [.. exceptions.Select(one => known.TryGetValue(one.AssignmentId, out var told)
            ? one.Row with { Cause = told.Cause, Countermeasure = told.Countermeasure, ExpectedDoneOn = told.ExpectedDoneOn }
            : one.Row)];
    }

    private sealed record PlanLine(int Id, RocYear Year, string Title, PlanState State, int Version)
    {
        public IReadOnlyList<RoundLine> Rounds { get; init; } = [];
    }

    private sealed record RoundLine(int Id, Quarter Quarter, DateOnly OpensOn, DateOnly ReportersCloseOn, bool IsLocked);
}
