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
        var ids = _decided.Where(one => one.Decision.Choice == UnitChoice.Existing).Select(one => one.Decision.UnitId).ToList();
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
        await TeachGroupsAsync(db, audit, actor, cancellation);
        var position = _directory.Units.Count;
        foreach (var made in _decided.Where(one => one.Decision.Name.Length > 0).GroupBy(one => one.Decision.Name))
        {
            Make(db, audit, actor, made.First().Decision, [.. made.Select(one => one.Doubt.Name)], ++position);
        }
    }

    private async Task TeachGroupsAsync(QualityPlanDb db, AuditTrail audit, Actor actor, CancellationToken cancellation)
    {
        var decided = _decided.Where(one => one.Decision.Choice == UnitChoice.ExistingGroup && MayLearn(one.Doubt.Name)).ToList();
        var ids = decided.ConvertAll(one => one.Decision.UnitId);
        var groups = ids.Count == 0 ? [] : await db.UnitGroups.Include(group => group.Aliases).Where(group => ids.Contains(group.Id)).ToListAsync(cancellation);
        foreach (var (doubt, decision) in decided)
        {
            var group = groups.Single(one => one.Id == decision.UnitId);
            group.Learn(doubt.Name);
            audit.Record(actor, "learn-alias", AuditSubject.Of<UnitGroup>(group.Id), $"群組「{group.Name}」的別名「{doubt.Name}」");
        }
    }

    /// <summary>A unit or a group that somebody else made since is taken as it is.</summary>
    private UnitDecision AsItIsNow(UnitDecision decision) =>
        decision.Name.Length > 0 && _directory.Resolve(decision.Name) is { Id: { } id } known
            ? new UnitDecision(known.Kind == UnitMatchKind.Group ? UnitChoice.ExistingGroup : UnitChoice.Existing, id)
            : decision;

    private void Make(
        QualityPlanDb db, AuditTrail audit, Actor actor, UnitDecision decision, IReadOnlyList<string> written, int position)
    {
        if (decision.Choice == UnitChoice.NewEveryUnit)
        {
            var group = new UnitGroup(decision.Name, isEveryUnit: true);
            OthersOf(written, group.Name).ForEach(group.Learn);
            db.UnitGroups.Add(group);
            audit.Record(actor, "create-group", AuditSubject.New<UnitGroup>(() => group.Id), $"匯入時建立群組「{group.Name}」，代表全部單位");
            return;
        }
        var kind = decision.Choice == UnitChoice.NewTaskForce ? UnitKind.TaskForce : UnitKind.Department;
        var unit = new Unit(decision.Name, kind, position);
        OthersOf(written, unit.Name).ForEach(unit.Learn);
        db.Units.Add(unit);
        audit.Record(
            actor, "create-unit", AuditSubject.New<Unit>(() => unit.Id), $"匯入時建立單位「{unit.Name}」",
            new AuditChange(null, new { unit.Name, unit.Kind, Aliases = written }));
    }

    private List<string> OthersOf(IEnumerable<string> written, string official) =>
        [.. written.Where(name => UnitDirectory.Fold(name) != UnitDirectory.Fold(official) && MayLearn(name))];

    /// <summary>
    /// A name that could not be remembered (too long, or claimed by two units, or a group's) still means what was
    /// chosen: the official name takes its place in this plan.
    /// </summary>
    public void RewriteUnlearnt(ImportContent content, UnitDirectory directory)
    {
        foreach (var (doubt, decision) in _decided.Where(one => !directory.Resolve(one.Doubt.Name).IsKnown))
        {
            var name = decision.Choice switch
            {
                UnitChoice.Existing => directory.NameOf(decision.UnitId),
                UnitChoice.ExistingGroup => directory.GroupNameOf(decision.UnitId),
                _ => decision.Name,
            };
            for (var index = 0; index < content.Rows.Count; index++)
            {
                content.Rows[index] = content.Rows[index].ReplaceUnit(doubt.Name, name);
            }
        }
    }

    /// <summary>The text of an alias is unique in the library.</summary>
    private bool MayLearn(string name) =>
        name.Length <= Unit.NameLength && _directory.Units.All(unit => !unit.Aliases.Contains(name))
        && _directory.Groups.All(group => !group.Aliases.Contains(name));
}
