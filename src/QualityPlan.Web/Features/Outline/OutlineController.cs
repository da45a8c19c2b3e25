using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Outline;

/// <summary>The outline of a draft: areas and items. Its rows are next door.</summary>
[Route("plans/{planId:int}/outline")]
public sealed class OutlineController(OutlineQueries queries, StepCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int planId, CancellationToken cancellation) =>
        await queries.LabelAsync(planId, cancellation) switch
        {
            null => NotFound(),
            { State: PlanState.Draft } plan => View(await queries.IndexAsync(plan, cancellation)),
            _ => Elsewhere(planId),
        };

    [HttpGet("areas/new")]
    public Task<IActionResult> NewArea(int planId, int? parent, CancellationToken cancellation) =>
        FormAsync(planId, plan => queries.AreaAsync(plan, null, parent, cancellation), cancellation);

    [HttpGet("areas/{id:int}")]
    public Task<IActionResult> EditArea(int planId, int id, CancellationToken cancellation) =>
        FormAsync(planId, plan => queries.AreaAsync(plan, id, null, cancellation), cancellation);

    [HttpGet("items/new")]
    public Task<IActionResult> NewItem(int planId, int? area, CancellationToken cancellation) =>
        FormAsync(planId, plan => queries.ItemAsync(plan, null, area, cancellation), cancellation);

    [HttpGet("items/{id:int}")]
    public Task<IActionResult> EditItem(int planId, int id, CancellationToken cancellation) =>
        FormAsync(planId, plan => queries.ItemAsync(plan, id, null, cancellation), cancellation);

    [HttpPost("areas/new")]
    public Task<IActionResult> NewArea(int planId, [Bind(Prefix = "Form")] AreaForm form, CancellationToken cancellation) =>
        SaveAsync(planId, form, plan => queries.AreaAsync(plan, null, form.ParentId, cancellation),
            change => commands.SaveAreaAsync(change, null, form, cancellation), cancellation);

    [HttpPost("areas/{id:int}")]
    public Task<IActionResult> EditArea(
        int planId, int id, [Bind(Prefix = "Form")] AreaForm form, CancellationToken cancellation) =>
        SaveAsync(planId, form, plan => queries.AreaAsync(plan, id, null, cancellation),
            change => commands.SaveAreaAsync(change, id, form, cancellation), cancellation);

    [HttpPost("items/new")]
    public Task<IActionResult> NewItem(int planId, [Bind(Prefix = "Form")] StepForm form, CancellationToken cancellation) =>
        SaveAsync(planId, form, plan => queries.ItemAsync(plan, null, form.ParentId, cancellation),
            change => commands.SaveItemAsync(change, null, form, cancellation), cancellation);

    [HttpPost("items/{id:int}")]
    public Task<IActionResult> EditItem(
        int planId, int id, [Bind(Prefix = "Form")] StepForm form, CancellationToken cancellation) =>
        SaveAsync(planId, form, plan => queries.ItemAsync(plan, id, null, cancellation),
            change => commands.SaveItemAsync(change, id, form, cancellation), cancellation);

    [HttpPost("{kind}/{id:int}/move")]
    public async Task<IActionResult> Move(int planId, StepKind kind, int id, DraftStep step, CancellationToken cancellation) =>
        ModelState.IsValid
            ? Back(planId, await commands.MoveAsync(Change(planId, step.Version), kind, id, step.By, cancellation), null)
            : NotFound();

    [HttpPost("{kind}/{id:int}/delete")]
    public async Task<IActionResult> Delete(int planId, StepKind kind, int id, DraftStep step, CancellationToken cancellation) =>
        ModelState.IsValid
            ? Back(planId, await commands.DeleteAsync(Change(planId, step.Version), kind, id, cancellation), "已刪除。")
            : NotFound();

    private async Task<IActionResult> FormAsync(
        int planId, Func<DraftLabel, Task<StepPage?>> read, CancellationToken cancellation) =>
        await queries.LabelAsync(planId, cancellation) switch
        {
            null => NotFound(),
            { State: PlanState.Draft } plan => await read(plan) is { } page ? View("Step", page) : NotFound(),
            _ => Elsewhere(planId),
        };

    private async Task<IActionResult> SaveAsync(
        int planId, StepForm form, Func<DraftLabel, Task<StepPage?>> read,
        Func<DraftChange, Task<Verdict?>> save, CancellationToken cancellation)
    {
        var verdict = ModelState.IsValid ? await save(Change(planId, form.Version)) : Verdict.No("form", "");
        if (verdict is null or { IsAllowed: true })
        {
            return Back(planId, verdict, "已儲存。");
        }
        if (verdict.Sentence.Length > 0)
        {
            ModelState.AddModelError("", verdict.Sentence);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        return await FormAsync(planId, read, cancellation);
    }

    /// <summary>A plan that is no draft shows itself and says why.</summary>
    private LocalRedirectResult Elsewhere(int planId)
    {
        TempData["Refused"] = Refusals.NoDraft;
        return LocalRedirect($"~/plans/{planId}");
    }

    private IActionResult Back(int planId, Verdict? verdict, string? done)
    {
        if (verdict is null)
        {
            return NotFound();
        }
        TempData[verdict.IsAllowed ? "Done" : "Refused"] = verdict.IsAllowed ? done : verdict.Sentence;
        return LocalRedirect($"~/plans/{planId}/outline");
    }

    private DraftChange Change(int planId, int version) => new(planId, version, HttpContext.Actor());
}
