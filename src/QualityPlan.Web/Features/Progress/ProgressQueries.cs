using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Progress;

public sealed class ProgressQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    /// <summary>Three years of quarters; older ones are in the plans.</summary>
    private const int MostOwnFilings = 12;

    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>The rounds of the actor's unit and, for the plan office, every unit of the open rounds.</summary>
    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var today = Today;
        var own = actor.UnitId is { } unitId
            ? await db.Filings.AsNoTracking().Include(filing => filing.Round)
                .Where(filing => filing.UnitId == unitId && filing.Round.OpensOn <= today)
                .OrderByDescending(filing => filing.Round.OpensOn).ThenByDescending(filing => filing.Id)
                .Take(MostOwnFilings)
                .ToListAsync(cancellation)
            : [];
        var all = actor.Is(Role.PlanOffice)
            ? await db.Filings.AsNoTracking().Include(filing => filing.Round)
                .Where(filing => !filing.Round.IsLocked && filing.Round.OpensOn <= today
                    && db.Plans.Any(plan => plan.Id == filing.Round.PlanId && plan.State == PlanState.Approved))
                .ToListAsync(cancellation)
            : [];
        var places = all.Count == 0
            ? []
            : await db.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Position, cancellation);
        return new IndexPage(
            own.Select(filing => Line(filing, actor, today)).ToList(),
            all.OrderBy(filing => places.GetValueOrDefault(filing.UnitId)).Select(filing => Line(filing, actor, today))
                .GroupBy(line => line.Quarter).OrderByDescending(round => round.Key).ToList());
    }

    /// <summary>The fill-in of a unit; null when there is none.</summary>
    public async Task<EditPage?> EditAsync(FilingKey key, Actor actor, CancellationToken cancellation)
    {
        var today = Today;
        var sheet = await FilingReader.ReadAsync(new FilingSource(db, tables), key, today, cancellation);
        if (sheet is null)
        {
            return null;
        }
        var filing = sheet.Filing;
        return new EditPage(sheet, today)
        {
            MayWrite = filing.MayWrite(actor, today),
            MayWithdraw = filing.MayWithdraw(actor, today),
            IsOnBehalf = actor.UnitId != filing.UnitId,
            Forms = sheet.Rows.ToDictionary(row => row.AssignmentId, ReportForm.Of),
        };
    }

    private static FilingLine Line(UnitFiling filing, Actor actor, DateOnly today) =>
        new(filing.RoundId, filing.UnitId, filing.UnitName, filing.Round.Quarter, filing.State)
        {
            ClosesOn = filing.SupplementUntil ?? filing.Round.ReportersCloseOn,
            Phase = filing.Round.PhaseOn(today),
            MayWrite = filing.MayWrite(actor, today).IsAllowed,
            Marks = FilingMarks.Of(filing),
        };
}
