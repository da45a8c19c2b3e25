using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Units;

/// <summary>A name in a plan must lead to one unit or group only: names, aliases and groups share one space.</summary>
public sealed class UnitNames(QualityPlanDb db)
{
    private const int MostAliases = 30;

    /// <summary>Leaves out the unit or group that is being changed.</summary>
    public async Task<Verdict> JudgeAsync(NamesWish wish, int? unitId, int? groupId)
    {
        if (wish.Aliases.Count > MostAliases || wish.Aliases.Any(alias => alias.Length > Unit.NameLength))
        {
            return Verdict.No("unit-aliases", $"別名最多{MostAliases}個，每個最多{Unit.NameLength}個字。");
        }
        var names = wish.Aliases.Prepend(wish.Name).ToList();
        var taken = await db.Units.Where(unit => unit.Id != unitId && names.Contains(unit.Name)).Select(unit => unit.Name)
            .Concat(db.Units.Where(unit => unit.Id != unitId).SelectMany(unit => unit.Aliases).Where(alias => names.Contains(alias.Text)).Select(alias => alias.Text))
            .Concat(db.UnitGroups.Where(group => group.Id != groupId && names.Contains(group.Name)).Select(group => group.Name))
            .Concat(db.UnitGroups.Where(group => group.Id != groupId).SelectMany(group => group.Aliases).Where(alias => names.Contains(alias.Text)).Select(alias => alias.Text))
            .OrderBy(name => name)
            .FirstOrDefaultAsync();
        return taken is null
            ? Verdict.Yes
            : Verdict.No("unit-name-taken", $"「{taken}」已經是其他單位、別名或群組的名稱，請改用別的名稱。");
    }
}
