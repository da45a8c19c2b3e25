using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Units;

public sealed class UnitGroupsCommands(QualityPlanDb db, AuditTrail audit, UnitNames names)
{
    public async Task<Verdict> CreateAsync(UnitGroupForm form, Actor actor)
    {
        await using var turn = await OwnTurn.TakeAsync(db, actor);
        var verdict = await JudgeAsync(form, null);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var group = new UnitGroup(form.Name, form.IsEveryUnit);
        group.SetMembers(MembersOf(form));
        db.UnitGroups.Add(group);
        audit.Record(actor, "create-unit-group", AuditSubject.New<UnitGroup>(() => group.Id), $"新增群組「{group.Name}」", new AuditChange(null, StateOf(group)));
        await db.SaveChangesAsync();
        await turn.CommitAsync();
        return Verdict.Yes;
    }

    public async Task<Verdict> ChangeAsync(int id, UnitGroupForm form, Actor actor)
    {
        var group = await db.UnitGroups.Include(found => found.Members).SingleOrDefaultAsync(found => found.Id == id);
        if (group is null)
        {
            return VerdictAnswers.Unknown;
        }
        if (group.Version != form.Version)
        {
            return VerdictAnswers.Stale;
        }
        var verdict = await JudgeAsync(form, id);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        var before = StateOf(group);
        group.Change(form.Name, form.IsEveryUnit);
        group.SetMembers(MembersOf(form));
        audit.Record(actor, "change-unit-group", AuditSubject.Of<UnitGroup>(id), $"修改群組「{group.Name}」", new AuditChange(before, StateOf(group)));
        await db.SaveChangesAsync();
        return Verdict.Yes;
    }

    private async Task<Verdict> JudgeAsync(UnitGroupForm form, int? id)
    {
        var members = MembersOf(form);
        if (!form.IsEveryUnit && members.Count == 0)
        {
            return Verdict.No("group-empty", "請至少選一個成員，或勾選「代表所有使用中的單位」。");
        }
        if (await db.Units.CountAsync(unit => members.Contains(unit.Id)) != members.Count)
        {
            return Verdict.No("group-members", "所選的成員中有不存在的單位，請重新選擇。");
        }
        return await names.AreFreeAsync([form.Name.Trim()], null, id);
    }

    private static List<int> MembersOf(UnitGroupForm form) => form.IsEveryUnit ? [] : form.UnitIds.Distinct().ToList();

    private static object StateOf(UnitGroup group) =>
        new { group.Name, group.IsEveryUnit, Members = group.Members.Select(member => member.UnitId).Order().ToArray() };
}
