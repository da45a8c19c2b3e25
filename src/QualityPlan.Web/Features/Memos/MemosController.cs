using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Memos;

/// <summary>簽稿: the memo that goes with a round's report, and the agency's template of it.</summary>
[Route("memos")]
public sealed class MemosController(MemosQueries queries, MemosCommands commands) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("{roundId:int}")]
    public async Task<IActionResult> Show(int roundId, bool anew) =>
        await queries.ShowAsync(roundId, anew, HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("{roundId:int}")]
    public async Task<IActionResult> Save([FromRoute] int roundId, [Bind(Prefix = "Form")] MemoForm form)
    {
        var verdict = ModelState.IsValid ? await commands.SaveAsync(roundId, form, HttpContext.Actor(), Aborted) : Refusals.Faulty;
        if (verdict is { IsAllowed: true })
        {
            TempData["Done"] = "已儲存簽稿。";
            return LocalRedirect($"~/memos/{roundId}");
        }
        return verdict is not null && await queries.ShowAsync(roundId, false, HttpContext.Actor(), Aborted) is { } page
            ? Again("Show", page.With(form, verdict), verdict)
            : NotFound();
    }

    [HttpGet("template")]
    public async Task<IActionResult> Template() => View(await queries.TemplateAsync(Aborted));

    [HttpPost("template")]
    public async Task<IActionResult> Template([Bind(Prefix = "Form")] MemoForm form)
    {
        var verdict = ModelState.IsValid ? await commands.SaveTemplateAsync(form, HttpContext.Actor(), Aborted) : Refusals.Faulty;
        if (verdict.IsAllowed)
        {
            TempData["Done"] = "已儲存簽稿範本；之後新擬的簽稿用這份範本。";
            return LocalRedirect("~/memos/template");
        }
        return Again("Template", (await queries.TemplateAsync(Aborted)).With(form, verdict), verdict);
    }

    /// <summary>The page once more with what was typed, and why it was not taken.</summary>
    private ViewResult Again(string view, object page, Verdict verdict)
    {
        Response.StatusCode = Refusals.StatusOf(verdict);
        ModelState.Remove("Form.VersionShown");
        Refusals.Tell(ModelState, verdict);
        return View(view, page);
    }
}
