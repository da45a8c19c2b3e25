using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Setup.Demonstration;

namespace QualityPlan.Web.Setup;

/// <summary>What is done before the first request: migrate, demonstrate, invite, say where the site is.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<QualityPlanDb>().Database.MigrateAsync();
        string? invitation = null;
        if (app.Environment.IsDevelopment())
        {
            await DemonstrationLibrary.FillIfEmptyAsync(scope.ServiceProvider);
        }
        else
        {
            invitation = await FirstAdministrator.InviteIfNobodyAsync(scope.ServiceProvider);
        }
        app.Lifetime.ApplicationStarted.Register(() => SayAddress(app, invitation));
    }

    private static void SayAddress(WebApplication app, string? invitation)
    {
        foreach (var address in app.Urls.Select(url => url.Replace("[::]", "localhost").Replace("0.0.0.0", "localhost")))
        {
            Console.WriteLine($"{PageFrame.SystemName}已啟動，請以瀏覽器開啟：{address}");
            if (invitation is not null)
            {
                Console.WriteLine($"尚無系統管理者，請開啟這個限用一次的連結建立第一個帳號：{address}{invitation}");
            }
        }
    }
}
