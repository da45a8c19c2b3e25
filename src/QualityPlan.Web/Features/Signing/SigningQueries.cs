using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Signing;

public sealed class SigningQueries(QualityPlanDb db, PlanTableCache tables, RareCharacters rare, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => TaipeiClock.DateAt(Now);

    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var isSigner = actor.Is(Role.DeputyConvener) || actor.Is(Role.Convener);
        var reported = db.Rounds.Where(round => db.CompiledReports.Any(report => report.RoundId == round.Id));
        var heads = await RoundReader.ReadHeadsAsync(db, reported, cancellation);
        var waiting = heads.Where(head => head.May(CompiledReportAction.Sign, actor).IsAllowed).ToList();
        var others = SeesUnsigned(actor)
            ? heads.Where(head => head.State != CompiledReportState.Signed).Except(waiting).ToList()
            : [];
        var signed = heads.Where(head => head.State == CompiledReportState.Signed).OrderByDescending(head => head.Quarter).ToList();
        return new IndexPage(waiting, others, signed) { IsSigner = isSigner };
    }

    /// <summary>Null when there is no such report, or it is not signed and the actor reads only signed ones.</summary>
    public async Task<ReportPage?> ReportAsync(int roundId, Actor actor, CancellationToken cancellation)
    {
        var head = await RoundReader.ReadHeadAsync(db, roundId, cancellation);
        var page = head switch
        {
            { State: CompiledReportState.Signed } => await FrozenAsync(head, cancellation),
            { Report: not null } when SeesUnsigned(actor) => await LiveAsync(head, actor, cancellation),
            _ => null,
        };
        return page is null ? null : page with { HasMemo = SeesUnsigned(actor) };
    }

    /// <summary>What happened to the report since the form's page was shown, in words.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(int roundId, SigningForm form, CancellationToken cancellation)
    {
        var head = (await RoundReader.ReadHeadAsync(db, roundId, cancellation))!;
        var since = form.ShownAtUtc ?? DateTime.MaxValue;
        var differences = head.SignOffs.Where(step => step.VersionShown >= form.VersionShown)
            .Select(step => $"{step.ByName}已於{TaipeiClock.Show(step.AtUtc)}{step.Action.Chinese()}（原為「{step.From.Chinese()}」）。")
            .ToList();
        var shown = ShownVersions.Read(form.FilingsShown);
        var filings = await db.Filings.AsNoTracking().Where(filing => filing.RoundId == roundId).ToListAsync(cancellation);
        differences.AddRange(filings
            .Where(filing => shown.GetValueOrDefault(filing.Id, -1) != filing.Version)
            .Select(filing => $"{filing.UnitName}的填報已有變動，目前是「{filing.State.Chinese()}」。"));
        differences.AddRange(await ReworkedAsync(head.Report!.Id, since, cancellation));
        return differences.Count > 0 ? differences : ["推動作法、期限或燈號已有變動，請重新檢視各項燈號與列數。"];
    }

    private static bool SeesUnsigned(Actor actor) =>
        actor.Is(Role.DeputyConvener) || actor.Is(Role.Convener) || actor.Is(Role.PlanOffice);

    private async Task<IReadOnlyList<string>> ReworkedAsync(int reportId, DateTime since, CancellationToken cancellation)
    {
        var id = reportId.ToString(CultureInfo.InvariantCulture);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.EntityType == nameof(CompiledReport) && entry.EntityId == id && entry.AtUtc > since
                && (entry.Action == "word-report" || entry.Action == "summarise-report"))
            .GroupBy(entry => new { entry.AccountName, entry.Summary })
            .Select(group => new { group.Key.AccountName, group.Key.Summary, Count = group.Count() })
            .ToListAsync(cancellation);
        return entries.Select(entry => $"{entry.AccountName}{entry.Summary}（{entry.Count}次）。").ToList();
    }

    private async Task<ReportPage> LiveAsync(RoundHead head, Actor actor, CancellationToken cancellation)
    {
        var sheet = await RoundReader.ReadAsync(new RoundSource(db, tables), head, Today, cancellation);
        var content = QuarterBookReader.Compose(sheet, Today);
        return new ReportPage(head, content)
        {
            RareCharacters = rare.In(content),
            MaySign = head.May(CompiledReportAction.Sign, actor),
            MayReturn = head.May(CompiledReportAction.Return, actor),
            Form = new SigningForm
            {
                VersionShown = head.Report!.Version,
                FilingsShown = ShownVersions.Write(sheet.Filings.Select(row => (row.Filing.Id, row.Filing.Version))),
                ContentShown = SignedReport.HashOfShown(content),
                ShownAt = SigningForm.Instant(Now),
            },
        };
    }

    /// <summary>From the bytes that were signed: nothing that happens later moves a figure. Null where they were not kept.</summary>
    private async Task<ReportPage?> FrozenAsync(RoundHead head, CancellationToken cancellation)
    {
        var files = await db.CompiledReports.AsNoTracking()
            .Where(report => report.RoundId == head.Round.Id)
            .SelectMany(report => report.Files)
            .OrderBy(file => file.Id)
            .Select(file => new
            {
                Line = new SignedFileLine(file.Id, file.Format, file.FileName, file.Sha256) { Length = file.Bytes.Length },
                Content = file.Format == CanonicalContent.Format ? file.Bytes : null,
            })
            .ToListAsync(cancellation);
        if (files.Select(file => file.Content).OfType<byte[]>().SingleOrDefault() is not { } bytes)
        {
            return null;
        }
        var verdict = head.May(CompiledReportAction.Sign, Actor.System);
        var content = CanonicalContent.Read(bytes);
        return new ReportPage(head, content)
        {
            RareCharacters = rare.In(content),
            MaySign = verdict,
            MayReturn = verdict,
            Files = files.Select(file => file.Line).ToList(),
        };
    }
}
