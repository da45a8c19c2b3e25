using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
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
    public static Task<IReadOnlyList<QuarterContent>> ReadSignedAsync(QualityPlanDb db, int planId, CancellationToken cancellation) =>
        ReadSignedAsync(db.CompiledReports.Where(report => report.Round.PlanId == planId), cancellation);

    /// <summary>The last signed quarter of the year's latest plan, in one query; null when nothing of it is signed.</summary>
    public static async Task<QuarterContent?> ReadLastSignedAsync(QualityPlanDb db, RocYear year, CancellationToken cancellation)
    {
        var latest = db.Plans.Where(plan => plan.Year == year && plan.State != PlanState.Draft).OrderByDescending(plan => plan.Id).Take(1);
        var signed = await ReadSignedAsync(
            db.CompiledReports.Where(report => latest.Any(plan => plan.Id == report.Round.PlanId)), cancellation);
        return signed.LastOrDefault();
    }

    private static async Task<IReadOnlyList<QuarterContent>> ReadSignedAsync(
        IQueryable<CompiledReport> among, CancellationToken cancellation)
    {
        var signed = await among.AsNoTracking()
            .Where(report => report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files, (report, file) => new { report.Round.Quarter, report.Version, file.Format, file.Bytes, file.Sha256 })
            .Where(one => one.Format == CanonicalContent.Format)
            .ToListAsync(cancellation);
        return [.. signed.OrderBy(one => one.Quarter).Select(one =>
            new QuarterContent(one.Quarter, CanonicalContent.Read(one.Bytes)) { IsSigned = true, Version = one.Version, Sha256 = one.Sha256 })];
    }

    /// <summary>
    /// All quarters that have begun, the unsigned ones only when they may be seen; of a 季彙整表 only its own, of a
    /// 落後與逾期表 those up to its own. The signed ones take one query, all others together those of one round; the
    /// compiled wording only for the books that print it.
    /// </summary>
    public static async Task<IReadOnlyList<QuarterContent>> ReadAsync(
        RoundSource source, PlannedBook book, DateOnly today, CancellationToken cancellation)
    {
        var (wish, plan) = book;
        var wanted = plan.Heads.Where(head => IsWanted(wish, head.Quarter.Number)).ToList();
        var signed = wanted.Exists(head => head.State == CompiledReportState.Signed)
            ? await ReadSignedAsync(source.Db, plan.Plan.Id, cancellation)
            : [];
        var contents = signed.Where(one => IsWanted(wish, one.Quarter.Number)).ToList();
        var open = wanted.Where(head => wish.SeesUnsigned && head.Round.OpensOn <= today && !contents.Exists(one => one.Quarter == head.Quarter)).ToList();
        if (open.Count > 0)
        {
            var sheets = wish.Kind is BookKind.Quarter or BookKind.Year
                ? await RoundReader.ReadAllAsync(source, open, today, cancellation)
                : await RoundReader.ReadStandingsAsync(source, open, today, cancellation);
            contents.AddRange(sheets.Select(sheet => new QuarterContent(sheet.Head.Quarter, QuarterBookReader.Compose(sheet, today))));
        }
        return [.. contents.OrderBy(one => one.Quarter)];
    }

    private static bool IsWanted(BookWish wish, int quarter) => wish.Kind switch
    {
        BookKind.Quarter => quarter == wish.Quarter,
        BookKind.Exceptions => quarter <= wish.Quarter,
        _ => true,
    };
}
