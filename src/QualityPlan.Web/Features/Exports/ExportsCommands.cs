using QualityPlan.Documents;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Prints a book for somebody and notes in the trail that he took it.</summary>
public sealed class ExportsCommands(QualityPlanDb db, BookShelf shelf, BookRights rights, RareCharacters rare, AuditTrail audit)
{
    /// <summary>
    /// Null when there is no such book for this person: drafts only for their readers, unsigned quarters only for those who
    /// see all units, another unit's table for nobody else.
    /// </summary>
    public async Task<TakenBook?> TakeAsync(BookOrder order, CancellationToken cancellation)
    {
        if (order.Kind is not { } format
            || await rights.AdmitAsync(order.Wish, order.By, cancellation) is not { } planned
            || await shelf.FindAsync(planned, format, cancellation) is not { } ready)
        {
            return null;
        }
        return await HandOutAsync(order, ready, cancellation);
    }

    /// <summary>All years' rows and reports in one file; null for a format they do not come in.</summary>
    public async Task<TakenDump?> TakeAllAsync(string? format, Actor by, CancellationToken cancellation)
    {
        if (RawBook.KindOf(format) is not { } kind)
        {
            return null;
        }
        var dump = new TakenDump($"全部資料.{format}", kind.ContentType, TemporaryFile.Create());
        try
        {
            await RawBook.WriteAsync(db, new RawWish(kind, PlanReaders.StatesFor(by), rights.Today), dump.Content, cancellation);
            dump.Content.Position = 0;
            audit.Record(by, "export", new AuditSubject("Everything", "raw", null), $"匯出「{dump.FileName}」");
            await db.SaveChangesAsync(cancellation);
            return dump;
        }
        catch
        {
            // Only who gets the dump closes it, and the file goes away when it is closed.
            await dump.Content.DisposeAsync();
            throw;
        }
    }

    /// <summary>A PDF that would show boxes is given only to who was told so, and the trail says it.</summary>
    private async Task<TakenBook> HandOutAsync(BookOrder order, ReadyBook ready, CancellationToken cancellation)
    {
        var name = FileNames.Of(ready.Title, order.Format!);
        var missing = order.Kind == DocumentFormat.Pdf ? rare.In(ready.Document) : [];
        if (missing.Count > 0 && !order.IsDespiteBoxes)
        {
            return new TakenBook(name, "", []) { Missing = missing, IsSigned = ready.IsSigned };
        }
        var book = new TakenBook(name, BookPress.ContentType(order.Kind!.Value), ready.Print());
        audit.Record(
            order.By, "export", AuditSubject.Of<Plan>(order.Wish.PlanId),
            missing.Count == 0 ? $"匯出「{name}」" : $"匯出「{name}」，其中{missing.Count}個字沒有字型",
            missing.Count == 0 ? null : new AuditChange(null, new { MissingCharacters = missing }));
        await db.SaveChangesAsync(cancellation);
        return book;
    }
}

/// <summary>Who wants which book in which format.</summary>
public sealed record BookOrder(BookWish Wish, string? Format, Actor By)
{
    /// <summary>The person was told which characters the PDF cannot show, and wants it all the same.</summary>
    public bool IsDespiteBoxes { get; init; }

    /// <summary>Null for a format that books do not come in.</summary>
    public DocumentFormat? Kind => BookPress.FormatOf(Format);
}

/// <summary>A printed book on its way out; without bytes while there is something to be told first.</summary>
public sealed record TakenBook(string FileName, string ContentType, byte[] Bytes)
{
    /// <summary>Characters that the PDF would show as boxes.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public bool IsSigned { get; init; }
}

/// <summary>A file too large for memory on its way out; it goes away once it is sent.</summary>
public sealed record TakenDump(string FileName, string ContentType, Stream Content);
