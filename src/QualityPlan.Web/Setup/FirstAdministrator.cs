using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Setup;

/// <summary>While there is no administrator, each start makes a link that lets its reader become the first.</summary>
internal static class FirstAdministrator
{
    /// <summary>Path and query of the link, or null when somebody can administer already.</summary>
    public static async Task<string?> InviteIfNobodyAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<QualityPlanDb>();
        var hasOne = await db.Accounts.AnyAsync(account =>
            account.IsActive && !account.IsDemonstration && account.Roles.Any(role => role.Role == Role.Administrator));
        if (hasOne)
        {
            return null;
        }
        var hours = services.GetRequiredService<IOptions<SecurityOptions>>().Value.FirstAdministratorLinkHours;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var token = OneTimeToken.Create();
        await db.FirstAdministratorLinks.ExecuteDeleteAsync();
        db.FirstAdministratorLinks.Add(new FirstAdministratorLink(OneTimeToken.Hash(token), now.AddHours(hours)));
        await db.SaveChangesAsync();
        return $"/first-administrator?token={token}";
    }
}
