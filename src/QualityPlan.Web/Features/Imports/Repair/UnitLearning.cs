using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Features.Imports.Repair;

/// <summary>Carries out what was decided about unknown names: aliases are remembered, new units and groups made.</summary>
public sealed class UnitLearning
{
    private readonly List<(UnitDoubt Doubt, UnitDecision Decision)> _decided;
    private readonly UnitDirectory _directory;

    public UnitLearning(UnitDirectory directory, IEnumerable<Doubt> doubts)
    {
        _directory = directory;
        _decided = [.. doubts.OfType<UnitDoubt>()
            .Where(doubt => doubt.Decision is not null and not { Choice: UnitChoice.Undecided })
            .Select(doubt => (doubt, AsItIsNow(doubt.Decision!)))];
    }

    /// <summary>Adds the aliases, units and groups with their lines in the trail; the caller saves.</summary>
    public async Task TeachAsync(
        QualityPlanDb db, AuditTrail audit, Actor actor, CancellationToken cancellation)
    {
        var ids = _decided.Select(one => one.Decision.UnitId).Where(id => id > 0).ToList();
        var units = await db.Units.Include(unit => unit.Aliases).Where(unit => ids.Contains(unit.Id)).ToListAsync(cancellation);
        foreach (var (doubt, decision) in _decided.Where(one => one.Decision.Choice == UnitChoice.Existing))
        {
            var unit = units.Single(one => one.Id == decision.UnitId);
            if (MayLearn(doubt.Name))
            {
                unit.Learn(doubt.Name);
                audit.Record(actor, "learn-alias", AuditSubject.Of<Unit>(unit.Id, unit.Id), $"單位「{unit.Name}」的別名「{doubt.Name}」");
            }
        }
        var position = _directory.Units.Count;
        foreach (var made in _decided.Where(one => one.Decision.Choice != UnitChoice.Existing).GroupBy(one => one.Decision.Name))
        {
            Make(db, audit, actor, made.First().Decision, [.. made.Select(one => one.Doubt.Name)], ++position);
        }
    }

    /// <summary>A unit that somebody else made since is taken as it is.</summary>
    private UnitDecision AsItIsNow(UnitDecision decision) =>
        decision.Choice != UnitChoice.Existing && _directory.Resolve(decision.Name) is { Kind: UnitMatchKind.Unit, Id: { } id }
            ? new UnitDecision(UnitChoice.Existing, id)
            : decision;

    private void Make(
        QualityPlanDb db, AuditTrail audit, Actor actor, UnitDecision decision, IReadOnlyList<string> written, int position)
    {
        if (decision.Choice == UnitChoice.NewEveryUnit)
        {
            var group = new UnitGroup(decision.Name, isEveryUnit: true);
            db.UnitGroups.Add(group);
            audit.Record(actor, "create-group", AuditSubject.New<UnitGroup>(() => group.Id), $"匯入時建立群組「{group.Name}」，代表全部單位");
            return;
        }
        var kind = decision.Choice == UnitChoice.NewTaskForce ? UnitKind.TaskForce : UnitKind.Department;
        var unit = new Unit(decision.Name, kind, position);
        foreach (var name in written.Where(name => UnitDirectory.Fold(name) != UnitDirectory.Fold(unit.Name)).Where(MayLearn))
        {
            unit.Learn(name);
        }
        db.Units.Add(unit);
        audit.Record(
            actor, "create-unit", AuditSubject.New<Unit>(() => unit.Id), $"匯入時建立單位「{unit.Name}」",
            new AuditChange(null, new { unit.Name, unit.Kind, Aliases = written }));
    }

    /// <summary>
    /// A name that could not be remembered (too long, or claimed by two units, or a group's) still means what was
    /// chosen: the official name takes its place in this plan.
    /// </summary>
    public void RewriteUnlearnt(ImportContent content, UnitDirectory directory)
    {
        foreach (var (doubt, decision) in _decided.Where(one => !directory.Resolve(one.Doubt.Name).IsKnown))
        {
            var name = decision.Choice == UnitChoice.Existing ? directory.NameOf(decision.UnitId) : decision.Name;
            for (var index = 0; index < content.Rows.Count; index++)
            {
                content.Rows[index] = content.Rows[index].ReplaceUnit(doubt.Name, name);
            }
        }
    }

    /// <summary>The text of an alias is unique in the library.</summary>
    private bool MayLearn(string name) =>
        name.Length <= Unit.NameLength && _directory.Units.All(unit => !unit.Aliases.Contains(name));
}
