using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace QualityPlan.Web.Files;

/// <summary>
/// For actions that take files: raises the limits of the form to what may be sent, and answers 413 to more before
/// a byte is read. Stands before the antiforgery filter, which reads the form.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter, IRequestFormLimitsPolicy
{
    private const long RoomForText = 8 * 1024 * 1024;
    private const int MostBoxes = 50_000;

    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var options = http.RequestServices.GetRequiredService<IOptions<EvidenceOptions>>().Value;
        var most = (options.MaximumBytes * options.MaximumFiles) + RoomForText;
        if (http.Request.ContentLength > most)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = most;
        }
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form is null)
        {
            http.Features.Set<Microsoft.AspNetCore.Http.Features.IFormFeature>(
                new Microsoft.AspNetCore.Http.Features.FormFeature(http.Request, new()
                {
                    ValueCountLimit = MostBoxes,
                    MultipartBodyLengthLimit = most,
                }));
        }
    }
}
