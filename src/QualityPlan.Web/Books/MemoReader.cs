using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Reads the 簽稿 of a round: as it was kept, or drafted from the quarter's data and the agency's template.</summary>
public static class MemoReader
{
    /// <summary>Null when there is no such round.</summary>
    public static async Task<MemoSheet?> ReadAsync(RoundSource source, int roundId, DateOnly today, CancellationToken cancellation) =>
        await RoundReader.ReadHeadAsync(source.Db, roundId, cancellation) is { } head
            ? await ReadAsync(source, head, today, cancellation)
            : null;

    public static async Task<MemoSheet> ReadAsync(RoundSource source, RoundHead head, DateOnly today, CancellationToken cancellation)
    {
        var kept = await source.Db.Memos.AsNoTracking().SingleOrDefaultAsync(memo => memo.RoundId == head.Round.Id, cancellation);
        return kept is null
            ? new MemoSheet(head, await DraftAsync(source, head, today, cancellation))
            : new MemoSheet(head, kept.Text) { Kept = kept };
    }

    /// <summary>
    /// A fresh draft, whatever was kept, with the figures that board and dashboard show at this moment; a signed quarter
    /// from what was signed.
    /// </summary>
    public static async Task<MemoText> DraftAsync(RoundSource source, RoundHead head, DateOnly today, CancellationToken cancellation)
    {
        var sheet = await RoundReader.ReadStandingAsync(source, head, today, cancellation);
        var signed = head.State == CompiledReportState.Signed
            ? (await QuarterContents.ReadSignedAsync(source.Db, head.Plan.Id, cancellation)).FirstOrDefault(one => one.Quarter == head.Quarter)
            : null;
        var values = MemoFigures.Of(sheet, signed?.Content ?? QuarterBookReader.Compose(sheet, today));
        return MemoPlaceholders.Fill(await TemplateAsync(source.Db, cancellation), values);
    }

    /// <summary>The agency's own wording, or the usual one.</summary>
    public static async Task<MemoText> TemplateAsync(QualityPlanDb db, CancellationToken cancellation) =>
        (await db.MemoTemplates.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation) ?? new MemoTemplate()).Text;
}

/// <summary>The memo of a round; kept null while it is only a draft.</summary>
public sealed record MemoSheet(RoundHead Head, MemoText Text)
{
    public Memo? Kept { get; init; }
}
