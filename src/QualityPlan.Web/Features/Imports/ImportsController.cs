using Microsoft.AspNetCore.Mvc;
using QualityPlan.Documents.Reading;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Imports;

/// <summary>匯入: a plan's file or a pasted table becomes a reading, kept as a draft to be repaired.</summary>
public sealed class ImportsController(ImportsQueries queries, ImportsCommands commands, ILogger<ImportsController> log) : Controller
{
    /// <summary>Large enough that the refusal can name the size of a file over the limit.</summary>
    private const long MostBytes = 100 * 1024 * 1024;

    private const int MostPastedCharacters = 12 * 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation, int page = 1) =>
        View(await queries.IndexAsync(page, HttpContext.Actor(), cancellation));

    [HttpPost, RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Upload([Bind(Prefix = "Upload")] UploadForm form, CancellationToken cancellation)
    {
        if (form.File is not { } file)
        {
            ModelState.AddModelError("Upload.File", "請選擇要匯入的檔案。");
            return await ShowIndexAsync(cancellation);
        }
        await using var stream = file.OpenReadStream();
        if (file.Length > ReadingLimits.ImportBytes)
        {
            return await BeginAsync(PlanFile.RefuseLarge(file.FileName, stream), "Upload.File", cancellation);
        }
        var bytes = new byte[file.Length];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return await BeginAsync(PlanFile.Read(file.FileName, bytes), "Upload.File", cancellation);
    }

    [HttpPost, RequestSizeLimit(MostBytes), RequestFormLimits(ValueLengthLimit = MostPastedCharacters, MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Paste([Bind(Prefix = "Paste")] PasteForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid && string.IsNullOrWhiteSpace(form.Text))
        {
            ModelState.AddModelError("Paste.Text", "請先貼上計畫的表格。");
        }
        return ModelState.IsValid
            ? await BeginAsync(PlanFile.ReadPasted(form.Text), "Paste.Text", cancellation)
            : await ShowIndexAsync(cancellation);
    }

    private async Task<IActionResult> BeginAsync(PlanFileReading file, string box, CancellationToken cancellation)
    {
        var (begun, refusal) = await commands.BeginAsync(file, HttpContext.Actor(), cancellation);
        if (begun is not null)
        {
            return LocalRedirect($"~/Imports/{(begun.IsUnread ? "Columns" : "Preview")}/{begun.DraftId}");
        }
        ModelState.AddModelError(box, refusal!.WithNumbers(HttpContext, log));
        return await ShowIndexAsync(cancellation);
    }

    private async Task<IActionResult> ShowIndexAsync(CancellationToken cancellation)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Index), await queries.IndexAsync(1, HttpContext.Actor(), cancellation));
    }
}
