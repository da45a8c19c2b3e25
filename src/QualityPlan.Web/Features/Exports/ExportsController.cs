using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Books;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Exports;

/// <summary>報表中心: the books of a plan and its quarters, to be taken away.</summary>
[Route("exports")]
public sealed class ExportsController(ExportsQueries queries, ExportsCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(await queries.IndexAsync(new BookForm(), HttpContext.Actor(), cancellation));

    [HttpGet("plan/{planId:int}")]
    public Task<IActionResult> PlanBook(int planId, string? format, bool tableOnly, bool anyway, CancellationToken cancellation) =>
        TakeAsync(new BookWish(BookKind.Plan, planId) { IsTableOnly = tableOnly }, (format, anyway), cancellation);

    [HttpGet("quarter/{planId:int}/{quarter:int}")]
    public Task<IActionResult> QuarterBook(int planId, int quarter, string? format, bool anyway, CancellationToken cancellation) =>
        TakeAsync(new BookWish(BookKind.Quarter, planId) { Quarter = quarter }, (format, anyway), cancellation);

    [HttpGet("exceptions/{planId:int}/{quarter:int}")]
    public Task<IActionResult> ExceptionBook(int planId, int quarter, string? format, bool anyway, CancellationToken cancellation) =>
        TakeAsync(new BookWish(BookKind.Exceptions, planId) { Quarter = quarter }, (format, anyway), cancellation);

    [HttpGet("memo/{planId:int}/{quarter:int}")]
    public Task<IActionResult> Memo(int planId, int quarter, string? format, bool anyway, CancellationToken cancellation) =>
        TakeAsync(new BookWish(BookKind.Memo, planId) { Quarter = quarter }, (format, anyway), cancellation);

    [HttpGet("unit/{planId:int}")]
    public Task<IActionResult> UnitBook(int planId, int? unitId, string? format, bool anyway, CancellationToken cancellation) =>
        TakeAsync(new BookWish(BookKind.Unit, planId) { UnitId = unitId }, (format, anyway), cancellation);

    [HttpGet("year/{planId:int}")]
    public Task<IActionResult> YearBook(int planId, string? format, bool anyway, CancellationToken cancellation) =>
        TakeAsync(new BookWish(BookKind.Year, planId), (format, anyway), cancellation);

    [HttpGet("everything")]
    public async Task<IActionResult> Everything(string? format, CancellationToken cancellation) =>
        await commands.TakeAllAsync(format, HttpContext.Actor(), cancellation) is { } dump
            ? File(dump.Content, dump.ContentType, dump.FileName)
            : NotFound();

    private async Task<IActionResult> TakeAsync(BookWish wish, (string? Format, bool Anyway) how, CancellationToken cancellation) =>
        await commands.TakeAsync(new BookOrder(wish, how.Format, HttpContext.Actor()) { IsDespiteBoxes = how.Anyway }, cancellation) switch
        {
            null => NotFound(),
            { Missing.Count: > 0 } book => View("RareCharacters", new RareCharactersPage(book, Request.PathBase + Request.Path, wish)),
            var book => File(book.Bytes, book.ContentType, book.FileName),
        };
}
