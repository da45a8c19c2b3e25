using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Exports;

/// <summary>報表中心: the books of a plan and its quarters, to be taken away.</summary>
[Route("exports")]
public sealed class ExportsController(ExportsQueries queries, ExportsCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View(await queries.IndexAsync(HttpContext.Actor(), cancellation));

    [HttpGet("plan/{planId:int}")]
    public async Task<IActionResult> PlanBook(int planId, string? format, bool tableOnly, bool anyway, CancellationToken cancellation) =>
        Take(await commands.PlanBookAsync(new BookOrder(planId, format, HttpContext.Actor()) { IsDespiteBoxes = anyway }, tableOnly, cancellation), tableOnly);

    [HttpGet("quarter/{planId:int}/{quarter:int}")]
    public async Task<IActionResult> QuarterBook(int planId, int quarter, string? format, bool anyway, CancellationToken cancellation) =>
        Take(await commands.QuarterBookAsync(new BookOrder(planId, format, HttpContext.Actor()) { IsDespiteBoxes = anyway }, quarter, cancellation));

    private IActionResult Take(TakenBook? book, bool tableOnly = false) => book switch
    {
        null => NotFound(),
        { Missing.Count: > 0 } => View("RareCharacters", new RareCharactersPage(book, Request.PathBase + Request.Path, tableOnly)),
        _ => File(book.Bytes, book.ContentType, book.FileName),
    };
}
