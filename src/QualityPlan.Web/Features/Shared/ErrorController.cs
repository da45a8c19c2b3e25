using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace QualityPlan.Web.Features.Shared;

/// <summary>The pages for what went wrong, for everyone: reached by the pipeline only, at <c>/Error/{code}</c>.</summary>
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorController : Controller
{
    [Route("/Error/{code:int:range(400,599)}")]
    public IActionResult Show()
    {
        // Not a parameter: after a form that cannot be read, binding would fail here again.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var wasRerouted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = wasRerouted ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = shown;
        return View("Error", ErrorPage.For(shown, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier));
    }
}
