using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Reviews;

[Route("Reviews")]
public sealed class ReviewsController(ReviewsQueries queries, ReviewsCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync(HttpContext.Actor(), HttpContext.RequestAborted));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) =>
        await queries.ShowAsync(id, HttpContext.Actor(), HttpContext.RequestAborted) is { } page ? View(page) : NotFound();

    [HttpPost("{id:int}/approve"), RequestFormLimits(ValueCountLimit = 10_000)]
    public Task<IActionResult> Approve([FromRoute] int id, ReturnForm form) =>
        DecideAsync(id, form, commands.ApproveAsync, "已核可，等候研發小組彙整。");

    [HttpPost("{id:int}/return"), RequestFormLimits(ValueCountLimit = 10_000)]
    public Task<IActionResult> Return([FromRoute] int id, ReturnForm form) =>
        DecideAsync(id, form, commands.ReturnAsync, "已退回補正，承辦人會在各列看到缺失與期限。");

    private async Task<IActionResult> DecideAsync(
        int id, ReturnForm form, Func<int, ReturnForm, Actor, Task<Verdict?>> decide, string done)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAgainAsync(id, form, StatusCodes.Status422UnprocessableEntity);
        }
        var verdict = await decide(id, form, HttpContext.Actor());
        if (verdict is null)
        {
            return NotFound();
        }
        if (verdict.IsAllowed)
        {
            TempData["Done"] = done;
            return LocalRedirect("~/Reviews");
        }
        ModelState.AddModelError("", verdict.Sentence);
        return await ShowAgainAsync(id, form, StatusOf(verdict));
    }

    private static int StatusOf(Verdict verdict) => verdict.Rule switch
    {
        ReviewsCommands.Changed => StatusCodes.Status409Conflict,
        "defects-written" or "mend-by" or "return-without-defect" => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status403Forbidden,
    };

    /// <summary>The filing as it stands now, with the texts that were typed.</summary>
    private async Task<IActionResult> ShowAgainAsync(int id, ReturnForm form, int status)
    {
        if (await queries.ShowAsync(id, HttpContext.Actor(), HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }
        Response.StatusCode = status;
        return View("Show", page with { Form = form });
    }
}
