using System.Data;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Signing;

/// <summary>簽核 and 退回. The convener's signature locks the round and freezes the report, all in one transaction.</summary>
public sealed class SigningCommands(QualityPlanDb db, AuditTrail audit, SignedReport signed, TimeProvider clock)
{
    private const int Tries = 5;

    private static readonly Verdict Changed =
        Refusals.ChangedMeanwhile("報告在您閱覽後已有變動，系統沒有執行；請重新檢視內容後再決定。您寫的批示仍保留。");

    /// <summary>Null when there is no such report.</summary>
    public async Task<Verdict?> ActAsync(SigningAct act, Actor actor, CancellationToken cancellation)
    {
        var attempt = new Attempt(act, actor, clock.GetUtcNow().UtcDateTime);
        for (var left = Tries; left > 0; left--)
        {
            try
            {
                var (verdict, unprinted) = await TryAsync(attempt, cancellation);
                if (unprinted is null)
                {
                    return verdict;
                }
                attempt = attempt with { Printed = signed.Print(unprinted) };
            }
            catch (Exception problem) when (Overtaken.Says(problem))
            {
                // Perhaps only the trail went on meanwhile: a new try compares anew with what was shown.
            }
            db.ChangeTracker.Clear();
        }
        return Changed;
    }

    /// <summary>The bytes of a signed file, noted in the trail; null when there is no such file.</summary>
    public async Task<SignedFile?> TakeAsync(int fileId, Actor actor, CancellationToken cancellation)
    {
        var found = await db.CompiledReports.AsNoTracking()
            .Where(report => report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files, (report, file) => new { report.Id, File = file })
            .SingleOrDefaultAsync(one => one.File.Id == fileId, cancellation);
        if (found is null)
        {
            return null;
        }
        audit.Record(actor, "export", AuditSubject.Of<CompiledReport>(found.Id), $"下載「{found.File.FileName}」");
        await db.SaveChangesAsync(cancellation);
        return found.File;
    }

    /// <summary>
    /// Does it, or gives what would be signed and is not printed yet: the pages are set while nobody waits, and the
    /// next try keeps them if by then the content is still the same.
    /// </summary>
    private async Task<(Verdict? Verdict, SignedContent? Unprinted)> TryAsync(Attempt attempt, CancellationToken cancellation)
    {
        var (act, actor, now) = attempt;
        // Serializable: what is compared with what was shown is what gets frozen, whoever writes meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var report = await db.CompiledReports.Include(one => one.Round)
            .SingleOrDefaultAsync(one => one.RoundId == act.RoundId, cancellation);
        if (report is null)
        {
            return (null, null);
        }
        if (act.Form.VersionShown != report.Version || !await IsAsShownAsync(report, act, cancellation))
        {
            return (Changed, null);
        }
        var before = report.State;
        var verdict = report.Act(act.Action, new SignOffText(act.Form.Directive, act.Form.VersionShown), actor, now);
        if (!verdict.IsAllowed)
        {
            return (verdict, null);
        }
        if (report.State == CompiledReportState.Signed && await FreezeAsync(report, attempt, cancellation) is { } unprinted)
        {
            return (null, unprinted);
        }
        Record(report, before, attempt);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (verdict, null);
    }

    /// <summary>Locks the quarter and keeps the printed report; the content when what was printed is not what is signed.</summary>
    private async Task<SignedContent?> FreezeAsync(CompiledReport report, Attempt attempt, CancellationToken cancellation)
    {
        var filings = await db.Filings.Include(filing => filing.Round)
            .Where(filing => filing.RoundId == report.RoundId && filing.State == FilingState.Compiled)
            .ToListAsync(cancellation);
        foreach (var filing in filings)
        {
            filing.Lock(attempt.Actor);
        }
        report.Round.Lock();
        // The trail is not written here: its head is one for all, and is held from then on.
        await db.SaveChangesAsync(cancellation);
        var content = await SignedReport.ReadAsync(db, report, attempt.NowUtc, cancellation);
        if (attempt.Printed is not { } printed || !printed.Content.IsSameAs(content))
        {
            return content;
        }
        SignedReport.Keep(report, printed);
        return null;
    }

    private void Record(CompiledReport report, CompiledReportState before, Attempt attempt)
    {
        var ((_, action, form), actor, _) = attempt;
        var (subject, quarter) = (AuditSubject.Of<CompiledReport>(report.Id), report.Round.Quarter);
        audit.Record(
            actor, action == CompiledReportAction.Sign ? "sign-report" : "return-report", subject,
            $"{quarter}彙整報告{action.Chinese()}：{before.Chinese()}→{report.State.Chinese()}",
            new AuditChange(new { State = before }, new { report.State, form.Directive }));
        if (report.State != CompiledReportState.Signed)
        {
            return;
        }
        var locked = db.Filings.Local.Where(filing => filing.State == FilingState.Locked).Select(filing => filing.Id).Order().ToList();
        audit.Record(
            actor, "lock-round", AuditSubject.Of<QuarterlyRound>(report.RoundId),
            $"{quarter}填報輪次鎖定，{locked.Count}個單位的填報鎖定", new AuditChange(null, new { Filings = locked }));
        // The signed PDF keeps its boxes, whatever fonts come later: the trail says for which characters.
        if (attempt.Printed!.MissingCharacters is { Count: > 0 } missing)
        {
            audit.Record(
                actor, "missing-characters", subject,
                $"{quarter}核定的 PDF 有{missing.Count}個字沒有字型", new AuditChange(null, new { MissingCharacters = missing }));
        }
    }

    /// <summary>Also catches what no version tells: a filing that came in late, a day that passed a closing.</summary>
    private async Task<bool> IsAsShownAsync(CompiledReport report, SigningAct act, CancellationToken cancellation)
    {
        if (act.Action != CompiledReportAction.Sign)
        {
            return true;
        }
        var round = report.Round;
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        var content = await QuarterBookReader.ReadAsync(db, round.PlanId, round.Quarter, today, cancellation);
        return content is not null && SignedReport.HashOfShown(content) == act.Form.ContentShown;
    }
}

/// <summary>What a signer does to which report.</summary>
public sealed record SigningAct(int RoundId, CompiledReportAction Action, SigningForm Form);

/// <summary>One press of the button: all tries sign at its instant.</summary>
internal sealed record Attempt(SigningAct Act, Actor Actor, DateTime NowUtc)
{
    public PrintedReport? Printed { get; init; }
}
