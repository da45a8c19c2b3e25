using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Todo;

/// <summary>Finds what is owed in at most five queries.</summary>
public sealed class TodoQueries(QualityPlanDb db, TimeProvider clock)
{
    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var filings = await ReadFilingsAsync(actor, today, cancellation);
        var owed = await OwedReader.ReadAsync(db, filings.Select(one => one.Filing).ToList(), cancellation);
        var duties = new List<Duty>();
        if (actor.Is(Role.Reporter))
        {
            duties.AddRange(ReporterDuties.Of(filings.Where(one => one.Filing.UnitId == actor.UnitId), owed, today));
        }
        if (actor.Is(Role.UnitHead))
        {
            duties.AddRange(filings.Where(one => one.Filing.UnitId == actor.UnitId && one.Filing.State == FilingState.Submitted)
                .Select(one => ToReview(one.Filing, actor)));
        }
        if (actor.Is(Role.PlanOffice))
        {
            duties.AddRange(OfficeDuties.Of(filings, owed));
            duties.AddRange(await DraftsAsync(cancellation));
        }
        duties.AddRange(await ReportsAsync(actor, cancellation));
        return new IndexPage(today, duties.OrderBy(duty => duty.DueOn ?? DateOnly.MaxValue).ToList())
        {
            Settled = Settled(filings, actor),
        };
    }

    /// <summary>The filings of rounds that are under way: the actor's unit's, or all for the plan office.</summary>
    private async Task<List<OpenFiling>> ReadFilingsAsync(Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var (unitId, isOffice) = (actor.UnitId, actor.Is(Role.PlanOffice));
        if (unitId is null && !isOffice)
        {
            return [];
        }
        return await db.Filings.AsNoTracking().Include(filing => filing.Round)
            .Where(filing => !filing.Round.IsLocked && filing.Round.OpensOn <= today
                && (isOffice || filing.UnitId == unitId)
                && db.Plans.Any(plan => plan.Id == filing.Round.PlanId && plan.State == PlanState.Approved))
            .OrderBy(filing => filing.Round.OpensOn).ThenBy(filing => filing.Id)
            .Select(filing => new OpenFiling(
                filing,
                filing.Reports.Count(report => report.Narrative != ""),
                filing.Defects.Count(defect => defect.MendedAtUtc == null),
                filing.Defects.Where(defect => defect.MendedAtUtc == null).Max(defect => defect.MendBy)))
            .ToListAsync(cancellation);
    }

    private static Duty ToReview(UnitFiling filing, Actor actor) => new(
        $"審核{filing.Round.Quarter}{filing.UnitName}填報",
        filing.MayApprove(actor) is { IsAllowed: false } no ? no.Sentence : $"{filing.SubmittedByName}已送審，等候您核可或退回。",
        filing.Round.HeadsCloseOn,
        $"/Reviews/{filing.Id}")
    {
        Act = "審核",
        Kind = "review",
    };

    private async Task<List<Duty>> DraftsAsync(CancellationToken cancellation)
    {
        var drafts = await db.Plans.AsNoTracking()
            .Where(plan => plan.State == PlanState.Draft)
            .OrderBy(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Title })
            .ToListAsync(cancellation);
        return drafts.ConvertAll(plan => new Duty(plan.Title, "草案尚未核定。", null, $"/Plans/{plan.Id}") { Act = "開啟", Kind = "draft" });
    }

    /// <summary>Compiled reports that lie before the actor.</summary>
    private async Task<List<Duty>> ReportsAsync(Actor actor, CancellationToken cancellation)
    {
        var states = new List<CompiledReportState>();
        if (actor.Is(Role.DeputyConvener))
        {
            states.Add(CompiledReportState.AwaitingDeputy);
        }
        if (actor.Is(Role.Convener))
        {
            states.Add(CompiledReportState.AwaitingConvener);
        }
        if (states.Count == 0)
        {
            return [];
        }
        var reports = await db.CompiledReports.AsNoTracking()
            .Where(report => states.Contains(report.State))
            .Select(report => new { report.RoundId, report.Round.Quarter, report.State })
            .ToListAsync(cancellation);
        return reports.ConvertAll(report => new Duty(
            $"核閱{report.Quarter}彙整報告", $"研發小組已陳送，目前在「{report.State.Chinese()}」。", null, $"/Signing/{report.RoundId}")
        {
            Act = "核閱",
            Kind = "sign",
        });
    }

    private static List<string> Settled(List<OpenFiling> filings, Actor actor) => filings
        .Where(one => one.Filing.UnitId == actor.UnitId && one.Filing.State is FilingState.Approved or FilingState.Compiled)
        .Select(one => $"{one.Filing.Round.Quarter}{one.Filing.UnitName}填報：{one.Filing.State.Chinese()}")
        .ToList();
}

/// <summary>A filing under way, with the figures of its page.</summary>
internal sealed record OpenFiling(UnitFiling Filing, int Written, int OpenDefects, DateOnly? MendBy);
