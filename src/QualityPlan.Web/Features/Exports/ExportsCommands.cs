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
public sealed class ExportsCommands(QualityPlanDb db, BookPress press, AuditTrail audit, TimeProvider clock)
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
        return await TakeAsync(order, $"{plan.Year}年度計畫表", press.Print(document, format), cancellation);
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
        if (await SignedBytesAsync(plan.Id, quarter, format, cancellation) is { } signed)
        {
            return await TakeAsync(order, $"{quarter}執行情形彙整表（核定）", signed, cancellation);
        }
        if (!order.By.SeesAllUnits
            || await QuarterBookReader.ReadAsync(db, plan.Id, quarter, Today, cancellation) is not { } content)
        {
            return null;
        }
        var document = QuarterBook.Build(content with { Footer = "未簽核" });
        return await TakeAsync(order, $"{quarter}執行情形彙整表", press.Print(document, format), cancellation);
    }

    private async Task<Plan?> FindPlanAsync(BookOrder order, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == order.PlanId, cancellation);
        return plan is not null && PlanReaders.StatesFor(order.By).Contains(plan.State) ? plan : null;
    }

    private async Task<byte[]?> SignedBytesAsync(
        int planId, Quarter quarter, DocumentFormat format, CancellationToken cancellation)
    {
        var extension = BookPress.Extension(format);
        return await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.Round.PlanId == planId && report.Round.Quarter == quarter
                && report.State == CompiledReportState.Signed)
            .SelectMany(report => report.Files)
            .Where(file => file.Format == extension)
            .Select(file => file.Bytes)
            .FirstOrDefaultAsync(cancellation);
    }

    private async Task<TakenBook> TakeAsync(BookOrder order, string title, byte[] bytes, CancellationToken cancellation)
    {
        var book = new TakenBook($"{title}.{order.Format}", BookPress.ContentType(order.Kind!.Value), bytes);
        audit.Record(order.By, "export", AuditSubject.Of<Plan>(order.PlanId), $"匯出「{book.FileName}」");
        await db.SaveChangesAsync(cancellation);
        return book;
    }
}

/// <summary>Who wants a book of which plan in which format.</summary>
public sealed record BookOrder(int PlanId, string? Format, Actor By)
{
    /// <summary>Null for a format that books do not come in.</summary>
    public DocumentFormat? Kind => Format switch
    {
        "xlsx" => DocumentFormat.Xlsx,
        "ods" => DocumentFormat.Ods,
        "pdf" => DocumentFormat.Pdf,
        _ => null,
    };
}

/// <summary>A printed book on its way out.</summary>
public sealed record TakenBook(string FileName, string ContentType, byte[] Bytes);
