using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Units;

/// <summary>A name in a plan must lead to one unit or group only: names, aliases and groups share one space.</summary>
public sealed class UnitNames(QualityPlanDb db)
{
    /// <summary>Leaves out the unit or group that is being changed.</summary>
    public async Task<Verdict> AreFreeAsync(IEnumerable<string> wanted, int? unitId, int? groupId)
    {
        var names = wanted.ToList();
        var taken = await db.Units.Where(unit => unit.Id != unitId && names.Contains(unit.Name)).Select(unit => unit.Name)
            .Concat(db.Units.Where(unit => unit.Id != unitId).SelectMany(unit => unit.Aliases).Where(alias => names.Contains(alias.Text)).Select(alias => alias.Text))
            .Concat(db.UnitGroups.Where(group => group.Id != groupId && names.Contains(group.Name)).Select(group => group.Name))
            .OrderBy(name => name)
            .FirstOrDefaultAsync();
        return taken is null
            ? Verdict.Yes
            : Verdict.No("unit-name-taken", $"「{taken}」已經是其他單位、別名或群組的名稱，請改用別的名稱。");
    }
}
