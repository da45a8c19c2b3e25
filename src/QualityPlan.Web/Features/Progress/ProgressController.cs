using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Files;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Progress;

[Route("Progress")]
public sealed class ProgressController(ProgressQueries queries, ProgressCommands commands) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var page = await queries.IndexAsync(HttpContext.Actor(), Aborted);
        return page.Only is { } only ? LocalRedirect($"~/Progress/{only.RoundId}") : View(page);
    }

    [HttpGet("{roundId:int}/{unitId:int?}")]
    public async Task<IActionResult> Edit(int roundId, int? unitId)
    {
        var unit = unitId ?? HttpContext.Actor().UnitId;
        return unit is { } id && Reaches(id) && await queries.EditAsync(new FilingKey(roundId, id), HttpContext.Actor(), Aborted) is { } page
            ? View(page)
            : NotFound();
    }

    [HttpPost("{roundId:int}/{unitId:int}"), UploadLimit]
    public async Task<IActionResult> Save([FromRoute] int roundId, [FromRoute] int unitId, FilingForm form)
    {
        var result = await TakeAsync(new FilingKey(roundId, unitId), form, commands.SaveAsync);
        if (result.Outcome != SaveOutcome.Saved)
        {
            return await ShowAgainAsync(new FilingKey(roundId, unitId), form, result);
        }
        TempData["Done"] = "已暫存。";
        return LocalRedirect($"~/Progress/{roundId}/{unitId}{(form.Then is { } row ? $"#row-{row}" : "")}");
    }

    [HttpPost("{roundId:int}/{unitId:int}/submit"), UploadLimit]
    public async Task<IActionResult> Submit([FromRoute] int roundId, [FromRoute] int unitId, FilingForm form)
    {
        var result = await TakeAsync(new FilingKey(roundId, unitId), form, commands.SubmitAsync);
        if (result.Outcome != SaveOutcome.Saved)
        {
            return await ShowAgainAsync(new FilingKey(roundId, unitId), form, result);
        }
        TempData["Done"] = "已送審，等候單位主管審核；主管處理前仍可抽回。";
        return LocalRedirect($"~/Progress/{roundId}/{unitId}");
    }

    /// <summary>One row, by script; files and withdrawals wait for the page to be saved.</summary>
    [HttpPost("{roundId:int}/{unitId:int}/autosave")]
    public async Task<IActionResult> Autosave([FromRoute] int roundId, [FromRoute] int unitId, FilingForm form)
    {
        if (!Reaches(unitId))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            var sentence = ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage;
            return Answer(StatusCodes.Status422UnprocessableEntity, sentence);
        }
        foreach (var row in form.Rows.Values)
        {
            row.Files.Clear();
            row.Withdraw.Clear();
        }
        var result = await commands.SaveAsync(new FilingKey(roundId, unitId), form, HttpContext.Actor(), Aborted);
        return result.Outcome switch
        {
            SaveOutcome.Saved => Json(new { values = result.Stamps.ToDictionary(row => $"Rows[{row.Key}].Stamp", row => row.Value) }),
            SaveOutcome.NotThere => NotFound(),
            SaveOutcome.Stale => Answer(
                StatusCodes.Status409Conflict, "這一列已被他人更新，系統沒有覆蓋；請比對後按「暫存」。", result.Theirs.Values.First()),
            _ => Answer(StatusCodes.Status403Forbidden, result.Verdict.Sentence),
        };
    }

    [HttpPost("{roundId:int}/{unitId:int}/withdraw")]
    public async Task<IActionResult> Withdraw([FromRoute] int roundId, [FromRoute] int unitId, int version)
    {
        if (!Reaches(unitId) || await commands.WithdrawAsync(new FilingKey(roundId, unitId), version, HttpContext.Actor()) is not { } verdict)
        {
            return NotFound();
        }
        TempData[verdict.IsAllowed ? "Done" : "Refused"] = verdict.IsAllowed ? "已抽回，可以繼續修改。" : verdict.Sentence;
        return LocalRedirect($"~/Progress/{roundId}/{unitId}");
    }

    private async Task<SaveResult> TakeAsync(
        FilingKey key, FilingForm form, Func<FilingKey, FilingForm, Actor, CancellationToken, Task<SaveResult>> act)
    {
        if (!Reaches(key.UnitId))
        {
            return SaveResult.NotThere;
        }
        return ModelState.IsValid
            ? await act(key, form, HttpContext.Actor(), Aborted)
            : new SaveResult(SaveOutcome.Faulty);
    }

    private async Task<IActionResult> ShowAgainAsync(FilingKey key, FilingForm form, SaveResult result)
    {
        if (result.Outcome == SaveOutcome.NotThere || await queries.EditAsync(key, HttpContext.Actor(), Aborted) is not { } page)
        {
            return NotFound();
        }
        foreach (var fault in result.Faults.Concat(page.Overtaken(result)))
        {
            ModelState.AddModelError(fault.Box, fault.Sentence);
        }
        if (!result.Verdict.IsAllowed)
        {
            ModelState.AddModelError("", result.Verdict.Sentence);
        }
        Response.StatusCode = result.Outcome switch
        {
            SaveOutcome.Refused => StatusCodes.Status403Forbidden,
            SaveOutcome.Stale => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return View("Edit", page.With(form, result));
    }

    private bool Reaches(int unitId) => HttpContext.GrantedScope() == Scope.Any || HttpContext.Actor().UnitId == unitId;

    private ObjectResult Answer(int status, string message, string? theirs = null) =>
        new(new { message, theirs }) { StatusCode = status };
}
