using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Setup;

/// <summary>While there is no administrator, each start prints a link that lets the reader become the first.</summary>
internal static class FirstAdministrator
{
    public static async Task InviteIfNobodyAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<QualityPlanDb>();
        var hasOne = await db.Accounts.AnyAsync(account =>
            account.IsActive && !account.IsDemonstration && account.Roles.Any(role => role.Role == Role.Administrator));
        if (hasOne)
        {
            return;
        }
        var hours = services.GetRequiredService<IOptions<SecurityOptions>>().Value.FirstAdministratorLinkHours;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var token = OneTimeToken.Create();
        await db.FirstAdministratorLinks.ExecuteDeleteAsync();
        db.FirstAdministratorLinks.Add(new FirstAdministratorLink(OneTimeToken.Hash(token), now.AddHours(hours)));
        await db.SaveChangesAsync();
        Console.WriteLine($"尚無系統管理者。請於 {hours} 小時內開啟下列位址（接在網站位址之後，限用一次）建立第一個帳號：");
        Console.WriteLine($"  /first-administrator?token={token}");
    }
}
