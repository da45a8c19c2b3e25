using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Dashboard;

/// <summary>儀表板: how a plan stands in a quarter, exceptions first, every number a way to its rows.</summary>
public sealed class DashboardController(DashboardQueries queries) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(int? plan, int? quarter, CancellationToken cancellation) =>
        ModelState.IsValid
            ? View(await queries.IndexAsync(new DashboardChoice(plan, quarter), HttpContext.Actor(), cancellation))
            : NotFound();
}
