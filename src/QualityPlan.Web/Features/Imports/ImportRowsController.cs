using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Imports;

/// <summary>One row, heading or chapter of a reading: mended, split, joined and moved, each press one step that can be undone.</summary>
[Route("Imports")]
public sealed class ImportRowsController(RowQueries queries, RepairCommands repairs) : Controller
{
    [HttpGet("Row/{id:int}/{row:int}")]
    public async Task<IActionResult> Row(int id, int row, CancellationToken cancellation) =>
        Show("Row", await queries.RowAsync((id, row), null, HttpContext.Actor(), cancellation));

    [HttpPost("Row/{id:int}/{row:int}")]
    public async Task<IActionResult> Row(
        int id, int row, [Bind(Prefix = "Form")] ImportRowForm form, string? act, CancellationToken cancellation)
    {
        var outcome = ModelState.IsValid
            ? await repairs.DoAsync(new DraftVersion(id, form.Version),
                content => RowStep.Of(content, row, form, TreeAct.Read(act)), HttpContext.Actor(), cancellation)
            : StepOutcome.Invalid;
        return outcome is { May.IsAllowed: true }
            ? Back(id, outcome, $"?at={row}#row-{row}")
            : Again("Row", outcome, await queries.RowAsync((id, row), form, HttpContext.Actor(), cancellation));
    }

    [HttpGet("Heading/{id:int}/{row:int}/{field}")]
    public async Task<IActionResult> Heading(int id, int row, PlanField field, CancellationToken cancellation) =>
        Show("Heading", await queries.HeadingAsync((id, row, field), null, HttpContext.Actor(), cancellation));

    [HttpPost("Heading/{id:int}/{row:int}/{field}")]
    public async Task<IActionResult> Heading(
        int id, int row, PlanField field, [Bind(Prefix = "Form")] ImportHeadingForm form, string? act, CancellationToken cancellation)
    {
        var outcome = ModelState.IsValid
            ? await repairs.DoAsync(new DraftVersion(id, form.Version),
                content => RowStep.Of(content, (row, field), form, TreeAct.Read(act)), HttpContext.Actor(), cancellation)
            : StepOutcome.Invalid;
        return outcome is { May.IsAllowed: true }
            ? Back(id, outcome, $"?at={row}#row-{row}")
            : Again("Heading", outcome, await queries.HeadingAsync((id, row, field), form, HttpContext.Actor(), cancellation));
    }

    [HttpGet("Chapters/{id:int}/new"), HttpGet("Chapters/{id:int}/{index:int}")]
    public async Task<IActionResult> Chapter(int id, int? index, CancellationToken cancellation) =>
        Show("Chapter", await queries.ChapterAsync((id, index), null, HttpContext.Actor(), cancellation));

    [HttpPost("Chapters/{id:int}/new"), HttpPost("Chapters/{id:int}/{index:int}")]
    public async Task<IActionResult> Chapter(
        int id, int? index, [Bind(Prefix = "Form")] ImportChapterForm form, CancellationToken cancellation)
    {
        var outcome = ModelState.IsValid
            ? await repairs.DoAsync(new DraftVersion(id, form.Version),
                content => RowStep.Of(content, index, form), HttpContext.Actor(), cancellation)
            : StepOutcome.Invalid;
        return outcome is { May.IsAllowed: true }
            ? Back(id, outcome, "#chapters")
            : Again("Chapter", outcome, await queries.ChapterAsync((id, index), form, HttpContext.Actor(), cancellation));
    }

    private IActionResult Show(string view, object? page) => page is null ? NotFound() : View($"/Features/Imports/{view}.cshtml", page);

    private LocalRedirectResult Back(int id, StepOutcome outcome, string anchor)
    {
        TempData["Done"] = outcome.Done.Length > 0 ? outcome.Done + "。" : "沒有變更。";
        return LocalRedirect($"~/Imports/Preview/{id}{anchor}");
    }

    /// <summary>The page once more with what was typed and why it was not taken over.</summary>
    private IActionResult Again(string view, StepOutcome? outcome, object? page)
    {
        if (outcome is null || page is null)
        {
            return NotFound();
        }
        if (outcome.May.Sentence.Length > 0)
        {
            ModelState.Clear();
            ModelState.AddModelError("", outcome.May.Sentence);
        }
        Response.StatusCode = outcome.IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View($"/Features/Imports/{view}.cshtml", page);
    }
}
