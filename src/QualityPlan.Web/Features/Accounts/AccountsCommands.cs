using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Features.Accounts;

public sealed class AccountsCommands(QualityPlanDb db, AuditTrail audit, IPasswordHasher<Account> hasher)
{
    /// <summary>Makes the account with a first password, which is given back to be shown once.</summary>
    public async Task<(Verdict Verdict, FirstPasswordPage? Password)> CreateAsync(NewAccountForm form, Actor actor)
    {
        FirstPasswordPage? page = null;
        var verdict = await EveryonesTurn.ActAsync(db, () => JudgeNewAsync(form), async () =>
        {
            var account = new Account(form.UserName, form.Name, form.Roles, form.UnitId);
            var password = FirstPassword.Create();
            account.SetPassword(hasher.HashPassword(account, password), mustChange: true);
            db.Accounts.Add(account);
            audit.Record(actor, "create-account", AuditSubject.New<Account>(() => account.Id, form.UnitId),
                $"建立帳號「{account.UserName}」（{account.DisplayName}）", new AuditChange(null, StateOf(account)));
            await db.SaveChangesAsync();
            page = new FirstPasswordPage(account.Id, account.UserName!, account.DisplayName, password);
        });
        return (verdict, page);
    }

    public Task<Verdict> ChangeAsync(int id, AccountForm form, Actor actor) => EveryonesTurn.ActAsync(
        db,
        () => LoadAsync(id),
        async account => VerdictAnswers.OfShown(account?.Version, form.Version) is { IsAllowed: false } no ? no : await JudgeChangeAsync(form, account!),
        account =>
        {
            var before = StateOf(account);
            account.Change(form.Name, form.Roles, form.UnitId);
            return SaveAsync(actor, account, "change-account", "修改帳號", before);
        });

    public Task<Verdict> DisableAsync(int id, int version, Actor actor) => EveryonesTurn.ActAsync(
        db,
        () => LoadAsync(id),
        async account => VerdictAnswers.OfShown(account?.Version, version) is { IsAllowed: false } no ? no
            : id == actor.AccountId ? Verdict.No("account-own", "不能停用自己的帳號，請由另一位系統管理者處理。")
            : await KeepsAnAdministratorAsync(account!),
        account =>
        {
            var before = StateOf(account);
            account.Disable();
            return SaveAsync(actor, account, "disable-account", "停用帳號", before);
        });

    public Task<Verdict> EnableAsync(int id, int version, Actor actor) =>
        ChangeStateAsync(id, version, actor, ("enable-account", "啟用帳號", account => account.Enable()));

    public Task<Verdict> UnlockAsync(int id, int version, Actor actor) =>
        ChangeStateAsync(id, version, actor, ("unlock-account", "解除鎖定", account => account.Unlock()));

    /// <summary>A new first password, shown once; ends the account's sessions and its lock.</summary>
    public async Task<(Verdict Verdict, FirstPasswordPage? Password)> ResetPasswordAsync(int id, int version, Actor actor)
    {
        var password = FirstPassword.Create();
        FirstPasswordPage? page = null;
        var verdict = await ChangeStateAsync(id, version, actor, ("reset-password", "重設密碼", account =>
        {
            account.SetPassword(hasher.HashPassword(account, password), mustChange: true);
            page = new FirstPasswordPage(id, account.UserName!, account.DisplayName, password);
        }));
        return (verdict, page);
    }

    private async Task<Verdict> ChangeStateAsync(
        int id, int version, Actor actor, (string Action, string Words, Action<Account> Do) change)
    {
        var account = await LoadAsync(id);
        var verdict = VerdictAnswers.OfShown(account?.Version, version);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var before = StateOf(account!);
        change.Do(account!);
        return await SaveAsync(actor, account!, change.Action, change.Words, before);
    }

    private Task<Account?> LoadAsync(int id) =>
        db.Accounts.Include(found => found.Roles).SingleOrDefaultAsync(found => found.Id == id);

    private async Task<Verdict> SaveAsync(Actor actor, Account account, string action, string words, object before)
    {
        audit.Record(actor, action, AuditSubject.Of<Account>(account.Id, account.UnitId),
            $"{words}「{account.UserName}」（{account.DisplayName}）", new AuditChange(before, StateOf(account)));
        await db.SaveChangesAsync();
        return Verdict.Yes;
    }

    private async Task<Verdict> JudgeNewAsync(NewAccountForm form)
    {
        var name = Account.Normalize(form.UserName);
        return await JudgeAsync(form, null) is { IsAllowed: false } no ? no
            : await db.Accounts.AnyAsync(found => found.NormalizedUserName == name)
                ? Verdict.No("account-name-taken", "這個帳號已有人使用，請換一個。")
                : Verdict.Yes;
    }

    private async Task<Verdict> JudgeChangeAsync(AccountForm form, Account account) =>
        await JudgeAsync(form, account) is { IsAllowed: false } no ? no
        : form.Roles.Contains(Role.Administrator) ? Verdict.Yes
        : await KeepsAnAdministratorAsync(account);

    private async Task<Verdict> JudgeAsync(AccountForm form, Account? account)
    {
        if (form.Roles.Count == 0 || form.Roles.Any(role => !Enum.IsDefined(role)))
        {
            return Verdict.No("account-roles", "請至少選一個角色。");
        }
        if (form.UnitId is null && form.Roles.Any(role => role is Role.Reporter or Role.UnitHead))
        {
            return Verdict.No("account-unit", "承辦人與單位主管必須指定單位。");
        }
        var isOwnOrActive = form.UnitId is null || form.UnitId == account?.UnitId
            || await db.Units.AnyAsync(unit => unit.Id == form.UnitId && unit.IsActive);
        return isOwnOrActive ? Verdict.Yes : Verdict.No("account-unit", "所選的單位不存在或已停用，請重新選擇。");
    }

    /// <summary>Somebody must be left who can give accounts back.</summary>
    private async Task<Verdict> KeepsAnAdministratorAsync(Account account)
    {
        var isOne = account.IsActive && account.Roles.Any(role => role.Role == Role.Administrator);
        var another = !isOne || await db.Accounts.AnyAsync(other =>
            other.Id != account.Id && other.IsActive && other.Roles.Any(role => role.Role == Role.Administrator));
        return another ? Verdict.Yes : Verdict.No("account-last-administrator", "這是最後一位系統管理者，請先指定另一位。");
    }

    private static object StateOf(Account account) => new
    {
        account.DisplayName,
        account.UnitId,
        account.IsActive,
        account.MustChangePassword,
        Roles = account.Roles.Select(role => role.Role).Order().ToArray(),
    };
}
