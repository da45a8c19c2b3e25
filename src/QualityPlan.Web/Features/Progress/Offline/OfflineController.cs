using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Files;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Progress.Offline;

/// <summary>離線填報: a unit's rows as a workbook to take along, and back again after a comparison.</summary>
[Route("Progress/{roundId:int}/{unitId:int}/offline")]
public sealed class OfflineController(OfflineQueries queries, OfflineCommands commands, ILogger<OfflineController> log) : Controller
{
    /// <summary>Large enough that the refusal can name the size of a file over the limit.</summary>
    private const long MostBytes = 100 * 1024 * 1024;

    private const int MostBoxes = 20_000;
    private const string Page = "/Features/Progress/Offline/Index.cshtml";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromRoute] int roundId, [FromRoute] int unitId) =>
        await PageAsync(roundId, unitId) is { } page ? View(Page, page) : NotFound();

    [HttpGet("file")]
    public async Task<IActionResult> Download([FromRoute] int roundId, [FromRoute] int unitId, string? format)
    {
        if (await PageAsync(roundId, unitId) is not { } page || OfflineQueries.FormatOf(format) is not { } wanted)
        {
            return NotFound();
        }
        var name = FileNames.Of($"{page.Sheet.Quarter}離線填報-{page.Filing.UnitName}", BookPress.Extension(wanted));
        return File(OfflineQueries.File(page, wanted), BookPress.ContentType(wanted), name);
    }

    [HttpPost("compare"), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Compare([FromRoute] int roundId, [FromRoute] int unitId, IFormFile? file)
    {
        if (await PageAsync(roundId, unitId) is not { } page)
        {
            return NotFound();
        }
        if (!page.MayWrite.IsAllowed)
        {
            return Again(page, "", page.MayWrite.Sentence, StatusCodes.Status403Forbidden);
        }
        if (file is null)
        {
            return Again(page, "file", "請選擇填好的離線填報檔。", StatusCodes.Status422UnprocessableEntity);
        }
        await using var content = file.OpenReadStream();
        var (compared, refusal) = OfflineQueries.Compare(page, file.FileName, content);
        return refusal is null
            ? View(Page, compared)
            : Again(page, "file", refusal.WithNumbers(HttpContext, log), StatusCodes.Status422UnprocessableEntity);
    }

    [HttpPost("save"), RequestFormLimits(ValueCountLimit = MostBoxes)]
    public async Task<IActionResult> Save([FromRoute] int roundId, [FromRoute] int unitId, OfflineForm form)
    {
        if (!Reaches(unitId))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }
        var outcome = await commands.SaveAsync(new FilingKey(roundId, unitId), form, HttpContext.Actor(), Aborted);
        if (outcome.Result.Outcome == SaveOutcome.NotThere || outcome.Page is not { } page)
        {
            return NotFound();
        }
        if (outcome.Result.Outcome == SaveOutcome.Saved)
        {
            TempData["Done"] = outcome.Cells == 0
                ? "沒有選擇任何檔案的內容，系統的內容維持不變。"
                : $"已由離線填報檔儲存{outcome.Rows}列、{outcome.Cells}格；尚未送審。";
            return LocalRedirect("~" + page.Address);
        }
        return ShowAgain(page, outcome.Result);
    }

    private ViewResult ShowAgain(OfflinePage page, SaveResult result)
    {
        // What was posted is written into the page anew: after a stale comparison the choices are open again.
        ModelState.Clear();
        foreach (var fault in result.Faults)
        {
            ModelState.AddModelError(fault.Box, fault.Sentence);
        }
        return Again(page, "", result.Verdict.Sentence, result.Outcome switch
        {
            SaveOutcome.Refused => StatusCodes.Status403Forbidden,
            SaveOutcome.Stale => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        });
    }

    private ViewResult Again(OfflinePage page, string box, string sentence, int status)
    {
        if (sentence.Length > 0)
        {
            ModelState.AddModelError(box, sentence);
        }
        Response.StatusCode = status;
        return View(Page, page);
    }

    private async Task<OfflinePage?> PageAsync(int roundId, int unitId) =>
        Reaches(unitId) ? await queries.PageAsync(new FilingKey(roundId, unitId), HttpContext.Actor(), Aborted) : null;

    private bool Reaches(int unitId) => HttpContext.GrantedScope() == Scope.Any || HttpContext.Actor().UnitId == unitId;
}
