using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>The content of one quarter: as it was signed, or as it stands.</summary>
public sealed record QuarterContent(Quarter Quarter, QuarterBookContent Content)
{
    public bool IsSigned { get; init; }

    /// <summary>Version of the report that was signed.</summary>
    public int Version { get; init; }

    /// <summary>Hash of the signed content, as printed on the paper.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>「115年第1季（已簽核）」.</summary>
    public string Title => $"{Quarter}（{(IsSigned ? "已簽核" : "未簽核，目前資料")}）";

    /// <summary>The foot of a paper made from this content.</summary>
    public string Footer => IsSigned ? $"報告第 {Version} 版　內容雜湊 SHA-256 {Sha256}" : "未簽核";
}

/// <summary>
/// Reads the quarters of a plan: signed ones from the bytes that were signed, so that no later change moves a figure;
/// open ones from the database.
/// </summary>
public static class QuarterContents
{
    /// <summary>The signed quarters of a plan in their order, in one query.</summary>
    public static async Task<IReadOnlyList<QuarterContent>> ReadSignedAsync(
        QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var signed = await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.Round.PlanId == planId && report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files, (report, file) => new { report.Round.Quarter, report.Version, file.Format, file.Bytes, file.Sha256 })
            .Where(one => one.Format == CanonicalContent.Format)
            .ToListAsync(cancellation);
        return [.. signed.OrderBy(one => one.Quarter).Select(one =>
            new QuarterContent(one.Quarter, CanonicalContent.Read(one.Bytes)) { IsSigned = true, Version = one.Version, Sha256 = one.Sha256 })];
    }

    /// <summary>All quarters that have begun, the unsigned ones only when they may be seen; of a 季彙整表 only its own.</summary>
    public static async Task<IReadOnlyList<QuarterContent>> ReadAsync(
        QualityPlanDb db, BookWish wish, DateOnly today, CancellationToken cancellation)
    {
        bool IsWanted(Quarter quarter) => wish.Kind != BookKind.Quarter || quarter.Number == wish.Quarter;

        var contents = (await ReadSignedAsync(db, wish.PlanId, cancellation)).Where(one => IsWanted(one.Quarter)).ToList();
        if (wish.SeesUnsigned)
        {
            var open = await db.Set<QuarterlyRound>().AsNoTracking()
                .Where(round => round.PlanId == wish.PlanId && round.OpensOn <= today)
                .Select(round => round.Quarter)
                .ToListAsync(cancellation);
            foreach (var quarter in open.Where(IsWanted).Except(contents.Select(one => one.Quarter)).ToList())
            {
                var content = await QuarterBookReader.ReadAsync(db, wish.PlanId, quarter, today, cancellation);
                contents.Add(new QuarterContent(quarter, content!));
            }
        }
        return [.. contents.OrderBy(one => one.Quarter)];
    }
}
