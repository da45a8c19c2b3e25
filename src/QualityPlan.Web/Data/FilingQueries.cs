using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>
/// The three queries of a filing's page, and the one of saving its rows, compiled: building them anew would cost a tenth
/// of the page.
/// </summary>
internal static class FilingQueries
{
    public static readonly PerModel<Func<QualityPlanDb, int, int, IAsyncEnumerable<FoundFiling>>> Filing = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, int roundId, int unitId) => db.Filings.AsNoTracking()
            .Include(filing => filing.Round)
            .Include(filing => filing.Defects)
            .Where(filing => filing.RoundId == roundId && filing.UnitId == unitId)
            .Join(db.Plans, filing => filing.Round.PlanId, plan => plan.Id, (filing, plan) => new FoundFiling(
                filing, new FoundPlan(plan.Id, plan.State, plan.Version)))));

    /// <summary>Tracked, with the reports of these rows.</summary>
    public static readonly PerModel<Func<QualityPlanDb, int, int, int[], IAsyncEnumerable<FoundFiling>>> ForWriting = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, int roundId, int unitId, int[] rows) => db.Filings
            .Include(filing => filing.Round)
            .Include(filing => filing.Reports.Where(report => rows.Contains(report.AssignmentId))).ThenInclude(report => report.Marks)
            .AsSingleQuery()
            .Where(filing => filing.RoundId == roundId && filing.UnitId == unitId)
            .Join(db.Plans, filing => filing.Round.PlanId, plan => plan.Id, (filing, plan) => new FoundFiling(
                filing, new FoundPlan(plan.Id, plan.State, plan.Version)))));

    /// <summary>
    /// This round's reports, the plan's other rounds', last quarter's and last year's, in one query; a row for each mark,
    /// as a list inside a projection costs a compiled delegate for every report. A compiled query takes no record of parameters.
    /// </summary>
    public static readonly PerModel<Func<QualityPlanDb, int, int, Quarter, Quarter, IAsyncEnumerable<MarkedRecord>>> Reports = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, int unitId, int planId, Quarter before, Quarter lastYear) =>
            from one in db.Filings.AsNoTracking()
            where one.UnitId == unitId
                && (one.Round.PlanId == planId || one.Round.Quarter == before || one.Round.Quarter == lastYear)
            from report in one.Reports
            join measure in db.Measures on report.MeasureId equals measure.Id
            from mark in report.Marks.DefaultIfEmpty()
            select new MarkedRecord(
                new ReportRecord(one.RoundId, one.Round.PlanId, one.Round.Quarter, one.State, report.AssignmentId)
                {
                    FilingId = one.Id,
                    MeasureId = report.MeasureId,
                    Number = one.Round.PlanId == planId ? "" : measure.Number,
                    Approach = one.Round.PlanId == planId ? "" : measure.Approach,
                    Report = new SheetReport(report.Id, report.State, report.Narrative)
                    {
                        ActualPercent = report.ActualPercent,
                        Cause = report.Cause,
                        Countermeasure = report.Countermeasure,
                        ExpectedDoneOn = report.ExpectedDoneOn,
                        NoEvidenceReason = report.NoEvidenceReason,
                        IsUnchanged = report.IsUnchanged,
                        Version = report.Version,
                        UpdatedAtUtc = report.UpdatedAtUtc,
                    },
                },
                mark == null ? null : new MarkRecord(mark.CheckpointId, mark.IsDone, mark.ActualCount))));

    public static readonly PerModel<Func<QualityPlanDb, int, IAsyncEnumerable<FoundEvidence>>> Evidence = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, int filingId) => db.Filings.AsNoTracking()
            .Where(one => one.Id == filingId)
            .SelectMany(filing => filing.Reports)
            .SelectMany(report => report.Evidence, (report, file) => new FoundEvidence(
                report.AssignmentId,
                new SheetEvidence(file.Id, file.FileName, file.Caption, file.Length)
                {
                    UploadedAtUtc = file.UploadedAtUtc,
                    UploadedByName = file.UploadedByName,
                    IsWithdrawn = file.IsWithdrawn,
                }))));
}

/// <summary>A filing with what was asked for of it, and which plan's it is.</summary>
internal sealed record FoundFiling(UnitFiling Filing, FoundPlan Plan);

internal sealed record FoundPlan(int Id, Domain.Plans.PlanState State, int Version)
{
    public PlanKey Key => new(Id, State, Version);
}

/// <summary>A report with one of its marks.</summary>
internal sealed record MarkedRecord(ReportRecord Record, MarkRecord? Mark);

internal sealed record FoundEvidence(int AssignmentId, SheetEvidence File);
