using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Accounts;

public sealed class AccountsQueries(QualityPlanDb db, TimeProvider clock)
{
    private const int PageSize = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IndexPage> IndexAsync(string? words, int page)
    {
        page = Math.Clamp(page, 1, 10_000);
        var found = db.Accounts.AsNoTracking().Mentioning(words, account => account.UserName, account => account.DisplayName);
        var total = await found.CountAsync();
        var accounts = await found
            .OrderByDescending(account => account.IsActive).ThenBy(account => account.UserName).ThenBy(account => account.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(account => new
            {
                account.Id,
                account.UserName,
                account.DisplayName,
                account.IsActive,
                account.MustChangePassword,
                account.LockoutEnd,
                Unit = db.Units.Where(unit => unit.Id == account.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                Roles = account.Roles.Select(role => role.Role).ToList(),
            })
            .ToListAsync();
        return new IndexPage(
            accounts.ConvertAll(row => new AccountRow(
                row.Id, row.UserName!, row.DisplayName,
                string.Join('、', row.Roles.Order().Select(role => role.Chinese())), row.Unit,
                StateOf(row.IsActive, row.MustChangePassword, row.LockoutEnd))),
            words, page, total);
    }

    public async Task<NewPage> NewAsync(NewAccountForm form) => new(form, await UnitsAsync());

    /// <summary>Null when there is no such account. What was typed wins over what is stored.</summary>
    public async Task<EditPage?> EditAsync(int id, AccountForm? typed = null)
    {
        var account = await db.Accounts.AsNoTracking().Include(found => found.Roles).SingleOrDefaultAsync(found => found.Id == id);
        if (account is null)
        {
            return null;
        }
        var facts = new AccountFacts(
            id, account.UserName!, account.IsActive, account.MustChangePassword,
            account.IsLockedAt(Now) ? account.LockoutEnd!.Value.UtcDateTime : null, account.Version);
        return new EditPage(facts, typed ?? FormOf(account), await UnitsAsync());
    }

    private static AccountForm FormOf(Account account) => new()
    {
        Name = account.DisplayName,
        Roles = account.Roles.Select(role => role.Role).Order().ToList(),
        UnitId = account.UnitId,
        Version = account.Version,
    };

    private string StateOf(bool isActive, bool mustChangePassword, DateTimeOffset? lockoutEnd) =>
        !isActive ? "已停用"
        : lockoutEnd is { } end && end.UtcDateTime > Now ? "鎖定中"
        : mustChangePassword ? "待變更初次密碼"
        : "使用中";

    private async Task<IReadOnlyList<SelectListItem>> UnitsAsync() => (await db.Units.AsNoTracking()
            .Where(unit => unit.IsActive)
            .OrderBy(unit => unit.Position).ThenBy(unit => unit.Id)
            .Select(unit => new { unit.Id, unit.Name })
            .ToListAsync())
        .ConvertAll(unit => new SelectListItem(unit.Name, unit.Id.ToString(CultureInfo.InvariantCulture)));
}
