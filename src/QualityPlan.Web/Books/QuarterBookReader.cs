using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>Reads what a 季彙整表 needs, in the same number of queries whatever the plan's size.</summary>
public static class QuarterBookReader
{
    /// <summary>Null when the plan or its round does not exist.</summary>
    public static async Task<QuarterBookContent?> ReadAsync(
        QualityPlanDb db, int planId, Quarter quarter, DateOnly today, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == planId, cancellation);
        var roundId = await db.Set<QuarterlyRound>().AsNoTracking()
            .Where(one => one.PlanId == planId && one.Quarter == quarter)
            .Select(one => (int?)one.Id)
            .FirstOrDefaultAsync(cancellation);
        if (plan is null || roundId is null)
        {
            return null;
        }
        var outline = await OutlineReader.ReadAsync(db, planId, cancellation);
        var standings = await StandingsReader.ReadAsync(db, planId, today, cancellation);
        var report = await db.Set<CompiledReport>().AsNoTracking().AsSplitQuery()
            .Include(one => one.Entries).Include(one => one.SignOffs)
            .FirstOrDefaultAsync(one => one.RoundId == roundId, cancellation);
        var told = await ReadToldAsync(db, roundId.Value, cancellation);
        var names = await ReadUnitsAsync(db, planId, cancellation);
        var wordings = report?.Entries.ToDictionary(one => one.MeasureId, one => one.Wording) ?? [];
        var rows = outline.Select(row => new QuarterBookRow(
            row,
            standings.OfMeasure(row.MeasureId, quarter),
            [.. names[row.MeasureId].Select(unit => OfUnit(unit, standings, told, quarter))])
        {
            Filed = standings.Filed(row.MeasureId, quarter).Filed,
            Asked = standings.Filed(row.MeasureId, quarter).Asked,
            CompiledWording = wordings.GetValueOrDefault(row.MeasureId, ""),
        }).ToList();
        return new QuarterBookContent(plan.Agency, plan.Title, quarter, rows)
        {
            Headings = plan.Headings,
            Summary = string.IsNullOrEmpty(report?.Summary) ? [] : report.Summary.Split('\n'),
            CountsByArea = QuarterCounts.ByArea(outline, standings, quarter),
            CountsByUnit = QuarterCounts.ByUnit(names.SelectMany(group => group), standings, quarter),
            SignOffs = SignOffLines(report),
            PrintedOn = RocDate.Long(today),
        };
    }

    private static QuarterBookUnit OfUnit(
        AssignedUnit unit, PlanStandings standings, Dictionary<int, QuarterBookUnit> told, Quarter quarter)
    {
        var light = standings.OfAssignment(unit.AssignmentId, unit.MeasureId, quarter);
        return told.TryGetValue(unit.AssignmentId, out var report)
            ? report with { UnitId = unit.UnitId, UnitName = unit.UnitName, Light = light }
            : new QuarterBookUnit(unit.UnitId, unit.UnitName, light);
    }

    private static async Task<ILookup<int, AssignedUnit>> ReadUnitsAsync(
        QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var units = await db.Set<Measure>().AsNoTracking()
            .Where(measure => measure.PlanId == planId)
            .SelectMany(measure => measure.Assignments)
            .Select(one => new AssignedUnit(one.Id, one.MeasureId, one.UnitId, one.UnitName) { Role = one.Role })
            .ToListAsync(cancellation);
        return units.OrderBy(one => one.Role).ThenBy(one => one.AssignmentId).ToLookup(one => one.MeasureId);
    }

    private static async Task<Dictionary<int, QuarterBookUnit>> ReadToldAsync(
        QualityPlanDb db, int roundId, CancellationToken cancellation)
    {
        var reports = await db.Set<UnitFiling>().AsNoTracking()
            .Where(filing => filing.RoundId == roundId
                && filing.State != FilingState.Empty && filing.State != FilingState.Draft)
            .SelectMany(filing => filing.Reports)
            .Select(report => new
            {
                report.AssignmentId,
                report.State,
                report.Narrative,
                report.ActualPercent,
                report.Cause,
                report.Countermeasure,
                report.ExpectedDoneOn,
                Evidence = report.Evidence.Where(one => !one.IsWithdrawn).OrderBy(one => one.Id)
                    .Select(one => one.Caption == "" ? one.FileName : one.Caption).ToList(),
            })
            .ToListAsync(cancellation);
        return reports.ToDictionary(one => one.AssignmentId, one => new QuarterBookUnit(0, "", Light.NotDue)
        {
            State = one.State,
            Narrative = one.Narrative,
            ActualPercent = one.ActualPercent,
            Cause = one.Cause,
            Countermeasure = one.Countermeasure,
            ExpectedDoneOn = one.ExpectedDoneOn,
            Evidence = one.Evidence,
        });
    }

    private static List<string> SignOffLines(CompiledReport? report) =>
        report is null
            ? []
            : [.. report.SignOffs.Where(one => one.Action == CompiledReportAction.Sign).OrderBy(one => one.AtUtc)
                .Select(one => $"{one.From.Chinese()}：{one.ByName}　{TaipeiClock.Show(one.AtUtc)}"
                    + (one.Directive.Length > 0 ? $"　批示：{one.Directive}" : ""))];
}

/// <summary>A unit on a measure, with the name it had when it was assigned.</summary>
public sealed record AssignedUnit(int AssignmentId, int MeasureId, int UnitId, string UnitName)
{
    public AssignmentRole Role { get; init; }
}
