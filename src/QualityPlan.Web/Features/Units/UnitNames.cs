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
        // Compared as the directory does, which the database cannot: a blank, the width or 臺/台 make no other name.
        var names = wish.Aliases.Prepend(wish.Name).Select(UnitDirectory.Fold).ToHashSet();
        var others = await db.Units.Where(unit => unit.Id != unitId).Select(unit => unit.Name)
            .Concat(db.Units.Where(unit => unit.Id != unitId).SelectMany(unit => unit.Aliases).Select(alias => alias.Text))
            .Concat(db.UnitGroups.Where(group => group.Id != groupId).Select(group => group.Name))
            .Concat(db.UnitGroups.Where(group => group.Id != groupId).SelectMany(group => group.Aliases).Select(alias => alias.Text))
            .ToListAsync();
        var taken = others.Order(StringComparer.Ordinal).FirstOrDefault(name => names.Contains(UnitDirectory.Fold(name)));
        return taken is null
            ? Verdict.Yes
            : Verdict.No("unit-name-taken", $"「{taken}」已經是其他單位、別名或群組的名稱，請改用別的名稱。");
    }
}
