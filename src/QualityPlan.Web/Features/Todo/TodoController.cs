using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Todo;

/// <summary>我的待辦, the first page of everyone who is signed in.</summary>
public sealed class TodoController(TodoQueries queries) : Controller
{
    [HttpGet("/"), HttpGet("/Todo")]
    public async Task<IActionResult> Index() => View(await queries.IndexAsync(HttpContext.Actor(), HttpContext.RequestAborted));
}
