using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Outline;

/// <summary>The rows of a draft: 推動作法 with deadline and units.</summary>
[Route("plans/{planId:int}/outline/rows")]
public sealed class OutlineRowsController(OutlineQueries outline, RowFormQueries queries, RowCommands commands) : Controller
{
    private const string Form = "/Features/Outline/Row.cshtml";

    [HttpGet("new")]
    public Task<IActionResult> New(int planId, int? item, CancellationToken cancellation) => ShowAsync(
        planId, async plan => await queries.PageAsync(plan, null, new RowForm { ItemId = item }, cancellation) with { Then = "outline" },
        cancellation);

    [HttpGet("{id:int}")]
    public Task<IActionResult> Edit(int planId, int id, string? then, CancellationToken cancellation) => ShowAsync(
        planId, async plan => await queries.EditAsync(plan, id, cancellation) is { } page ? page with { Then = then } : null,
        cancellation);

    [HttpPost("new")]
    public Task<IActionResult> New(
        int planId, [Bind(Prefix = "Form")] RowForm form, RowAct act, CancellationToken cancellation) =>
        SaveAsync(planId, new PostedRow(null, form, act),
            () => commands.AddAsync(planId, form, HttpContext.Actor(), cancellation), cancellation);

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(
        int planId, int id, [Bind(Prefix = "Form")] RowForm form, RowAct act, CancellationToken cancellation) =>
        act.Resolve == "theirs"
            ? LocalRedirect($"~/plans/{planId}/outline/rows/{id}")
            : await SaveAsync(planId, new PostedRow(id, form, act), async () =>
                await commands.EditAsync(planId, id, form, HttpContext.Actor(), cancellation) is { } verdict ? (verdict, id) : null,
                cancellation);

    [HttpPost("reading")]
    public async Task<IActionResult> Reading(
        int planId, [Bind(Prefix = "Form")] RowForm form, CancellationToken cancellation) =>
        await outline.LabelAsync(planId, cancellation) is { State: PlanState.Draft } plan
            ? PartialView("/Features/Outline/_Reading.cshtml", await queries.ReadAsync(plan, form, cancellation))
            : NotFound();

    [HttpPost("{id:int}/move")]
    public async Task<IActionResult> Move(int planId, int id, DraftStep step, CancellationToken cancellation)
    {
        var change = new DraftChange(planId, step.Version, HttpContext.Actor());
        return ModelState.IsValid
            ? Leave(await commands.MoveAsync(change, id, step.By, cancellation), $"~/plans/{planId}/outline#r{id}", null)
            : NotFound();
    }

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(
        int planId, int id, [Bind(Prefix = "Form")] DraftStep step, CancellationToken cancellation) =>
        Leave(await commands.DeleteAsync(planId, id, step.Version, HttpContext.Actor(), cancellation),
            $"~/plans/{planId}/outline", "推動作法已刪除。");

    private async Task<IActionResult> SaveAsync(
        int planId, PostedRow posted, Func<Task<(Verdict Verdict, int Id)?>> save, CancellationToken cancellation)
    {
        if (posted.Act.SavesNothing)
        {
            posted.Act.Apply(posted.Form);
            ModelState.Clear();
            return await AgainAsync(planId, posted, false, cancellation);
        }
        CheckDays(posted.Form);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(planId, posted, false, cancellation);
        }
        if (await save() is not { } saved)
        {
            return NotFound();
        }
        if (saved.Verdict.IsAllowed)
        {
            return Leave(saved.Verdict, posted.Act.Target(planId, saved.Id), "推動作法已儲存。");
        }
        ModelState.AddModelError("", saved.Verdict.Sentence);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await AgainAsync(planId, posted, saved.Verdict.Rule == Refusals.StaleRule, cancellation);
    }

    /// <summary>The form once more with what was typed; when somebody saved in between, with both texts.</summary>
    private Task<IActionResult> AgainAsync(int planId, PostedRow posted, bool isStale, CancellationToken cancellation) =>
        ShowAsync(planId, async plan =>
        {
            var page = await queries.PageAsync(plan, posted.Id, posted.Form, cancellation) with { Then = posted.Act.Then };
            if (posted.Id is not { } id || !(isStale || posted.Act.Resolve == "merge")
                || await queries.ConflictAsync(plan, id, posted.Form, cancellation) is not { } conflict)
            {
                return page;
            }
            posted.Form.Version = conflict.Version;
            return page with { Conflict = conflict.Text, IsMerging = !isStale };
        }, cancellation);

    private async Task<IActionResult> ShowAsync(
        int planId, Func<DraftLabel, Task<EditRowPage?>> read, CancellationToken cancellation)
    {
        var plan = await outline.LabelAsync(planId, cancellation);
        if (plan is { State: not PlanState.Draft })
        {
            TempData["Refused"] = Refusals.NoDraft;
            return LocalRedirect($"~/plans/{planId}");
        }
        return plan is not null && await read(plan) is { } page ? View(Form, page) : NotFound();
    }

    private void CheckDays(RowForm form)
    {
        foreach (var unread in form.ReadDays().Where(day => day.Date is null && form.Choice == DeadlineChoice.Dated))
        {
            ModelState.AddModelError("Form.Days", unread.Reason);
        }
    }

    private IActionResult Leave(Verdict? verdict, string target, string? done)
    {
        if (verdict is null)
        {
            return NotFound();
        }
        TempData[verdict.IsAllowed ? "Done" : "Refused"] = verdict.IsAllowed ? done : verdict.Sentence;
        return LocalRedirect(target);
    }
}

/// <summary>One posted form of a row; no id while it is new.</summary>
public sealed record PostedRow(int? Id, RowForm Form, RowAct Act);
