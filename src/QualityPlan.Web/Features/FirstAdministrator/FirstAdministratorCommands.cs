using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.FirstAdministrator;

public sealed class FirstAdministratorCommands(
    QualityPlanDb db, AuditTrail audit, IPasswordHasher<Account> hasher, PasswordRules rules, TimeProvider clock)
{
    public string PasswordHint => rules.Hint;

    /// <summary>Whether the link opens the page; false after use, after its hour, and for anything else.</summary>
    public async Task<bool> OpensAsync(string token)
    {
        var hash = OneTimeToken.Hash(token);
        var link = await db.FirstAdministratorLinks.AsNoTracking().SingleOrDefaultAsync(found => found.TokenHash == hash);
        return link?.OpensAt(clock.GetUtcNow().UtcDateTime) == true;
    }

    /// <summary>Uses the link up and makes the account, in one transaction: of two at once, one wins.</summary>
    public async Task<Verdict> CreateAsync(FirstAdministratorForm form)
    {
        if (rules.Objection(form.Password, form.UserName) is { } objection)
        {
            return Verdict.No("password-rules", objection);
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        var hash = OneTimeToken.Hash(form.Token);
        if (await db.FirstAdministratorLinks.Where(link => link.TokenHash == hash).ExecuteDeleteAsync() == 0)
        {
            return Verdict.No("link-used", "這個連結已經用過。");
        }
        var name = Account.Normalize(form.UserName);
        if (await db.Accounts.AnyAsync(account => account.NormalizedUserName == name))
        {
            return Verdict.No("account-name-taken", "這個帳號已有人使用，請換一個。");
        }
        var account = new Account(form.UserName, form.Name, [Role.Administrator], null);
        account.SetPassword(hasher.HashPassword(account, form.Password), mustChange: false);
        db.Accounts.Add(account);
        audit.Record(Actor.System, "create-first-administrator", AuditSubject.New<Account>(() => account.Id),
            $"以一次性連結建立第一個系統管理者「{account.DisplayName}」", new AuditChange(null, new { account.UserName, account.DisplayName }));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Verdict.Yes;
    }
}
