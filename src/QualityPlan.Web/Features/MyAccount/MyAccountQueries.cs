using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.MyAccount;

public sealed class MyAccountQueries(QualityPlanDb db, PasswordRules rules)
{
    public async Task<IndexPage> IndexAsync(Actor actor)
    {
        var own = await db.Accounts.Where(account => account.Id == actor.AccountId).Select(account => new
        {
            account.UserName,
            Unit = db.Units.Where(unit => unit.Id == account.UnitId).Select(unit => unit.Name).FirstOrDefault(),
        }).SingleAsync();
        var roles = string.Join('、', actor.Roles.Order().Select(role => role.Chinese()));
        return new IndexPage(own.UserName!, actor.Name, roles, own.Unit);
    }

    public async Task<PasswordPage> PasswordAsync(PasswordForm form, Actor actor)
    {
        var isFirst = await db.Accounts.AnyAsync(account => account.Id == actor.AccountId && account.MustChangePassword);
        return new PasswordPage(form, rules.Hint, isFirst);
    }
}
