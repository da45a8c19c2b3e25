using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Units;

public sealed class UnitsQueries(QualityPlanDb db)
{
    public async Task<IndexPage> IndexAsync()
    {
        var units = await db.Units.AsNoTracking()
            .OrderByDescending(unit => unit.IsActive).ThenBy(unit => unit.Position).ThenBy(unit => unit.Id)
            .Select(unit => new UnitRow(
                unit.Id, unit.Name, unit.Kind, unit.IsActive,
                db.Accounts.Where(account => account.Id == unit.HeadAccountId).Select(account => account.DisplayName).FirstOrDefault(),
                unit.Aliases.OrderBy(alias => alias.Id).Select(alias => alias.Text).ToList(),
                db.Accounts.Count(account => account.UnitId == unit.Id && account.IsActive)))
            .ToListAsync();
        var groups = await db.UnitGroups.AsNoTracking()
            .OrderBy(group => group.Id)
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.IsEveryUnit,
                Aliases = group.Aliases.OrderBy(alias => alias.Id).Select(alias => alias.Text).ToList(),
                Members = group.Members.Select(member => member.UnitId).ToList(),
            })
            .ToListAsync();
        return new IndexPage(units, groups.ConvertAll(group => new GroupRow(
            group.Id, group.Name, group.IsEveryUnit, group.Aliases,
            units.Where(unit => group.Members.Contains(unit.Id)).Select(unit => unit.Name).ToList())));
    }

    public async Task<EditPage> NewAsync(UnitForm form) => new(null, form, await HeadsAsync());

    /// <summary>Null when there is no such unit. What was typed wins over what is stored.</summary>
    public async Task<EditPage?> EditAsync(int id, UnitForm? typed = null)
    {
        var unit = await db.Units.AsNoTracking().Include(found => found.Aliases).SingleOrDefaultAsync(found => found.Id == id);
        return unit is null ? null : new EditPage(id, typed ?? FormOf(unit), await HeadsAsync());
    }

    public async Task<GroupPage> NewGroupAsync(UnitGroupForm form) => new(null, form, await UnitsAsync());

    public async Task<GroupPage?> GroupAsync(int id, UnitGroupForm? typed = null)
    {
        var group = await db.UnitGroups.AsNoTracking().AsSplitQuery()
            .Include(found => found.Members).Include(found => found.Aliases).SingleOrDefaultAsync(found => found.Id == id);
        return group is null ? null : new GroupPage(id, typed ?? FormOf(group), await UnitsAsync());
    }

    private static UnitForm FormOf(Unit unit) => new()
    {
        Name = unit.Name,
        Kind = unit.Kind,
        Aliases = string.Join('\n', unit.Aliases.OrderBy(alias => alias.Id).Select(alias => alias.Text)),
        HeadAccountId = unit.HeadAccountId,
        IsActive = unit.IsActive,
        Version = unit.Version,
    };

    private static UnitGroupForm FormOf(UnitGroup group) => new()
    {
        Name = group.Name,
        Aliases = string.Join('\n', group.Aliases.OrderBy(alias => alias.Id).Select(alias => alias.Text)),
        IsEveryUnit = group.IsEveryUnit,
        UnitIds = group.Members.Select(member => member.UnitId).ToList(),
        Version = group.Version,
    };

    private async Task<IReadOnlyList<SelectListItem>> HeadsAsync() => (await db.Accounts.AsNoTracking()
            .Where(account => account.IsActive && account.Roles.Any(role => role.Role == Role.UnitHead))
            .OrderBy(account => account.DisplayName)
            .Select(account => new { account.Id, account.DisplayName })
            .ToListAsync())
        .ConvertAll(account => Choice(account.DisplayName, account.Id));

    private async Task<IReadOnlyList<SelectListItem>> UnitsAsync() => (await db.Units.AsNoTracking()
            .Where(unit => unit.IsActive)
            .OrderBy(unit => unit.Position).ThenBy(unit => unit.Id)
            .Select(unit => new { unit.Id, unit.Name })
            .ToListAsync())
        .ConvertAll(unit => Choice(unit.Name, unit.Id));

    private static SelectListItem Choice(string text, int id) => new(text, id.ToString(CultureInfo.InvariantCulture));
}
