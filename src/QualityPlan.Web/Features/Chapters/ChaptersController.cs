using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Chapters;

/// <summary>Title, column headings and chapters of a draft.</summary>
[Route("plans/{planId:int}/chapters")]
public sealed class ChaptersController(ChaptersQueries queries, ChaptersCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int planId, CancellationToken cancellation) =>
        Draft(planId, await queries.IndexAsync(planId, cancellation), page => page.Plan.State, "Index");

    [HttpPost("")]
    public async Task<IActionResult> Index(int planId, [Bind(Prefix = "Form")] AboutForm form, CancellationToken cancellation) =>
        await SaveAsync(planId, () => commands.DescribeAsync(Change(planId, form.Version), form, cancellation))
        ?? await Index(planId, cancellation);

    [HttpGet("new")]
    public Task<IActionResult> New(int planId, CancellationToken cancellation) => FormAsync(planId, null, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> New(int planId, [Bind(Prefix = "Form")] ChapterForm form, CancellationToken cancellation) =>
        await SaveAsync(planId, () => commands.AddAsync(Change(planId, form.Version), form, cancellation))
        ?? await FormAsync(planId, null, cancellation);

    [HttpGet("{id:int}")]
    public Task<IActionResult> Edit(int planId, int id, CancellationToken cancellation) => FormAsync(planId, id, cancellation);

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(
        int planId, int id, [Bind(Prefix = "Form")] ChapterForm form, CancellationToken cancellation) =>
        await SaveAsync(planId, () => commands.EditAsync(Change(planId, form.Version), id, form, cancellation))
        ?? await FormAsync(planId, id, cancellation);

    [HttpPost("{id:int}/move")]
    public async Task<IActionResult> Move(int planId, int id, DraftStep step, CancellationToken cancellation) =>
        ModelState.IsValid
            ? Leave(planId, await commands.MoveAsync(Change(planId, step.Version), id, step.By, cancellation), null)
            : NotFound();

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int planId, int id, DraftStep step, CancellationToken cancellation) =>
        Leave(planId, await commands.DeleteAsync(Change(planId, step.Version), id, cancellation), "章節已刪除。");

    private async Task<IActionResult> FormAsync(int planId, int? id, CancellationToken cancellation) =>
        Draft(planId, await queries.EditAsync(planId, id, cancellation), page => page.Plan.State, "Edit");

    /// <summary>The page of a draft; a plan that is none shows itself and says why.</summary>
    private IActionResult Draft<T>(int planId, T? page, Func<T, PlanState> state, string view)
        where T : class
    {
        if (page is null)
        {
            return NotFound();
        }
        if (state(page) == PlanState.Draft)
        {
            return View(view, page);
        }
        TempData["Refused"] = Refusals.NoDraft;
        return LocalRedirect($"~/plans/{planId}");
    }

    /// <summary>Where to go when it is done, or null: the form comes back with what was typed.</summary>
    private async Task<IActionResult?> SaveAsync(int planId, Func<Task<Verdict?>> save)
    {
        if (!ModelState.IsValid)
        {
            return null;
        }
        var verdict = await save();
        if (verdict is null or { IsAllowed: true })
        {
            return Leave(planId, verdict, "已儲存。");
        }
        ModelState.AddModelError("", verdict.Sentence);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return null;
    }

    private IActionResult Leave(int planId, Verdict? verdict, string? done)
    {
        if (verdict is null)
        {
            return NotFound();
        }
        TempData[verdict.IsAllowed ? "Done" : "Refused"] = verdict.IsAllowed ? done : verdict.Sentence;
        return LocalRedirect($"~/plans/{planId}/chapters");
    }

    private DraftChange Change(int planId, int version) => new(planId, version, HttpContext.Actor());
}
