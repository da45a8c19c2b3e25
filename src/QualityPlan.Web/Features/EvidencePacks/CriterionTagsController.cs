using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>對應: which rows of a plan answer to which criterion.</summary>
[Route("evidence-packs/lists/{listId:int}/tags/{planId:int}")]
public sealed class CriterionTagsController(TagsQueries queries, TagsCommands commands) : Controller
{
    private const int MostBoxes = 50_000;
    private const string Page = "/Features/EvidencePacks/Tags.cshtml";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index(int listId, int planId, TagsFilter filter) =>
        await queries.PageAsync(listId, planId, (filter, HttpContext.Actor()), Aborted) is { } page ? View(Page, page) : NotFound();

    [HttpPost(""), RequestFormLimits(ValueCountLimit = MostBoxes)]
    public async Task<IActionResult> Save([FromRoute] int listId, [FromRoute] int planId, [FromQuery] TagsFilter filter, [Bind(Prefix = "Form")] CriterionTagsForm form)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }
        var outcome = await commands.SaveAsync(listId, planId, (form, HttpContext.Actor()), Aborted);
        if (await queries.PageAsync(listId, planId, (filter with { Criterion = form.Criterion }, HttpContext.Actor()), Aborted) is not { } page
            || outcome.Verdict == VerdictAnswers.Unknown)
        {
            return NotFound();
        }
        if (!outcome.Verdict.IsAllowed)
        {
            Response.StatusCode = Refusals.StatusOf(outcome.Verdict);
            Refusals.Tell(ModelState, outcome.Verdict);
            return View(Page, page);
        }
        TempData["Done"] = outcome.Sentence;
        var next = page.Criteria.Where(one => !one.Place.IsGroup).SkipWhile(one => one.Place.Id != form.Criterion).Skip(1).FirstOrDefault();
        return LocalRedirect("~" + page.HrefOf(form.GoesOn && next is not null ? next.Place.Id : form.Criterion));
    }
}
