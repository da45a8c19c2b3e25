using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.SignIn;

public sealed class SignInCommands(
    QualityPlanDb db, AuditTrail audit, IPasswordHasher<Account> hasher, Sessions sessions, TimeProvider clock,
    IOptions<SecurityOptions> options, IHostEnvironment environment)
{
    /// <summary>Verified when the name is unknown, so that the answer takes as long.</summary>
    private static string? _nobodysHash;

    private static readonly Account Nobody = new("nobody", "", [], null);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A ticket, or null: unknown, wrong, locked and disabled are not told apart.</summary>
    public async Task<SessionTicket?> SignInAsync(SignInForm form)
    {
        var name = Account.Normalize(form.UserName);
        var account = await db.Accounts.Include(found => found.Roles)
            .SingleOrDefaultAsync(found => found.NormalizedUserName == name);
        var result = Verify(account, form.Password);
        if (account is null || !account.IsActive || account.IsLockedAt(Now) || result == PasswordVerificationResult.Failed)
        {
            await NoteFailureAsync(account);
            return null;
        }
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, form.Password);
        }
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        return await BeginAsync(account, "sign-in", "登入");
    }

    /// <summary>The demonstration's one click; null wherever there is no demonstration.</summary>
    public async Task<SessionTicket?> SignInDemonstrationAsync(int accountId)
    {
        if (!environment.IsDevelopment())
        {
            return null;
        }
        var account = await db.Accounts.Include(found => found.Roles)
            .SingleOrDefaultAsync(found => found.Id == accountId && found.IsDemonstration && found.IsActive);
        return account is null ? null : await BeginAsync(account, "sign-in", "以示範帳號登入");
    }

    /// <summary>Ends this session only; other devices go on.</summary>
    public async Task SignOutAsync(Actor actor, SessionTicket ticket)
    {
        await sessions.EndAsync(ticket);
        audit.Record(actor, "sign-out", AuditSubject.Of<Account>(actor.AccountId, actor.UnitId), "登出");
        await db.SaveChangesAsync();
    }

    private PasswordVerificationResult Verify(Account? account, string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, "nobody's");
        var known = account?.PasswordHash is not null;
        var result = hasher.VerifyHashedPassword(
            account ?? Nobody, known ? account!.PasswordHash! : _nobodysHash, password);
        return known ? result : PasswordVerificationResult.Failed;
    }

    private async Task<SessionTicket> BeginAsync(Account account, string action, string summary)
    {
        audit.Record(account.ToActor(), action, AuditSubject.Of<Account>(account.Id, account.UnitId), summary);
        var ticket = await sessions.BeginAsync(account);
        await db.SaveChangesAsync();
        return ticket;
    }

    /// <summary>Counted by the database, so that guesses in parallel count as many.</summary>
    private async Task NoteFailureAsync(Account? account)
    {
        if (account is null)
        {
            audit.Record(new Actor(0, "未登入", new HashSet<Role>(), null), "sign-in-failed", AuditSubject.None, "登入失敗：帳號不存在");
            await db.SaveChangesAsync();
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!account.IsLockedAt(Now))
        {
            await CountFailureAsync(account.Id);
        }
        audit.Record(account.ToActor(), "sign-in-failed", AuditSubject.Of<Account>(account.Id, account.UnitId), "登入失敗");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private Task<int> CountFailureAsync(int accountId)
    {
        var limit = options.Value.FailuresBeforeLockout;
        DateTimeOffset? until = clock.GetUtcNow().AddMinutes(options.Value.LockoutMinutes);
        return db.Accounts.Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set
            .SetProperty(account => account.LockoutEnd,
                account => account.AccessFailedCount + 1 >= limit ? until : account.LockoutEnd)
            .SetProperty(account => account.AccessFailedCount,
                account => account.AccessFailedCount + 1 >= limit ? 0 : account.AccessFailedCount + 1));
    }
}
