using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Plans;

/// <summary>The history of one row, in three queries.</summary>
public sealed class RowQueries(QualityPlanDb db, TimeProvider clock)
{
    public async Task<RowPage?> ReadAsync(int planId, int measureId, Actor actor, CancellationToken cancellation)
    {
        var facts = await ReadFactsAsync(planId, measureId, actor, cancellation);
        if (facts is null)
        {
            return null;
        }
        var rounds = await ReadRoundsAsync(planId, measureId, cancellation);
        var reports = await ReadReportsAsync(planId, measureId, cancellation);
        var today = TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);
        return new RowHistory(facts, reports, actor, today).Over(rounds);
    }

    private async Task<RowFacts?> ReadFactsAsync(int planId, int measureId, Actor actor, CancellationToken cancellation)
    {
        var states = PlanReaders.StatesFor(actor);
        var row = await db.Measures.AsNoTracking().AsSingleQuery()
            .Where(measure => measure.Id == measureId && measure.PlanId == planId)
            .Join(db.Plans.Where(plan => states.Contains(plan.State)), measure => measure.PlanId, plan => plan.Id,
                (measure, plan) => new
                {
                    Measure = measure,
                    Item = measure.Item.Text,
                    Area = measure.Item.Area.Text,
                    Parent = measure.Item.Area.Parent!.Text,
                    measure.Item.AreaId,
                    Plan = new PlanLabel(plan.Id, plan.Year, plan.Title, plan.IssuedOn),
                    Units = measure.Assignments.OrderBy(one => one.Id)
                        .Select(one => new RowUnit(one.Id, one.MeasureId, one.UnitId, one.UnitName, one.Role)).ToList(),
                    Checkpoints = measure.Checkpoints.OrderBy(one => one.DueOn).Select(one =>
                        new RowCheckpoint(one.Id, one.MeasureId, one.DueOn, one.OriginalDueOn) { ExpectedCount = one.ExpectedCount }).ToList(),
                })
            .SingleOrDefaultAsync(cancellation);
        if (row is null)
        {
            return null;
        }
        var measure = row.Measure;
        var text = new MeasureText(measure.Number, measure.Approach, measure.DeadlineText, measure.UnitsText)
        {
            SupportingUnits = measure.SupportingUnitsText,
        };
        var printed = new RowText(measure.Id, row.Parent ?? row.Area, row.Parent is null ? null : row.Area, row.Item, text)
        {
            Leads = row.Units.Where(unit => unit.Role == AssignmentRole.Lead).Select(unit => unit.Name).ToList(),
            Supports = row.Units.Where(unit => unit.Role == AssignmentRole.Support).Select(unit => unit.Name).ToList(),
        };
        return new RowFacts(row.Plan, printed, row.AreaId)
        {
            Kind = measure.DeadlineKind,
            Control = measure.Control,
            Units = row.Units,
            Checkpoints = row.Checkpoints,
        };
    }

    private async Task<List<RowRound>> ReadRoundsAsync(int planId, int measureId, CancellationToken cancellation)
    {
        var goneUp = db.RoundsGoneUp();
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.PlanId == planId)
            .OrderBy(round => round.Quarter)
            .Select(round => new
            {
                Round = round,
                HasGoneUp = goneUp.Contains(round.Id),
                Wording = db.CompiledReports.Where(report => report.RoundId == round.Id)
                    .SelectMany(report => report.Entries)
                    .Where(entry => entry.MeasureId == measureId)
                    .Select(entry => entry.Wording)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return rounds.Select(one => new RowRound(one.Round, one.Wording) { HasGoneUp = one.HasGoneUp }).ToList();
    }

    private Task<List<RowReport>> ReadReportsAsync(int planId, int measureId, CancellationToken cancellation) =>
        db.Filings.AsNoTracking().AsSingleQuery()
            .Where(filing => filing.Round.PlanId == planId)
            .SelectMany(filing => filing.Reports.Where(report => report.MeasureId == measureId), (filing, report) =>
                new RowReport(report.AssignmentId, filing.Round.Quarter, filing.State,
                    new ReportWords(report.State, report.Narrative)
                    {
                        ActualPercent = report.ActualPercent,
                        Cause = report.Cause,
                        Countermeasure = report.Countermeasure,
                        ExpectedDoneOn = report.ExpectedDoneOn,
                        DoneCheckpoints = report.Marks.Count(mark => mark.IsDone),
                        EvidenceCount = report.Evidence.Count(file => !file.IsWithdrawn),
                        AtUtc = report.UpdatedAtUtc,
                    })
                {
                    DoneCheckpoints = report.Marks.Where(mark => mark.IsDone).Select(mark => mark.CheckpointId).ToList(),
                    Submitted = report.Versions.OrderBy(version => version.Submission)
                        .Select(version => new ReportWords(version.State, version.Narrative)
                        {
                            ActualPercent = version.ActualPercent,
                            Cause = version.Cause,
                            Countermeasure = version.Countermeasure,
                            ExpectedDoneOn = version.ExpectedDoneOn,
                            DoneCheckpoints = version.DoneCheckpointCount,
                            EvidenceCount = version.EvidenceCount,
                            Submission = version.Submission,
                            ByName = version.SubmittedByName,
                            AtUtc = version.SubmittedAtUtc,
                        }).ToList(),
                })
            .ToListAsync(cancellation);
}
