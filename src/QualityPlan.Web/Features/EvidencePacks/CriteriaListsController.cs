using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>評核項目清單: handed in, looked through, taken over; renamed, deleted.</summary>
[Route("evidence-packs/lists")]
public sealed class CriteriaListsController(
    CriteriaQueries queries, CriteriaCommands commands, TimeProvider clock, ILogger<CriteriaListsController> log) : Controller
{
    /// <summary>Large enough that the refusal can name the size of a file over the limit.</summary>
    private const long MostBytes = 100 * 1024 * 1024;

    private const int MostPastedCharacters = 12 * 1024 * 1024;
    private const int MostBoxes = 20_000;
    private const string Room = "/Features/EvidencePacks/";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("new")]
    public IActionResult New() => View(Room + "New.cshtml", new NewListPage());

    [HttpPost("upload"), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Upload([Bind(Prefix = "Upload")] CriteriaUploadForm form)
    {
        if (form.File is not { } file)
        {
            return Refused("Upload.File", "請選擇評核項目清單的檔案。");
        }
        await using var content = file.OpenReadStream();
        return Preview(CriteriaFile.Read(file.FileName, content), "Upload.File");
    }

    [HttpPost("paste"), RequestSizeLimit(MostBytes), RequestFormLimits(ValueLengthLimit = MostPastedCharacters, MultipartBodyLengthLimit = MostBytes)]
    public IActionResult Paste([Bind(Prefix = "Paste")] CriteriaPasteForm form) =>
        !ModelState.IsValid ? Refused("", "")
        : string.IsNullOrWhiteSpace(form.Text) ? Refused("Paste.Text", "請先貼上評核項目清單。")
        : Preview(CriteriaFile.ReadPasted(form.Text), "Paste.Text");

    [HttpPost("accept"), RequestFormLimits(ValueCountLimit = MostBoxes)]
    public async Task<IActionResult> Accept([Bind(Prefix = "Form")] CriteriaImportForm form)
    {
        var faults = CriteriaRule.FaultsOf([.. form.Rows.Select(row => row.ToLine())]);
        for (var at = 0; at < faults.Count; at++)
        {
            if (faults[at].Length > 0 && ModelState.ErrorCount < 50)
            {
                ModelState.AddModelError($"Form.Rows[{at}].Title", $"第 {form.Rows[at].SourceLine} 列：{faults[at]}");
            }
        }
        if (ModelState.IsValid)
        {
            var (id, verdict) = await commands.AcceptAsync(form, HttpContext.Actor(), Aborted);
            if (id is not null)
            {
                TempData["Done"] = "已建立評核項目清單。接著對應推動作法。";
                return LocalRedirect($"~/evidence-packs/lists/{id}");
            }
            Refusals.Tell(ModelState, verdict, verdict == CriteriaCommands.NameTaken ? "Form.List.Name" : "");
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Room + "Preview.cshtml", new CriteriaPreviewPage(form) { Remarks = faults });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) =>
        await queries.ShowAsync(id, HttpContext.Actor(), Aborted) is { } page ? View(Room + "List.cshtml", page) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Describe([FromRoute] int id, [Bind(Prefix = "Form")] CriteriaListForm form)
    {
        var verdict = ModelState.IsValid ? await commands.DescribeAsync(id, form, HttpContext.Actor(), Aborted) : Refusals.Faulty;
        if (verdict.IsAllowed)
        {
            TempData["Done"] = "已儲存清單名稱。";
            return LocalRedirect($"~/evidence-packs/lists/{id}");
        }
        return verdict != VerdictAnswers.Unknown && await queries.ShowAsync(id, HttpContext.Actor(), Aborted) is { } page
            ? Again("List.cshtml", page with { Form = Anew(form, page.Form.Version, verdict) }, verdict)
            : NotFound();
    }

    [HttpGet("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id) =>
        await queries.DeleteAsync(id, null, Aborted) is { } page ? View(Room + "Delete.cshtml", page) : NotFound();

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete([FromRoute] int id, int version)
    {
        var verdict = await commands.DeleteAsync(id, version, HttpContext.Actor(), Aborted);
        if (verdict.IsAllowed)
        {
            TempData["Done"] = "已刪除評核項目清單。";
            return LocalRedirect("~/evidence-packs");
        }
        return verdict != VerdictAnswers.Unknown && await queries.DeleteAsync(id, null, Aborted) is { } page
            ? Again("Delete.cshtml", page, verdict)
            : NotFound();
    }

    /// <summary>What was typed; after somebody else's change the next save goes over it, for he has seen it.</summary>
    private CriteriaListForm Anew(CriteriaListForm form, int version, Verdict verdict)
    {
        ModelState.Remove("Form.Version");
        form.Version = verdict.IsChangedMeanwhile() ? version : form.Version;
        return form;
    }

    private ViewResult Again(string view, object page, Verdict verdict)
    {
        Response.StatusCode = verdict == CriteriaCommands.NameTaken ? StatusCodes.Status422UnprocessableEntity : Refusals.StatusOf(verdict);
        Refusals.Tell(ModelState, verdict);
        return View(Room + view, page);
    }

    private IActionResult Preview(CriteriaFileReading file, string box) => file.List is { } list
        ? View(Room + "Preview.cshtml", CriteriaPreviewPage.Of(list, RocYear.FromDate(TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime))))
        : Refused(box, file.Refusal!.WithNumbers(HttpContext, log));

    private ViewResult Refused(string box, string sentence)
    {
        if (sentence.Length > 0)
        {
            ModelState.AddModelError(box, sentence);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Room + "New.cshtml", new NewListPage());
    }
}
