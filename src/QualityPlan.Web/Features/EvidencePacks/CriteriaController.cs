using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>The criteria of a list, one at a time.</summary>
[Route("evidence-packs/lists/{listId:int}/criteria")]
public sealed class CriteriaController(CriteriaQueries queries, CriteriaCommands commands) : Controller
{
    private const string EditView = "/Features/EvidencePacks/Criterion.cshtml";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("new")]
    public Task<IActionResult> New(int listId) => FormAsync(listId, null, null);

    [HttpPost("new")]
    public Task<IActionResult> New([FromRoute] int listId, [Bind(Prefix = "Form")] CriterionForm form) => SaveAsync(listId, null, form);

    [HttpGet("{id:int}")]
    public Task<IActionResult> Edit(int listId, int id) => FormAsync(listId, id, null);

    [HttpPost("{id:int}")]
    public Task<IActionResult> Edit([FromRoute] int listId, [FromRoute] int id, [Bind(Prefix = "Form")] CriterionForm form) => SaveAsync(listId, id, form);

    [HttpGet("{id:int}/delete")]
    public async Task<IActionResult> Delete(int listId, int id) =>
        await queries.DeleteAsync(listId, id, Aborted) is { } page ? View("/Features/EvidencePacks/Delete.cshtml", page) : NotFound();

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete([FromRoute] int listId, [FromRoute] int id, int version)
    {
        var verdict = await commands.RemoveAsync(listId, id, (version, HttpContext.Actor()), Aborted);
        if (verdict.IsAllowed)
        {
            TempData["Done"] = "已刪除評核項目。";
            return LocalRedirect($"~/evidence-packs/lists/{listId}");
        }
        if (verdict == VerdictAnswers.Unknown || await queries.DeleteAsync(listId, id, Aborted) is not { } page)
        {
            return NotFound();
        }
        Response.StatusCode = StatusOf(verdict);
        Refusals.Tell(ModelState, verdict);
        return View("/Features/EvidencePacks/Delete.cshtml", page);
    }

    private async Task<IActionResult> SaveAsync(int listId, int? id, CriterionForm form)
    {
        var verdict = ModelState.IsValid ? await commands.SaveAsync(listId, id, (form, HttpContext.Actor()), Aborted) : Refusals.Faulty;
        if (verdict.IsAllowed)
        {
            TempData["Done"] = id is null ? "已新增評核項目。" : "已儲存評核項目。";
            return LocalRedirect($"~/evidence-packs/lists/{listId}");
        }
        if (verdict == VerdictAnswers.Unknown)
        {
            return NotFound();
        }
        Response.StatusCode = StatusOf(verdict);
        Refusals.Tell(ModelState, verdict, verdict.Rule switch
        {
            "criterion-number" => "Form.Number",
            "criterion-parent" => "Form.ParentId",
            _ => "",
        });
        if (verdict.IsChangedMeanwhile())
        {
            ModelState.Remove("Form.Version");
            form.Version = (await queries.EditAsync(listId, id, null, Aborted))?.Form.Version ?? form.Version;
        }
        return await FormAsync(listId, id, form);
    }

    private async Task<IActionResult> FormAsync(int listId, int? id, CriterionForm? typed) =>
        await queries.EditAsync(listId, id, typed, Aborted) is { } page ? View(EditView, page) : NotFound();

    private static int StatusOf(Verdict verdict) => verdict.Rule.StartsWith("criteri", StringComparison.Ordinal)
        ? StatusCodes.Status422UnprocessableEntity
        : Refusals.StatusOf(verdict);
}
