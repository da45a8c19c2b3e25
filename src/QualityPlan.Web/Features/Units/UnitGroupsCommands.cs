using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Units;

public sealed class UnitGroupsCommands(QualityPlanDb db, AuditTrail audit, UnitNames names)
{
    public Task<Verdict> CreateAsync(UnitGroupForm form, Actor actor) => EveryonesTurn.ActAsync(db, () => JudgeAsync(form, null), () =>
    {
        var group = new UnitGroup(form.Name, form.IsEveryUnit);
        Apply(form, group);
        db.UnitGroups.Add(group);
        audit.Record(actor, "create-unit-group", AuditSubject.New<UnitGroup>(() => group.Id), $"新增群組「{group.Name}」", new AuditChange(null, StateOf(group)));
        return Task.CompletedTask;
    });

    public Task<Verdict> ChangeAsync(int id, UnitGroupForm form, Actor actor) => EveryonesTurn.ActAsync(
        db,
        () => db.UnitGroups.Include(found => found.Members).Include(found => found.Aliases).AsSplitQuery().SingleOrDefaultAsync(found => found.Id == id),
        async group => VerdictAnswers.OfShown(group?.Version, form.Version) is { IsAllowed: false } no ? no : await JudgeAsync(form, group),
        group =>
        {
            var before = StateOf(group);
            Apply(form, group);
            audit.Record(actor, "change-unit-group", AuditSubject.Of<UnitGroup>(id), $"修改群組「{group.Name}」", new AuditChange(before, StateOf(group)));
            return Task.CompletedTask;
        });

    private async Task<Verdict> JudgeAsync(UnitGroupForm form, UnitGroup? group)
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
        return await names.JudgeAsync(form.Names, null, group?.Id);
    }

    private static void Apply(UnitGroupForm form, UnitGroup group)
    {
        group.Change(form.Name, form.IsEveryUnit);
        group.SetMembers(MembersOf(form));
        form.Names.Apply(group.Aliases.Select(alias => alias.Text), group.Forget, group.Learn);
    }

    private static List<int> MembersOf(UnitGroupForm form) => form.IsEveryUnit ? [] : form.UnitIds.Distinct().ToList();

    private static object StateOf(UnitGroup group) => new
    {
        group.Name,
        group.IsEveryUnit,
        Members = group.Members.Select(member => member.UnitId).Order().ToArray(),
        Aliases = group.Aliases.Select(alias => alias.Text).ToArray(),
    };
}
