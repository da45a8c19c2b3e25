using Microsoft.AspNetCore.Mvc;
using QualityPlan.Domain;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>彙整: who has filed, what the units wrote beside the compiled wording, and the way up to the conveners.</summary>
[Route("compiling")]
public sealed class CompilingController(
    CompilingQueries queries, CompilingCommands commands, SendUpCommands sendUp, WordingCommands wording) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("{roundId:int?}")]
    public async Task<IActionResult> Index(int? roundId, int? round) =>
        await queries.IndexAsync(roundId ?? round, HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("{roundId:int}/chase")]
    public async Task<IActionResult> Chase([FromRoute] int roundId, ChaseForm form) =>
        Told(roundId, await commands.ChaseAsync(roundId, form, HttpContext.Actor(), Aborted), "已記錄催辦。");

    [HttpPost("{roundId:int}/compile")]
    public async Task<IActionResult> Compile([FromRoute] int roundId, CompileForm form) =>
        Told(roundId, await commands.CompileAsync(roundId, form, HttpContext.Actor(), Aborted), "已列入彙整。");

    [HttpGet("{roundId:int}/units/{unitId:int}")]
    public async Task<IActionResult> Filing(int roundId, int unitId) =>
        await queries.FilingAsync(new FilingKey(roundId, unitId), HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("{roundId:int}/units/{unitId:int}/return")]
    public async Task<IActionResult> Return([FromRoute] int roundId, [FromRoute] int unitId, ReturnForm form)
    {
        var key = new FilingKey(roundId, unitId);
        var verdict = ModelState.IsValid
            ? await commands.ReturnAsync(key, form, HttpContext.Actor(), Aborted)
            : Refusals.Faulty;
        if (verdict is { IsAllowed: true })
        {
            return Told(roundId, verdict, "已退回補正。");
        }
        return verdict is not null && await queries.FilingAsync(key, HttpContext.Actor(), Aborted) is { } page
            ? Again("Filing", page.With(form, verdict.IsChangedMeanwhile()), verdict)
            : NotFound();
    }

    [HttpGet("{roundId:int}/table")]
    public async Task<IActionResult> Table(int roundId, TableFilter filter) =>
        await queries.TableAsync(roundId, filter, HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("{roundId:int}/table")]
    public async Task<IActionResult> Table([FromRoute] int roundId, WordingForm form)
    {
        var saved = ModelState.IsValid
            ? await wording.SaveAsync(roundId, form, HttpContext.Actor(), Aborted)
            : new WordingSaved(Refusals.Faulty);
        if (saved is { Verdict.IsAllowed: true })
        {
            TempData["Done"] = "已儲存彙整文字。";
            return LocalRedirect($"~/compiling/{roundId}/table{form.Filter.ToQuery()}{(form.Then is { } row ? $"#row-{row}" : "")}");
        }
        return saved is not null && await queries.TableAsync(roundId, form.Filter, HttpContext.Actor(), Aborted) is { } page
            ? Again("Table", page.With(form, saved), saved.Verdict, saved.Overtaken)
            : NotFound();
    }

    /// <summary>The boxes of one row, by script.</summary>
    [HttpPost("{roundId:int}/table/autosave")]
    public async Task<IActionResult> Autosave([FromRoute] int roundId, WordingForm form)
    {
        if (!ModelState.IsValid)
        {
            var message = ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage;
            return StatusCode(StatusCodes.Status422UnprocessableEntity, new { message });
        }
        var saved = await wording.SaveAsync(roundId, form, HttpContext.Actor(), Aborted);
        return saved switch
        {
            null => NotFound(),
            { Verdict.IsAllowed: true } => Json(new { values = saved.Stamps }),
            _ => StatusCode(Refusals.StatusOf(saved.Verdict), new { message = saved.Verdict.Sentence, theirs = saved.Theirs.Values.FirstOrDefault() }),
        };
    }

    [HttpGet("{roundId:int}/send-up")]
    public async Task<IActionResult> SendUp(int roundId) =>
        await queries.SendUpAsync(roundId, HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpPost("{roundId:int}/send-up")]
    public async Task<IActionResult> SendUp([FromRoute] int roundId, [Bind(Prefix = "Form")] SendUpForm form)
    {
        var verdict = ModelState.IsValid
            ? await sendUp.SendUpAsync(roundId, form, HttpContext.Actor(), Aborted)
            : Refusals.Faulty;
        if (verdict is { IsAllowed: true })
        {
            return Told(roundId, verdict, "已陳送副召集人核閱。");
        }
        return verdict is not null && await queries.SendUpAsync(roundId, HttpContext.Actor(), Aborted) is { } page
            ? Again("SendUp", page.With(form, verdict.IsChangedMeanwhile()), verdict)
            : NotFound();
    }

    [HttpPost("{roundId:int}/withdraw")]
    public async Task<IActionResult> Withdraw([FromRoute] int roundId, WithdrawForm form) =>
        Told(roundId, await sendUp.WithdrawAsync(roundId, form, HttpContext.Actor(), Aborted), "已抽回，可以繼續編修。");

    /// <summary>Back to the board, with what became of it.</summary>
    private IActionResult Told(int roundId, Verdict? verdict, string done)
    {
        if (verdict is null)
        {
            return NotFound();
        }
        TempData[verdict.IsAllowed ? "Done" : "Refused"] = verdict.IsAllowed ? done : verdict.Sentence;
        return LocalRedirect($"~/compiling/{roundId}");
    }

    /// <summary>The page once more with what was typed, and why it was not taken.</summary>
    private ViewResult Again(string view, object page, Verdict verdict, IEnumerable<string>? boxes = null)
    {
        Response.StatusCode = Refusals.StatusOf(verdict);
        foreach (var box in boxes ?? [""])
        {
            Refusals.Tell(ModelState, verdict, box);
        }
        return View(view, page);
    }
}
