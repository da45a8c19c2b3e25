using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>陳核 and 抽回 of the compiled report.</summary>
public sealed class SendUpCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    private static readonly Verdict Overtaken =
        Refusals.ChangedMeanwhile("報告或填報在您開啟頁面後已有變動，系統沒有執行；請看過目前的內容後再決定。");

    /// <summary>Whether a filing is part of the report.</summary>
    public static bool IsIn(UnitFiling filing) => filing.State is FilingState.Compiled or FilingState.Locked;

    /// <summary>陳核; null when there is no such round. Units that are missing must have been seen and confirmed.</summary>
    public async Task<Verdict?> SendUpAsync(int roundId, SendUpForm form, Actor actor, CancellationToken cancellation)
    {
        var round = await db.Rounds.SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }
        var filings = await db.Filings.AsNoTracking().Where(filing => filing.RoundId == roundId).ToListAsync(cancellation);
        var shown = ShownVersions.Read(form.FilingsShown);
        if (filings.Exists(filing => shown.GetValueOrDefault(filing.Id, -1) != filing.Version))
        {
            return Overtaken;
        }
        if (!form.IsConfirmed && await HasMissingAsync(round, filings, cancellation))
        {
            return Verdict.No("missing-not-confirmed", "還有單位尚未彙整；確定要陳核，請勾選「我知道有單位尚未彙整，仍要陳核」。");
        }
        await using var turn = await ReportTurn.TakeAsync(db, roundId, cancellation);
        return turn is null
            ? null
            : await ActAsync(turn, CompiledReportAction.SendUp, new SignOffText(form.Directive, form.VersionShown), actor, cancellation);
    }

    /// <summary>抽回; null when there is no such round. A report that nobody began is not there to be taken back.</summary>
    public async Task<Verdict?> WithdrawAsync(int roundId, WithdrawForm form, Actor actor, CancellationToken cancellation)
    {
        await using var turn = await ReportTurn.TakeAsync(db, roundId, cancellation);
        return turn is null or { Report.Id: 0 }
            ? null
            : await ActAsync(turn, CompiledReportAction.Withdraw, new SignOffText("", form.VersionShown), actor, cancellation);
    }

    /// <summary>Whether a unit that owes something in the quarter, or began to write, is not in the report.</summary>
    private async Task<bool> HasMissingAsync(
        QuarterlyRound round, IEnumerable<UnitFiling> filings, CancellationToken cancellation)
    {
        var open = filings.Where(filing => !IsIn(filing)).ToList();
        if (open.Exists(filing => filing.State != FilingState.Empty))
        {
            return true;
        }
        var head = await RoundReader.ReadHeadAsync(db, round.Id, cancellation);
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var sheet = await RoundReader.ReadStandingAsync(new RoundSource(db, Tables: null), head!, today, cancellation);
        return sheet.Filings.Any(row => row.Owed > 0 && !IsIn(row.Filing));
    }

    private async Task<Verdict> ActAsync(
        ReportTurn turn, CompiledReportAction action, SignOffText text, Actor actor, CancellationToken cancellation)
    {
        var report = turn.Report;
        var before = report.State;
        var verdict = report.Act(action, text, actor, clock.GetUtcNow().UtcDateTime);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var subject = report.Id == 0 ? AuditSubject.New<CompiledReport>(() => report.Id) : AuditSubject.Of<CompiledReport>(report.Id);
        audit.Record(
            actor, action == CompiledReportAction.SendUp ? "send-up-report" : "withdraw-report", subject,
            $"{report.Round.Quarter}彙整報告{action.Chinese()}",
            new AuditChange(new { State = before }, new { report.State, text.Directive }));
        turn.AddIfNew(db);
        try
        {
            await db.SaveChangesAsync(cancellation);
            await turn.KeepAsync(cancellation);
            return verdict;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }
    }
}
