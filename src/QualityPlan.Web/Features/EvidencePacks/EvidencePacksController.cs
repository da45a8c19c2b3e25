using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using QualityPlan.Web.Books.Packs;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>佐證資料包: the evidence of a plan by the criteria of a list, looked at and taken away.</summary>
[Route("evidence-packs")]
public sealed class EvidencePacksController(PacksQueries queries, PacksCommands commands, ILogger<EvidencePacksController> log) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync(HttpContext.Actor(), Aborted));

    [HttpGet("lists/{listId:int}/pack/{planId:int}")]
    public async Task<IActionResult> Show(int listId, int planId, PackSpan span, bool read) =>
        await queries.PackAsync(span.Of(listId, planId), read, HttpContext.Actor(), Aborted) is { } page ? View(page) : NotFound();

    [HttpGet("lists/{listId:int}/pack/{planId:int}/book")]
    public async Task<IActionResult> Book(int listId, int planId, PackSpan span, string? format) =>
        await commands.TakeIndexAsync(span.Of(listId, planId), format, HttpContext.Actor(), Aborted) is { } index
            ? File(index.Bytes, index.ContentType, index.FileName)
            : NotFound();

    /// <summary>Streams the zip. When a file breaks on the way the connection is cut, so that nobody takes half a pack for a whole one.</summary>
    [HttpGet("lists/{listId:int}/pack/{planId:int}/zip")]
    public async Task<IActionResult> Download(int listId, int planId, PackSpan span)
    {
        var (wish, actor) = (span.Of(listId, planId), HttpContext.Actor());
        if (await commands.TakeAsync(wish, actor, Aborted) is not { } taken)
        {
            return NotFound();
        }
        HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        Response.ContentType = "application/zip";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(taken.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        try
        {
            await commands.SendAsync(wish, taken, (Response.Body, actor), Aborted);
        }
        catch (PackBrokenException broken)
        {
            log.LogError(broken, "Evidence pack of list {List} and plan {Plan} was cut off.", listId, planId);
            HttpContext.Abort();
        }
        return new EmptyResult();
    }
}

/// <summary>The quarters of a pack by the query string, 1 to 4, inclusive.</summary>
public sealed record PackSpan
{
    public int From { get; init; } = 1;

    public int To { get; init; } = 4;

    public PackWish Of(int listId, int planId) => new PackWish(listId, planId, From, To).InOrder();
}
