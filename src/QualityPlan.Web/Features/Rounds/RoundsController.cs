using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Rounds;

/// <summary>填報輪次: when the quarters open and close, and who may file after the closing.</summary>
[Route("rounds")]
public sealed class RoundsController(RoundsQueries queries, RoundsCommands commands) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync(HttpContext.Actor(), Aborted));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id, Suggestion? suggest) =>
        await queries.EditAsync(id, HttpContext.Actor(), Aborted) is { } page ? View(page.Suggesting(suggest)) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit([FromRoute] int id, [Bind(Prefix = "Form")] RoundForm form)
    {
        if (ModelState.IsValid)
        {
            if (await commands.RescheduleAsync(id, form, HttpContext.Actor(), Aborted) is not { } verdict)
            {
                return NotFound();
            }
            if (verdict.IsAllowed)
            {
                TempData["Done"] = "已調整填報輪次的日期。";
                return LocalRedirect("~/rounds");
            }
            ModelState.AddModelError("", verdict.Sentence);
            Response.StatusCode = Refusals.StatusOf(verdict);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return await queries.EditAsync(id, HttpContext.Actor(), Aborted) is { } page ? View(page.With(form, IsStale)) : NotFound();
    }

    [HttpGet("supplement/{id:int}")]
    public async Task<IActionResult> Supplement(int id) =>
        await queries.SupplementAsync(id, Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("supplement/{id:int}")]
    public async Task<IActionResult> Supplement([FromRoute] int id, [Bind(Prefix = "Form")] SupplementForm form)
    {
        if (ModelState.IsValid)
        {
            if (await commands.AllowSupplementAsync(id, form, HttpContext.Actor(), Aborted) is not { } outcome)
            {
                return NotFound();
            }
            if (outcome.Verdict.IsAllowed)
            {
                TempData["Done"] = $"已開放{outcome.Filing.UnitName}補填至{RocDate.Long(form.Until!.Value)}。";
                return LocalRedirect($"~/rounds/{outcome.Filing.RoundId}");
            }
            ModelState.AddModelError("", outcome.Verdict.Sentence);
            Response.StatusCode = Refusals.StatusOf(outcome.Verdict);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return await queries.SupplementAsync(id, Aborted) is { } page ? View(page.With(form, IsStale)) : NotFound();
    }

    private bool IsStale => Response.StatusCode == StatusCodes.Status409Conflict;
}
