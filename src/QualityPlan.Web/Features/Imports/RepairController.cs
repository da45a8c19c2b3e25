using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Imports;

/// <summary>The repair screen of an import: the doubts are mended or accepted, then a draft plan is made of it.</summary>
[Route("Imports")]
public sealed class RepairController(
    ImportsQueries queries, ImportsCommands commands, RepairCommands repairs, AcceptCommands accepting) : Controller
{
    private const string PreviewView = "/Features/Imports/Preview.cshtml";

    [HttpGet("Preview/{id:int}")]
    public async Task<IActionResult> Preview(int id, CancellationToken cancellation, int page = 1, bool all = false, int rows = 1, int at = 0) =>
        await queries.PreviewAsync(id, new RepairView(page, all, rows) { At = at }, HttpContext.Actor(), cancellation) switch
        {
            null => NotFound(),
            { IsUnread: true } => LocalRedirect($"~/Imports/Columns/{id}"),
            var preview => View(PreviewView, preview),
        };

    [HttpPost("Save/{id:int}")]
    public async Task<IActionResult> Save(int id, [Bind(Prefix = "Form")] RepairForm form, CancellationToken cancellation)
    {
        var (refused, outcome) = await TrySaveAsync(id, form, cancellation);
        if (outcome is null)
        {
            return refused!;
        }
        if (outcome.Changed > 0)
        {
            TempData["Done"] = outcome.Open == 0
                ? $"已儲存 {outcome.Changed} 項，全部處理完畢，可以建立計畫草案。"
                : $"已儲存 {outcome.Changed} 項，還有 {outcome.Open} 項待處理。";
        }
        return RedirectToAction(nameof(Preview), new { id, page = Page(form), all = form.All ? "true" : null });
    }

    [HttpPost("Accept/{id:int}")]
    public async Task<IActionResult> Accept(int id, [Bind(Prefix = "Form")] RepairForm form, CancellationToken cancellation)
    {
        var (refused, saved) = await TrySaveAsync(id, form, cancellation);
        if (saved is null)
        {
            return refused!;
        }
        var outcome = await accepting.AcceptAsync(id, saved.Version, HttpContext.Actor(), cancellation);
        if (outcome?.PlanId is { } planId)
        {
            TempData["Done"] = "已匯入為草案。補齊待決定的期限與單位後即可核定。";
            return LocalRedirect($"~/plans/{planId}");
        }
        if (outcome is null or { IsStale: true })
        {
            return await ShowStaleAsync(id, form, cancellation);
        }
        TempData["Refused"] = outcome.IsFailed
            ? "資料庫沒有接受這份計畫，因此沒有建立任何資料。請再試一次；若持續發生，請洽系統管理者。"
            : $"還有 {outcome.Open} 項待處理，處理或接受後才能建立計畫草案。";
        return RedirectToAction(nameof(Preview), new { id });
    }

    /// <summary>A button of the tree: what was typed beside the doubts is taken over first.</summary>
    [HttpPost("Step/{id:int}")]
    public async Task<IActionResult> Step(
        int id, [Bind(Prefix = "Form")] RepairForm form, string? act, CancellationToken cancellation)
    {
        if (TreeAct.Read(act) is not { } pressed)
        {
            return NotFound();
        }
        var (refused, saved) = await TrySaveAsync(id, form, cancellation);
        if (saved is null)
        {
            return refused!;
        }
        return await repairs.DoAsync(new DraftVersion(id, saved.Version), pressed.Step, HttpContext.Actor(), cancellation) is { } outcome
            ? Back(id, outcome, pressed.Anchor)
            : NotFound();
    }

    /// <summary>Undoes the last step, or does it again.</summary>
    [HttpPost("Turn/{id:int}")]
    public async Task<IActionResult> Turn(int id, int version, bool back, CancellationToken cancellation) =>
        await repairs.TurnAsync(new DraftVersion(id, version), back, HttpContext.Actor(), cancellation) is { } outcome
            ? Back(id, outcome, "#plan")
            : NotFound();

    [HttpPost("Discard/{id:int}")]
    public async Task<IActionResult> Discard(int id, CancellationToken cancellation)
    {
        if (!await commands.DiscardAsync(id, HttpContext.Actor(), cancellation))
        {
            return NotFound();
        }
        TempData["Done"] = "已捨棄這份匯入，沒有建立計畫。";
        return LocalRedirect("~/Imports");
    }

    private LocalRedirectResult Back(int id, StepOutcome outcome, string anchor)
    {
        TempData[outcome.May.IsAllowed ? "Done" : "Refused"] = outcome.May.IsAllowed ? outcome.Done + "。" : outcome.May.Sentence;
        return LocalRedirect($"~/Imports/Preview/{id}{anchor}");
    }

    private static int? Page(RepairForm form) => form is { All: true, Page: > 1 } ? form.Page : null;

    /// <summary>An outcome when the form was taken over, else the page that says why not.</summary>
    private async Task<(IActionResult? Refused, SaveOutcome? Outcome)> TrySaveAsync(int id, RepairForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return (await ShowTypedAsync(id, form, StatusCodes.Status422UnprocessableEntity, cancellation), null);
        }
        var outcome = await repairs.SaveAsync(id, form, HttpContext.Actor(), cancellation);
        if (outcome is null)
        {
            return (NotFound(), null);
        }
        if (outcome.IsStale)
        {
            return (await ShowStaleAsync(id, form, cancellation), null);
        }
        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(problem.Field.Length == 0 ? "" : "Form." + problem.Field, problem.Sentence);
        }
        return ModelState.IsValid
            ? (null, outcome)
            : (await ShowTypedAsync(id, form, StatusCodes.Status422UnprocessableEntity, cancellation), null);
    }

    private Task<IActionResult> ShowStaleAsync(int id, RepairForm form, CancellationToken cancellation)
    {
        ModelState.Clear(); // The boxes follow the page, not the post: numbers may mean other doubts now.
        ModelState.AddModelError("", "這份匯入已在另一個視窗更新，系統沒有覆蓋。以下保留您剛才輸入的內容，請對照後再儲存一次。");
        return ShowTypedAsync(id, form, StatusCodes.Status409Conflict, cancellation);
    }

    private async Task<IActionResult> ShowTypedAsync(int id, RepairForm form, int status, CancellationToken cancellation)
    {
        var view = new RepairView(form.Page, form.All, 1) { Typed = form };
        if (await queries.PreviewAsync(id, view, HttpContext.Actor(), cancellation) is not { } preview)
        {
            return NotFound();
        }
        Response.StatusCode = status;
        return View(PreviewView, preview);
    }
}
