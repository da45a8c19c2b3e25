using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Verification;

/// <summary>Finds signed papers and approved plans by their hash.</summary>
public sealed class VerificationQueries(QualityPlanDb db)
{
    private const int Most = 10;

    /// <summary>What bears this hash, or one that begins so; usually one thing or nothing.</summary>
    public async Task<IReadOnlyList<FoundPaper>> FindAsync(string hash, CancellationToken cancellation)
    {
        var files = await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files, (report, file) => new
            {
                report.Version,
                report.RoundId,
                report.Round.PlanId,
                report.Round.Quarter,
                file.Format,
                file.FileName,
                file.Sha256,
                Signed = report.SignOffs.Where(step => step.Action == CompiledReportAction.Sign)
                    .OrderByDescending(step => step.Id).Select(step => new { step.ByName, step.AtUtc }).FirstOrDefault(),
            })
            .Where(one => one.Sha256.StartsWith(hash))
            .OrderBy(one => one.FileName).Take(Most)
            .ToListAsync(cancellation);
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(plan => plan.State != PlanState.Draft)
            .Join(db.Set<PlanRevision>().Where(one => one.Sha256.StartsWith(hash)), plan => plan.Id, one => one.PlanId, (plan, one) => new
            {
                plan.Id, plan.Title, one.Number, one.LetterNumber, one.IssuedOn, one.ApprovedByName, one.Sha256,
            })
            .OrderBy(one => one.Title).Take(Most)
            .ToListAsync(cancellation);
        return
        [
            .. files.Select(one => new FoundPaper(
                one.Format == CanonicalContent.Format ? $"{one.Quarter}執行情形彙整表（紙本上的內容雜湊）" : one.FileName, one.Sha256)
            {
                Version = $"報告第 {one.Version} 版",
                Dated = one.Signed is { } signed ? $"{TaipeiClock.Show(signed.AtUtc)}　{signed.ByName} 簽核" : "",
                Address = $"/signing/{one.RoundId}",
            }),
            .. plans.Select(one => new FoundPaper($"{one.Title}（計畫表）", one.Sha256)
            {
                Version = $"第 {one.Number} 版　{one.LetterNumber}",
                Dated = $"{RocDate.Long(one.IssuedOn)}　{one.ApprovedByName} 核定",
                Address = $"/plans/{one.Id}",
            }),
        ];
    }
}
