using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Shared;

/// <summary>The pages for what went wrong, for everyone: reached by the pipeline only, at <c>/Error/{code}</c>.</summary>
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorController : Controller
{
    [Route("/Error/{code:int:range(400,599)}")]
    public async Task<IActionResult> Show()
    {
        // Not a parameter: after a form that cannot be read, binding would fail here again.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var wasRerouted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var shown = wasRerouted ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = shown;
        var page = ErrorPage.For(shown, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);
        return View("Error", shown == StatusCodes.Status401Unauthorized
            ? page with { SignInAgain = PermissionGate.SignInAddress(Request, WhereOneWas(), timedOut: true), Typed = await TypedTexts.ReadAsync(Request) }
            : page);
    }

    /// <summary>The page a form was sent from, when it is ours.</summary>
    private string WhereOneWas() =>
        Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == Request.Host.Value
            ? from.PathAndQuery
            : Request.PathBase + "/";
}
