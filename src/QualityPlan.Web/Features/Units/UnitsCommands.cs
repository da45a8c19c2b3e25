using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Units;

public sealed class UnitsCommands(QualityPlanDb db, AuditTrail audit, UnitNames names)
{
    public Task<Verdict> CreateAsync(UnitForm form, Actor actor) => EveryonesTurn.ActAsync(db, () => JudgeAsync(form, null), async () =>
    {
        var last = await db.Units.MaxAsync(unit => (int?)unit.Position) ?? 0;
        var unit = new Unit(form.Name, form.Kind, last + 1);
        Apply(form, unit);
        db.Units.Add(unit);
        audit.Record(actor, "create-unit", AuditSubject.New<Unit>(() => unit.Id), $"新增單位「{unit.Name}」", new AuditChange(null, StateOf(unit)));
    });

    public Task<Verdict> ChangeAsync(int id, UnitForm form, Actor actor) => EveryonesTurn.ActAsync(
        db,
        () => db.Units.Include(found => found.Aliases).SingleOrDefaultAsync(found => found.Id == id),
        async unit => VerdictAnswers.OfShown(unit?.Version, form.Version) is { IsAllowed: false } no ? no : await JudgeAsync(form, unit),
        unit =>
        {
            var before = StateOf(unit);
            Apply(form, unit);
            audit.Record(actor, "change-unit", AuditSubject.Of<Unit>(id, id), $"修改單位「{unit.Name}」", new AuditChange(before, StateOf(unit)));
            return Task.CompletedTask;
        });

    private async Task<Verdict> JudgeAsync(UnitForm form, Unit? unit)
    {
        var head = form.HeadAccountId;
        if (head is not null && head != unit?.HeadAccountId && !await IsHeadAsync(head.Value))
        {
            return Verdict.No("unit-head", "所選的帳號不是使用中的單位主管，請重新選擇。");
        }
        return await names.JudgeAsync(form.Names, unit?.Id, null);
    }

    private Task<bool> IsHeadAsync(int accountId) => db.Accounts.AnyAsync(account =>
        account.Id == accountId && account.IsActive && account.Roles.Any(role => role.Role == Role.UnitHead));

    private static void Apply(UnitForm form, Unit unit)
    {
        unit.Change(form.Name, form.Kind, form.IsActive);
        unit.NameHead(form.HeadAccountId);
        form.Names.Apply(unit.Aliases.Select(alias => alias.Text), unit.Forget, unit.Learn);
    }

    private static object StateOf(Unit unit) => new
    {
        unit.Name,
        unit.Kind,
        unit.IsActive,
        unit.HeadAccountId,
        Aliases = unit.Aliases.Select(alias => alias.Text).ToArray(),
    };
}
