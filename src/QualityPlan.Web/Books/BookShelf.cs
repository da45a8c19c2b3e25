using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>
/// Gives any book of a plan in any of its formats: a signed quarter as the bytes that were signed, all else printed from
/// what the database or the signed content holds. Who may have it is for the caller to say.
/// </summary>
public sealed class BookShelf(QualityPlanDb db, BookPress press, TimeProvider clock)
{
    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null when there is no such plan, quarter or unit, or nothing signed where only signed things may be seen.</summary>
    public async Task<ReadyBook?> FindAsync(BookWish wish, DocumentFormat format, CancellationToken cancellation)
    {
        if (!BookFormats.Of(wish.Kind).Contains(format))
        {
            return null;
        }
        if (wish is { Kind: BookKind.Quarter, Quarter: { } number }
            && await SignedAsync((wish.PlanId, number), BookPress.Extension(format), cancellation) is { } signed)
        {
            return signed;
        }
        return await BuildAsync(wish, cancellation) is { } document
            ? new ReadyBook(document.Title, document, () => press.Print(document, format))
            : null;
    }

    private async Task<Document?> BuildAsync(BookWish wish, CancellationToken cancellation) => wish.Kind switch
    {
        BookKind.Plan => await PlanBookReader.ReadAsync(db, wish.PlanId, Today, cancellation) is { } content
            ? PlanBook.Build(content, wish.IsTableOnly)
            : null,
        BookKind.Unit => await UnitBookReader.ReadAsync(db, wish, Today, cancellation) is { } content ? UnitBook.Build(content) : null,
        BookKind.Year => await YearAsync(wish, cancellation),
        BookKind.Memo => await MemoAsync(wish, cancellation),
        _ => await OfQuarterAsync(wish, cancellation),
    };

    private async Task<Document?> OfQuarterAsync(BookWish wish, CancellationToken cancellation)
    {
        var quarters = await QuarterContents.ReadAsync(db, wish, Today, cancellation);
        var upTo = quarters.Where(one => one.Quarter.Number <= wish.Quarter).ToList();
        if (upTo.Count == 0 || upTo[^1].Quarter.Number != wish.Quarter)
        {
            return null;
        }
        return wish.Kind == BookKind.Exceptions
            ? ExceptionBook.Build(upTo) with { PrintedOn = RocDate.Long(Today) }
            : QuarterBook.Build(upTo[^1].Content with { Footer = upTo[^1].Footer });
    }

    private async Task<Document?> MemoAsync(BookWish wish, CancellationToken cancellation)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.PlanId == wish.PlanId && round.OpensOn <= Today)
            .Select(round => new { round.Id, round.Quarter }).ToListAsync(cancellation);
        return rounds.FirstOrDefault(one => one.Quarter.Number == wish.Quarter) is { } round
            && await MemoReader.ReadAsync(db, round.Id, Today, cancellation) is { } memo
            ? MemoBook.Build(memo, Today)
            : null;
    }

    private async Task<Document?> YearAsync(BookWish wish, CancellationToken cancellation)
    {
        var quarters = await QuarterContents.ReadAsync(db, wish, Today, cancellation);
        var counted = quarters.Any(one => one.IsSigned) ? quarters.Where(one => one.IsSigned).ToList() : quarters;
        if (counted.Count == 0)
        {
            return null;
        }
        var year = counted[0].Quarter.Year;
        var before = await db.Set<Plan>().AsNoTracking()
            .Where(plan => plan.Year == year.Previous && plan.State != PlanState.Draft)
            .OrderByDescending(plan => plan.Id)
            .Select(plan => (int?)plan.Id)
            .FirstOrDefaultAsync(cancellation);
        return YearBook.Build(new YearBookContent(counted)
        {
            YearBefore = before is { } id ? (await QuarterContents.ReadSignedAsync(db, id, cancellation)).LastOrDefault() : null,
            PrintedOn = RocDate.Long(Today),
        });
    }

    /// <summary>The bytes that were signed; null when the quarter is not signed, or was signed before there was this format.</summary>
    private async Task<ReadyBook?> SignedAsync((int PlanId, int Number) asked, string extension, CancellationToken cancellation)
    {
        var quarters = await db.Set<QuarterlyRound>().AsNoTracking().Where(round => round.PlanId == asked.PlanId)
            .Select(round => new { round.Id, round.Quarter }).ToListAsync(cancellation);
        if (quarters.FirstOrDefault(one => one.Quarter.Number == asked.Number) is not { } round)
        {
            return null;
        }
        var files = await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.RoundId == round.Id && report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files)
            .Where(file => file.Format == extension || file.Format == CanonicalContent.Format)
            .ToDictionaryAsync(file => file.Format, file => file.Bytes, cancellation);
        return files.TryGetValue(extension, out var bytes)
            ? new ReadyBook(
                $"{round.Quarter}執行情形彙整表（核定）", QuarterBook.Build(CanonicalContent.Read(files[CanonicalContent.Format])), () => bytes) { IsSigned = true }
            : null;
    }
}
