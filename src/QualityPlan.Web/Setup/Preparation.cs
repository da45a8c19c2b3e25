using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Setup;

/// <summary>What is done before the first request: migrate, demonstrate, invite, say where the site is.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<QualityPlanDb>().Database.MigrateAsync();
        if (app.Environment.IsDevelopment())
        {
            await Demonstration.FillIfEmptyAsync(scope.ServiceProvider);
        }
        else
        {
            await FirstAdministrator.InviteIfNobodyAsync(scope.ServiceProvider);
        }
        app.Lifetime.ApplicationStarted.Register(() => SayAddress(app));
    }

    private static void SayAddress(WebApplication app)
    {
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"{PageFrame.SystemName}已啟動，請以瀏覽器開啟：{address.Replace("[::]", "localhost")}");
        }
    }
}
