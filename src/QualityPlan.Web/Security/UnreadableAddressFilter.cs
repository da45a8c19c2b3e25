using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace QualityPlan.Web.Security;

/// <summary>A number in the address that cannot be one names no page: 404, never id 0.</summary>
public sealed class UnreadableAddressFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) && !context.ModelState.IsValid)
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
