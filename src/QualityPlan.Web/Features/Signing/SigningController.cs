using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Signing;

/// <summary>核閱: the conveners look at the round's report on one page and sign or return it.</summary>
[Route("signing")]
public sealed class SigningController(SigningQueries queries, SigningCommands commands) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync(HttpContext.Actor(), Aborted));

    [HttpGet("{roundId:int}")]
    public async Task<IActionResult> Report(int roundId) =>
        await queries.ReportAsync(roundId, HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("{roundId:int}/sign")]
    public Task<IActionResult> Sign([FromRoute] int roundId, SigningForm form) => ActAsync(roundId, CompiledReportAction.Sign, form);

    [HttpPost("{roundId:int}/return")]
    public Task<IActionResult> Return([FromRoute] int roundId, SigningForm form) => ActAsync(roundId, CompiledReportAction.Return, form);

    /// <summary>The bytes that were signed, and nothing but these.</summary>
    [HttpGet("file/{id:int}")]
    public async Task<IActionResult> Download(int id)
    {
        if (await commands.TakeAsync(id, HttpContext.Actor(), Aborted) is not { } file)
        {
            return NotFound();
        }
        Response.Headers["X-Content-SHA256"] = file.Sha256;
        return File(file.Bytes, SignedFormats.ContentType(file.Format), file.FileName);
    }

    private async Task<IActionResult> ActAsync(int roundId, CompiledReportAction action, SigningForm form)
    {
        var verdict = ModelState.IsValid
            ? await commands.ActAsync(new SigningAct(roundId, action, form), HttpContext.Actor(), Aborted)
            : Refusals.Faulty;
        if (verdict is { IsAllowed: true })
        {
            TempData["Done"] = action == CompiledReportAction.Sign ? "已簽核。" : "已退回研發小組。";
            return LocalRedirect($"~/signing/{roundId}");
        }
        if (verdict is null || await queries.ReportAsync(roundId, HttpContext.Actor(), Aborted) is not { } page)
        {
            return NotFound();
        }
        Response.StatusCode = Refusals.StatusOf(verdict);
        Refusals.Tell(ModelState, verdict);
        return View("Report", verdict.IsChangedMeanwhile()
            ? page.LookAgain(form, await queries.DifferencesAsync(roundId, form, Aborted))
            : page with { Form = form });
    }
}
