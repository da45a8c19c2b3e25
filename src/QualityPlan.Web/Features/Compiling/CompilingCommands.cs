using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>Takes units' filings into the report, returns them, and notes who was reminded.</summary>
public sealed class CompilingCommands(QualityPlanDb db, AuditTrail audit, TimeProvider clock)
{
    public const string ChaseAction = "chase-unit";

    private static readonly Verdict Overtaken =
        Refusals.ChangedMeanwhile("填報在您開啟頁面後已有變動，系統沒有執行；請看過目前的內容後再決定。");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>催辦: one line of the trail for each unit; null when the round has no such filing.</summary>
    public async Task<Verdict?> ChaseAsync(int roundId, ChaseForm form, Actor actor, CancellationToken cancellation)
    {
        var filings = await FindAsync(roundId, form.Filings, cancellation);
        if (filings is null)
        {
            return null;
        }
        foreach (var filing in filings)
        {
            audit.Record(
                actor, ChaseAction, AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId),
                $"催辦{filing.UnitName}{filing.Round.Quarter}填報（{filing.State.Chinese()}）");
        }
        return await CarefulSave.TryAsync(db, Overtaken, cancellation);
    }

    /// <summary>彙整 of all that are named, or of none; null when the round has no such filing.</summary>
    public async Task<Verdict?> CompileAsync(int roundId, CompileForm form, Actor actor, CancellationToken cancellation)
    {
        var shown = ShownVersions.Read(form.Shown);
        var filings = await FindAsync(roundId, shown.Keys, cancellation);
        if (filings is null)
        {
            return null;
        }
        foreach (var filing in filings)
        {
            var verdict = filing.Version == shown[filing.Id] ? filing.Compile(actor) : Overtaken;
            if (!verdict.IsAllowed)
            {
                return verdict;
            }
            audit.Record(
                actor, "compile-filing", AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId),
                $"{filing.UnitName}{filing.Round.Quarter}填報列入彙整",
                new AuditChange(new { State = FilingState.Approved }, new { filing.State }));
        }
        await TouchReportAsync(roundId, cancellation);
        return await CarefulSave.TryAsync(db, Overtaken, cancellation);
    }

    /// <summary>退回補正; null when there is no such filing, or the filing has no such row.</summary>
    public async Task<Verdict?> ReturnAsync(FilingKey key, ReturnForm form, Actor actor, CancellationToken cancellation)
    {
        var filing = await db.Filings.Include(one => one.Round)
            .SingleOrDefaultAsync(one => one.RoundId == key.RoundId && one.UnitId == key.UnitId, cancellation);
        if (filing is null || !await OwnsAsync(filing, form.Rows.Keys, cancellation))
        {
            return null;
        }
        if (filing.Version != form.Version)
        {
            return Overtaken;
        }
        var before = filing.State;
        var defects = DefectsOf(form);
        var verdict = filing.ReturnForCorrection(defects, actor, Now);
        if (!verdict.IsAllowed)
        {
            return verdict;
        }
        audit.Record(
            actor, "return-filing", AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId),
            string.Create(CultureInfo.InvariantCulture, $"退回{filing.UnitName}{filing.Round.Quarter}填報，{defects.Count}項缺失"),
            new AuditChange(new { State = before }, new { filing.State, Defects = defects }));
        await TouchReportAsync(key.RoundId, cancellation);
        return await CarefulSave.TryAsync(db, Overtaken, cancellation);
    }

    private static List<DefectText> DefectsOf(ReturnForm form)
    {
        var defects = form.Rows.Where(row => !string.IsNullOrWhiteSpace(row.Value.Text))
            .Select(row => new DefectText(row.Key, row.Value.Text, form.MendBy)).ToList();
        if (!string.IsNullOrWhiteSpace(form.Overall))
        {
            defects.Add(new DefectText(null, form.Overall, form.MendBy));
        }
        return defects;
    }

    /// <summary>Whoever is about to sign must look again when what he saw has changed.</summary>
    private async Task TouchReportAsync(int roundId, CancellationToken cancellation)
    {
        var report = await db.CompiledReports.SingleOrDefaultAsync(one => one.RoundId == roundId, cancellation);
        report?.Touch();
    }

    /// <summary>All of these filings of the round, or null when one of them is not of the round.</summary>
    private async Task<List<UnitFiling>?> FindAsync(int roundId, IEnumerable<int> ids, CancellationToken cancellation)
    {
        var asked = ids.Distinct().ToList();
        var filings = await db.Filings.Include(filing => filing.Round)
            .Where(filing => filing.RoundId == roundId && asked.Contains(filing.Id))
            .OrderBy(filing => filing.Id)
            .ToListAsync(cancellation);
        return asked.Count > 0 && filings.Count == asked.Count ? filings : null;
    }

    private async Task<bool> OwnsAsync(UnitFiling filing, IEnumerable<int> assignments, CancellationToken cancellation)
    {
        var asked = assignments.ToList();
        var owned = await db.Measures
            .Where(measure => measure.PlanId == filing.Round.PlanId)
            .SelectMany(measure => measure.Assignments)
            .CountAsync(one => one.UnitId == filing.UnitId && asked.Contains(one.Id), cancellation);
        return owned == asked.Count;
    }
}
