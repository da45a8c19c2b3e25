using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Exports;

/// <summary>Papers made outside the request: ordered, looked after, taken away and removed by their owner; and books on screen.</summary>
[Route("exports")]
public sealed class PapersController(PapersQueries queries, PapersCommands commands, ExportsQueries center) : Controller
{
    /// <summary>How long an order waits for its paper: most are made by then, and are handed out at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const string Room = "/Features/Exports/";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("preview")]
    public async Task<IActionResult> Preview(BookForm form)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(form);
        }
        var (page, box, may) = await queries.PreviewAsync(form, HttpContext.Actor(), Aborted);
        return page is not null ? View(Room + "Preview.cshtml", page) : await RefusedAsync(form, box, may);
    }

    [HttpPost("papers")]
    public async Task<IActionResult> Make(BookForm form)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(form);
        }
        var actor = HttpContext.Actor();
        var ordered = await commands.OrderAsync(form, actor, Patience);
        if (!ordered.May.IsAllowed)
        {
            return await RefusedAsync(form, ordered.Box, ordered.May);
        }
        var paper = await queries.ShowAsync(ordered.PaperId, actor, Aborted);
        return LocalRedirect(paper is { IsReady: true, Missing: "" } ? $"~/exports/papers/{ordered.PaperId}/file" : $"~/exports/papers/{ordered.PaperId}");
    }

    /// <summary>The page of a paper; for the script only the part that moves.</summary>
    [HttpGet("papers/{id:int}")]
    public async Task<IActionResult> Show(int id) =>
        await queries.ShowAsync(id, HttpContext.Actor(), Aborted) is not { } paper ? NotFound()
        : Request.Headers.ContainsKey("HX-Request") ? PartialView(Room + "_Paper.cshtml", paper)
        : View(Room + "Paper.cshtml", paper);

    [HttpGet("papers/{id:int}/file")]
    public async Task<IActionResult> Take(int id, bool anyway) =>
        await commands.TakeAsync(id, anyway, HttpContext.Actor(), Aborted) switch
        {
            null => NotFound(),
            { Missing.Count: > 0 } => LocalRedirect($"~/exports/papers/{id}"),
            var book => File(book.Bytes, book.ContentType, book.FileName),
        };

    [HttpPost("papers/{id:int}/remove")]
    public async Task<IActionResult> Remove(int id)
    {
        if (!await commands.RemoveAsync(id, HttpContext.Actor(), Aborted))
        {
            return NotFound();
        }
        TempData["Done"] = "已取消或移除這份報表。";
        return LocalRedirect("~/exports");
    }

    private async Task<IActionResult> RefusedAsync(BookForm form, string box, Verdict may)
    {
        if (may.Rule == VerdictAnswers.Unknown.Rule)
        {
            return NotFound();
        }
        ModelState.AddModelError($"Form.{box}", may.Sentence);
        return await AgainAsync(form);
    }

    /// <summary>The 報表中心 once more with what was chosen, and what to mend.</summary>
    private async Task<IActionResult> AgainAsync(BookForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Room + "Index.cshtml", await center.IndexAsync(form, HttpContext.Actor(), Aborted));
    }
}
