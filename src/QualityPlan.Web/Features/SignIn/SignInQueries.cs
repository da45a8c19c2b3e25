using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.SignIn;

public sealed class SignInQueries(QualityPlanDb db, IHostEnvironment environment)
{
    public async Task<IndexPage> IndexAsync(SignInForm form) => new(form, await DemonstrationAccountsAsync());

    private async Task<IReadOnlyList<DemonstrationAccount>> DemonstrationAccountsAsync()
    {
        if (!environment.IsDevelopment())
        {
            return [];
        }
        var accounts = await db.Accounts
            .Where(account => account.IsDemonstration && account.IsActive)
            .OrderBy(account => account.Id)
            .Select(account => new
            {
                account.Id,
                account.DisplayName,
                Roles = account.Roles.Select(role => role.Role).ToList(),
                Unit = db.Units.Where(unit => unit.Id == account.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            })
            .ToListAsync();
        return accounts.ConvertAll(account => new DemonstrationAccount(
            account.Id, account.DisplayName, string.Join('、', account.Roles.Select(role => role.Chinese())), account.Unit));
    }
}
