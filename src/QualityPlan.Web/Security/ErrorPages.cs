using Microsoft.AspNetCore.Diagnostics;

namespace QualityPlan.Web.Security;

/// <summary>Whether a request is already being answered with the page of its error.</summary>
public static class ErrorPages
{
    public static bool IsNotFoundPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        && context.Response.StatusCode == StatusCodes.Status404NotFound;

    public static bool IsErrorPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
