using Microsoft.AspNetCore.Mvc;

namespace QualityPlan.Web.Features.Shared;

/// <summary>Asked by the warning before an idle session ends: any answered request prolongs the session.</summary>
public sealed class SessionController : Controller
{
    [HttpGet("/session")]
    public IActionResult Prolong() => NoContent();
}
