using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>
/// Gives any book of a plan in any of its formats: a signed quarter as the bytes that were signed, all else printed from
/// what the database or the signed content holds. Who may have it is for the caller to say.
/// </summary>
public sealed class BookShelf(QualityPlanDb db, PlanTableCache tables, BookPress press, TimeProvider clock)
{
    private RoundSource Source => new(db, tables);

    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null when there is no such plan, quarter or unit, or nothing signed where only signed things may be seen.</summary>
    public async Task<ReadyBook?> FindAsync(BookWish wish, DocumentFormat format, CancellationToken cancellation) =>
        await RoundReader.ReadPlanAsync(db, wish.PlanId, cancellation) is { } plan
            ? await FindAsync(new PlannedBook(wish, plan), format, cancellation)
            : null;

    /// <summary>The same of a plan that was read already.</summary>
    public async Task<ReadyBook?> FindAsync(PlannedBook book, DocumentFormat format, CancellationToken cancellation)
    {
        var (wish, plan) = book;
        if (!BookFormats.Of(wish.Kind).Contains(format))
        {
            return null;
        }
        if (wish.Kind == BookKind.Quarter && plan.Of(wish.Quarter) is { State: CompiledReportState.Signed } head
            && await SignedAsync(head, BookPress.Extension(format), cancellation) is { } signed)
        {
            return signed;
        }
        return await BuildAsync(book, cancellation) is { } document
            ? new ReadyBook(document.Title, document, () => press.Print(document, format))
            : null;
    }

    private async Task<Document?> BuildAsync(PlannedBook book, CancellationToken cancellation) => book.Wish.Kind switch
    {
        BookKind.Plan => await PlanBookReader.ReadAsync(db, book.Wish.PlanId, Today, cancellation) is { } content
            ? PlanBook.Build(content, book.Wish.IsTableOnly)
            : null,
        BookKind.Unit => await UnitBookReader.ReadAsync(Source, book, Today, cancellation) is { } content ? UnitBook.Build(content) : null,
        BookKind.Year => await YearAsync(book, cancellation),
        BookKind.Memo => book.Plan.Of(book.Wish.Quarter) is { } head && head.Round.OpensOn <= Today
            ? MemoBook.Build(await MemoReader.ReadAsync(Source, head, Today, cancellation), Today)
            : null,
        _ => await OfQuarterAsync(book, cancellation),
    };

    private async Task<Document?> OfQuarterAsync(PlannedBook book, CancellationToken cancellation)
    {
        var quarters = await QuarterContents.ReadAsync(Source, book, Today, cancellation);
        if (quarters.Count == 0 || quarters[^1].Quarter.Number != book.Wish.Quarter)
        {
            return null;
        }
        return book.Wish.Kind == BookKind.Exceptions
            ? ExceptionBook.Build(quarters) with { PrintedOn = RocDate.Long(Today) }
            : QuarterBook.Build(quarters[^1].Content with { Footer = quarters[^1].Footer });
    }

    private async Task<Document?> YearAsync(PlannedBook book, CancellationToken cancellation)
    {
        var quarters = await QuarterContents.ReadAsync(Source, book, Today, cancellation);
        var counted = quarters.Any(one => one.IsSigned) ? quarters.Where(one => one.IsSigned).ToList() : quarters;
        if (counted.Count == 0)
        {
            return null;
        }
        return YearBook.Build(new YearBookContent(counted)
        {
            YearBefore = await QuarterContents.ReadLastSignedAsync(db, counted[0].Quarter.Year.Previous, cancellation),
            PrintedOn = RocDate.Long(Today),
        });
    }

    /// <summary>The bytes that were signed; null when the quarter was signed before there was this format.</summary>
    private async Task<ReadyBook?> SignedAsync(RoundHead head, string extension, CancellationToken cancellation)
    {
        var files = await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.RoundId == head.Round.Id && report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files)
            .Where(file => file.Format == extension || file.Format == CanonicalContent.Format)
            .ToDictionaryAsync(file => file.Format, file => file.Bytes, cancellation);
        return files.TryGetValue(extension, out var bytes)
            ? new ReadyBook(
                $"{head.Quarter}執行情形彙整表（核定）", QuarterBook.Build(CanonicalContent.Read(files[CanonicalContent.Format])), () => bytes) { IsSigned = true }
            : null;
    }
}
