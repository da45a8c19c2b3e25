using QualityPlan.Web.Security;

namespace QualityPlan.Web.Setup;

/// <summary>The order in which a request passes.</summary>
internal static class Pipeline
{
    public static void UsePipeline(this WebApplication app)
    {
        app.UseForwardedHeaders();
        // Behind IIS the path comes with each request; a proxy that passes the whole path on needs it said.
        app.UsePathBase(app.Configuration["PathBase"]);
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<PermissionGate>();
        app.MapStaticAssets();
        app.MapGet("/healthz", Health.AnswerAsync);
        app.MapControllerRoute("default", "{controller=Todo}/{action=Index}/{id:int?}");
        PermissionCheck.Run(app);
    }
}
