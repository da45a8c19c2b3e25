using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.MyAccount;

public sealed class MyAccountCommands(
    QualityPlanDb db, AuditTrail audit, IPasswordHasher<Account> hasher, PasswordRules rules, Sessions sessions)
{
    /// <summary>Changes the password and ends every session but the one that gets the new ticket.</summary>
    public async Task<(Verdict Verdict, SessionTicket? Ticket)> ChangePasswordAsync(PasswordForm form, Actor actor)
    {
        var account = await db.Accounts.Include(found => found.Roles).SingleAsync(found => found.Id == actor.AccountId);
        var verdict = Judge(form, account);
        if (!verdict.IsAllowed)
        {
            return (verdict, null);
        }
        account.SetPassword(hasher.HashPassword(account, form.New), mustChange: false);
        audit.Record(actor, "change-password", AuditSubject.Of<Account>(account.Id, account.UnitId), "變更自己的密碼");
        var ticket = await sessions.BeginAsync(account);
        await db.SaveChangesAsync();
        return (verdict, ticket);
    }

    private Verdict Judge(PasswordForm form, Account account)
    {
        if (account.PasswordHash is null
            || hasher.VerifyHashedPassword(account, account.PasswordHash, form.Current) == PasswordVerificationResult.Failed)
        {
            return Verdict.No("password-current", "目前的密碼不正確。");
        }
        if (form.New == form.Current)
        {
            return Verdict.No("password-same", "新密碼不可與目前的密碼相同。");
        }
        return rules.Objection(form.New, account.UserName!) is { } objection
            ? Verdict.No("password-rules", objection)
            : Verdict.Yes;
    }
}
