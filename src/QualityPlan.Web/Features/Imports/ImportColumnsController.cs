using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Features.Imports.Recovery;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Imports;

/// <summary>欄位對應: a person says which column of the file holds what, when no synonym fits.</summary>
[Route("Imports/Columns/{id:int}")]
public sealed class ImportColumnsController(ImportsQueries queries, ImportsCommands commands) : Controller
{
    private const string ColumnsView = "/Features/Imports/Columns.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, CancellationToken cancellation, int table = 0, int? header = null) =>
        await queries.ColumnsAsync(id, null, (table, header), HttpContext.Actor(), cancellation) is { } page
            ? View(ColumnsView, page)
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Index(int id, [Bind(Prefix = "Form")] HeadingsForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && !form.Fields.Contains(PlanField.Approach))
        {
            ModelState.AddModelError("Form.Fields[0]", "請指定哪一欄是推動作法。");
        }
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, form, StatusCodes.Status422UnprocessableEntity, cancellation);
        }
        if (await commands.ChooseAsync(id, form, HttpContext.Actor(), cancellation) is not { } outcome)
        {
            return NotFound();
        }
        if (outcome.Problem.Length > 0)
        {
            ModelState.Clear();
            ModelState.AddModelError("", outcome.Problem);
            var status = outcome.IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(id, form, status, cancellation);
        }
        TempData["Done"] = $"已依欄位對應讀入 {outcome.Rows} 列。";
        return LocalRedirect($"~/Imports/Preview/{id}");
    }

    private async Task<IActionResult> ShowAsync(int id, HeadingsForm form, int status, CancellationToken cancellation)
    {
        if (await queries.ColumnsAsync(id, form, (form.Table, form.Header), HttpContext.Actor(), cancellation) is not { } page)
        {
            return NotFound();
        }
        Response.StatusCode = status;
        return View(ColumnsView, page);
    }
}
