using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.EvidencePacks;

/// <summary>Takes over, changes and deletes criteria lists; never over a newer version.</summary>
public sealed class CriteriaCommands(QualityPlanDb db, AuditTrail audit)
{
    public static readonly Verdict NameTaken = Verdict.No("criteria-name", "這個年度已有同名的清單，請改用別的名稱，或到原清單修改。");

    /// <summary>Takes over the lines of an import in one transaction; call with lines that have no faults. The id of the new list, or why not.</summary>
    public async Task<(int? Id, Verdict Verdict)> AcceptAsync(CriteriaImportForm form, Actor actor, CancellationToken cancellation)
    {
        var lines = form.Rows.Select(row => row.ToLine()).OfType<CriterionLine>().ToList();
        var may = CriteriaList.MayChange(actor).And(() => CriteriaRule.JudgeCount(lines.Count));
        if (!may.IsAllowed)
        {
            return (null, may);
        }
        var list = new CriteriaList(new RocYear(form.List.Year!.Value), form.List.Name);
        if (await IsTakenAsync(list, cancellation))
        {
            return (null, NameTaken);
        }
        list.Fill(lines);
        db.CriteriaLists.Add(list);
        audit.Record(actor, "import-criteria", AuditSubject.New<CriteriaList>(() => list.Id), $"匯入評核項目清單「{list.Title}」共 {lines.Count} 項",
            new AuditChange(null, new { Year = list.Year.Value, list.Name, Criteria = lines.Select(line => $"{line.Text.Number} {line.Text.Title}".Trim()) }));
        var verdict = await SaveAsync(cancellation);
        return (verdict.IsAllowed ? list.Id : null, verdict);
    }

    public Task<Verdict> DescribeAsync(int id, CriteriaListForm form, Actor actor, CancellationToken cancellation) =>
        ChangeAsync((id, form.Version), actor, async list =>
        {
            var before = new { Year = list.Year.Value, list.Name };
            list.Describe(new RocYear(form.Year!.Value), form.Name);
            if (await IsTakenAsync(list, cancellation))
            {
                return NameTaken;
            }
            Record(actor, "change-criteria-list", list, $"修改評核項目清單「{list.Title}」", new AuditChange(before, new { Year = list.Year.Value, list.Name }));
            return Verdict.Yes;
        }, cancellation);

    public Task<Verdict> DeleteAsync(int id, int version, Actor actor, CancellationToken cancellation) =>
        ChangeAsync((id, version), actor, list =>
        {
            var criteria = list.Criteria.Select(one => $"{one.Number} {one.Title}".Trim()).ToList();
            db.CriteriaLists.Remove(list);
            Record(actor, "delete-criteria-list", list, $"刪除評核項目清單「{list.Title}」",
                new AuditChange(new { Year = list.Year.Value, list.Name, Criteria = criteria, Tags = list.Criteria.Sum(one => one.Tags.Count) }, null));
            return Task.FromResult(Verdict.Yes);
        }, cancellation);

    /// <summary>Saves a criterion, a new one without an id.</summary>
    public Task<Verdict> SaveAsync(int listId, int? id, (CriterionForm Form, Actor Actor) by, CancellationToken cancellation) =>
        ChangeAsync((listId, by.Form.Version), by.Actor, list =>
        {
            var criterion = list.Criteria.FirstOrDefault(one => one.Id == id);
            if (id is not null && criterion is null)
            {
                return Task.FromResult(VerdictAnswers.Unknown);
            }
            var text = by.Form.ToText();
            var before = criterion is null ? null : State(criterion);
            var verdict = criterion is null ? list.Add(text, by.Form.ParentId).Verdict : list.Change(criterion, text, by.Form.ParentId);
            if (verdict.IsAllowed)
            {
                Record(by.Actor, criterion is null ? "add-criterion" : "change-criterion", list,
                    $"{(criterion is null ? "新增" : "修改")}評核項目「{text.Number} {text.Title}」（{list.Title}）", new AuditChange(before, text));
            }
            return Task.FromResult(verdict);
        }, cancellation);

    public Task<Verdict> RemoveAsync(int listId, int id, (int Version, Actor Actor) by, CancellationToken cancellation) =>
        ChangeAsync((listId, by.Version), by.Actor, list =>
        {
            if (list.Criteria.FirstOrDefault(one => one.Id == id) is not { } criterion)
            {
                return Task.FromResult(VerdictAnswers.Unknown);
            }
            var before = new { criterion.Number, criterion.Title, Tags = criterion.Tags.Select(tag => tag.MeasureId).ToList() };
            var verdict = list.Remove(criterion);
            if (verdict.IsAllowed)
            {
                Record(by.Actor, "delete-criterion", list, $"刪除評核項目「{criterion.Number} {criterion.Title}」（{list.Title}）", new AuditChange(before, null));
            }
            return Task.FromResult(verdict);
        }, cancellation);

    private static object State(Criterion one) => new { one.Number, one.Title, one.Description, one.Points, one.ParentId };

    private void Record(Actor actor, string action, CriteriaList list, string what, AuditChange change) =>
        audit.Record(actor, action, AuditSubject.Of<CriteriaList>(list.Id), what, change);

    private Task<bool> IsTakenAsync(CriteriaList list, CancellationToken cancellation) =>
        db.CriteriaLists.AnyAsync(one => one.Id != list.Id && one.Year == list.Year && one.Name == list.Name, cancellation);

    /// <summary>Loads the list with all that hangs on it, changes it, saves.</summary>
    private async Task<Verdict> ChangeAsync(
        (int Id, int Version) key, Actor actor, Func<CriteriaList, Task<Verdict>> change, CancellationToken cancellation)
    {
        var list = await db.CriteriaLists.AsSplitQuery().Include(one => one.Criteria).ThenInclude(one => one.Tags)
            .SingleOrDefaultAsync(one => one.Id == key.Id, cancellation);
        if (list is null)
        {
            return VerdictAnswers.Unknown;
        }
        var may = CriteriaList.MayChange(actor).And(() => list.Version == key.Version ? Verdict.Yes : Refusals.Stale);
        if (!may.IsAllowed)
        {
            return may;
        }
        var verdict = await change(list);
        if (verdict.IsAllowed)
        {
            return await SaveAsync(cancellation);
        }
        db.ChangeTracker.Clear();
        return verdict;
    }

    private async Task<Verdict> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Verdict.Yes;
        }
        catch (DbUpdateException)
        {
            // Changed by somebody else, or the same name given twice at the same moment.
            db.ChangeTracker.Clear();
            return Refusals.Stale;
        }
    }
}
