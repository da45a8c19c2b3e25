using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Plans;

[Route("plans")]
public sealed class PlansController(
    PlansQueries list, PlanPageQueries pages, RowQueries rows, ApprovalQueries approvals, PlansCommands commands) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(
        [StringLength(100)] string? q, [Range(1, 10_000)] int page = 1, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(q)
            ? View(await list.ListAsync(page, HttpContext.Actor(), cancellation))
            : View("Search", await list.SearchAsync(q.Trim(), page, HttpContext.Actor(), cancellation));

    [HttpGet("new")]
    public IActionResult New() => View(new NewPlanForm());

    [HttpPost("new")]
    public async Task<IActionResult> New(NewPlanForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return View(form);
        }
        var (planId, isNew) = await commands.BeginAsync(form, HttpContext.Actor(), cancellation);
        TempData["Done"] = isNew
            ? "計畫草案已建立，請新增實施要項、執行項目與推動作法。"
            : "已有同年度、同名稱的草案，為您開啟這一份。";
        return LocalRedirect($"~/plans/{planId}/outline");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, [FromQuery] PlanFilter filter, CancellationToken cancellation) =>
        await pages.ShowAsync(id, filter, HttpContext.Actor(), cancellation) is { } page ? View(page) : NotFound();

    /// <summary>The history of a row: a page of its own, or the part that opens inside the table.</summary>
    [HttpGet("{id:int}/row/{measureId:int}")]
    public async Task<IActionResult> Row(int id, int measureId, CancellationToken cancellation) =>
        await rows.ReadAsync(id, measureId, HttpContext.Actor(), cancellation) is not { } page ? NotFound()
        : Request.Headers.ContainsKey("HX-Request") ? PartialView("_History", page)
        : View(page);

    [HttpGet("{id:int}/approve")]
    public async Task<IActionResult> Approve(int id, CancellationToken cancellation) =>
        await approvals.ApproveAsync(id, null, cancellation) is { } page ? View(page) : NotFound();

    [HttpPost("{id:int}/approve")]
    public async Task<IActionResult> Approve(
        int id, [Bind(Prefix = "Form")] ApproveForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var verdict = await commands.ApproveAsync(id, form, HttpContext.Actor(), cancellation);
            if (verdict is null or { IsAllowed: true })
            {
                return Leave(id, verdict, "計畫已核定，四季填報輪次已建立。");
            }
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", verdict.Sentence);
            return await ApproveAgainAsync(id, form, verdict, cancellation);
        }
        return await ApproveAgainAsync(id, form, null, cancellation);
    }

    [HttpGet("{id:int}/close")]
    public async Task<IActionResult> Close(int id, CancellationToken cancellation) =>
        await approvals.CloseAsync(id, cancellation) is { } page ? View(page) : NotFound();

    [HttpPost("{id:int}/close")]
    public async Task<IActionResult> Close(int id, int version, CancellationToken cancellation) =>
        Leave(id, await commands.CloseAsync(id, version, HttpContext.Actor(), cancellation), "計畫已結案。");

    private IActionResult Leave(int id, Verdict? verdict, string done)
    {
        if (verdict is null)
        {
            return NotFound();
        }
        TempData[verdict.IsAllowed ? "Done" : "Refused"] = verdict.IsAllowed ? done : verdict.Sentence;
        return LocalRedirect($"~/plans/{id}");
    }

    /// <summary>The page once more with what was typed; a plan that is no draft any longer shows itself instead.</summary>
    private async Task<IActionResult> ApproveAgainAsync(int id, ApproveForm form, Verdict? refusal, CancellationToken cancellation)
    {
        if (await approvals.ApproveAsync(id, form, cancellation) is { } page)
        {
            return View(page);
        }
        return Leave(id, refusal, "");
    }
}
