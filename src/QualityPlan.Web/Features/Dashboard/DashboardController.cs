using Microsoft.AspNetCore.Mvc;

namespace QualityPlan.Web.Features.Dashboard;

public sealed class DashboardController : Controller
{
    [HttpGet]
    public IActionResult Index() => View();
}
