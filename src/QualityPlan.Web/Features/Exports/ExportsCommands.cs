using Microsoft.EntityFrameworkCore;
using QualityPlan.Documents;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Prints a book for somebody and notes in the trail that he took it.</summary>
public sealed class ExportsCommands(QualityPlanDb db, BookPress press, RareCharacters rare, AuditTrail audit, TimeProvider clock)
{
    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Null when there is no such plan for this person, or no such format.</summary>
    public async Task<TakenBook?> PlanBookAsync(BookOrder order, bool isTableOnly, CancellationToken cancellation)
    {
        if (order.Kind is not { } format || await FindPlanAsync(order, cancellation) is not { } plan)
        {
            return null;
        }
        var content = await PlanBookReader.ReadAsync(db, plan.Id, Today, cancellation);
        var document = PlanBook.Build(content!, isTableOnly);
        return await TakeAsync(order, new Printing($"{plan.Year}年度計畫表", document, () => press.Print(document, format)), cancellation);
    }

    /// <summary>A signed quarter is given as the bytes that were signed; an unsigned one only to those who see all units.</summary>
    public async Task<TakenBook?> QuarterBookAsync(BookOrder order, int number, CancellationToken cancellation)
    {
        if (number is < 1 or > 4
            || order.Kind is not { } format
            || await FindPlanAsync(order, cancellation) is not { } plan)
        {
            return null;
        }
        var quarter = new Quarter(plan.Year, number);
        if (await SignedAsync(plan.Id, quarter, format, cancellation) is { } signed)
        {
            return await TakeAsync(order, signed, cancellation);
        }
        if (!order.By.SeesAllUnits
            || await QuarterBookReader.ReadAsync(db, plan.Id, quarter, Today, cancellation) is not { } content)
        {
            return null;
        }
        var document = QuarterBook.Build(content with { Footer = "未簽核" });
        return await TakeAsync(order, new Printing($"{quarter}執行情形彙整表", document, () => press.Print(document, format)), cancellation);
    }

    private async Task<Plan?> FindPlanAsync(BookOrder order, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == order.PlanId, cancellation);
        return plan is not null && PlanReaders.StatesFor(order.By).Contains(plan.State) ? plan : null;
    }

    private async Task<Printing?> SignedAsync(
        int planId, Quarter quarter, DocumentFormat format, CancellationToken cancellation)
    {
        var extension = BookPress.Extension(format);
        var files = await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.Round.PlanId == planId && report.Round.Quarter == quarter
                && report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files)
            .Where(file => file.Format == extension || file.Format == CanonicalContent.Format)
            .ToDictionaryAsync(file => file.Format, file => file.Bytes, cancellation);
        return files.TryGetValue(extension, out var bytes)
            ? new Printing(
                $"{quarter}執行情形彙整表（核定）", QuarterBook.Build(CanonicalContent.Read(files[CanonicalContent.Format])), () => bytes) { IsSigned = true }
            : null;
    }

    /// <summary>A PDF that would show boxes is given only to who was told so, and the trail says it.</summary>
    private async Task<TakenBook> TakeAsync(BookOrder order, Printing printing, CancellationToken cancellation)
    {
        var name = $"{printing.Title}.{order.Format}";
        var missing = order.Kind == DocumentFormat.Pdf ? rare.In(printing.Document) : [];
        if (missing.Count > 0 && !order.IsDespiteBoxes)
        {
            return new TakenBook(name, "", []) { Missing = missing, IsSigned = printing.IsSigned };
        }
        var book = new TakenBook(name, BookPress.ContentType(order.Kind!.Value), printing.Bytes());
        audit.Record(
            order.By, "export", AuditSubject.Of<Plan>(order.PlanId),
            missing.Count == 0 ? $"匯出「{name}」" : $"匯出「{name}」，其中{missing.Count}個字沒有字型",
            missing.Count == 0 ? null : new AuditChange(null, new { MissingCharacters = missing }));
        await db.SaveChangesAsync(cancellation);
        return book;
    }

    /// <summary>A book before it is printed.</summary>
    private sealed record Printing(string Title, Document Document, Func<byte[]> Bytes)
    {
        public bool IsSigned { get; init; }
    }
}

/// <summary>Who wants a book of which plan in which format.</summary>
public sealed record BookOrder(int PlanId, string? Format, Actor By)
{
    /// <summary>The person was told which characters the PDF cannot show, and wants it all the same.</summary>
    public bool IsDespiteBoxes { get; init; }

    /// <summary>Null for a format that books do not come in.</summary>
    public DocumentFormat? Kind => Format switch
    {
        "xlsx" => DocumentFormat.Xlsx,
        "ods" => DocumentFormat.Ods,
        "pdf" => DocumentFormat.Pdf,
        _ => null,
    };
}

/// <summary>A printed book on its way out; without bytes while there is something to be told first.</summary>
public sealed record TakenBook(string FileName, string ContentType, byte[] Bytes)
{
    /// <summary>Characters that the PDF would show as boxes.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public bool IsSigned { get; init; }
}
