using QualityPlan.Domain;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.WebTests;

/// <summary>What a unit is to file: text and ticks by measure id.</summary>
public sealed record FilingWish(int UnitId, int Quarter, Func<int, ReportText> Text)
{
    public Func<int, bool> IsDone { get; init; } = _ => true;
}

/// <summary>Fills in a unit's quarter as its reporter, and approves it as its head, on the last day of the window.</summary>
internal static class SeedFiling
{
    public static async Task<bool> FileAsync(QualityPlanDb db, PlanSeed seed, FilingWish wish)
    {
        var quarter = new Quarter(seed.Year, wish.Quarter);
        var filing = await db.Filings.Include(one => one.Round).Include(one => one.Reports).ThenInclude(one => one.Marks)
            .SingleAsync(one => one.Round.PlanId == seed.PlanId && one.Round.Quarter == quarter && one.UnitId == wish.UnitId);
        var rows = await db.Measures.Where(row => row.PlanId == seed.PlanId)
            .Include(row => row.Assignments).Include(row => row.Checkpoints).ToListAsync();
        var now = TaipeiClock.EndOfDay(filing.Round.ReportersCloseOn).AddHours(-2);
        var reporter = new Actor(900_010, "種子承辦", new HashSet<Role> { Role.Reporter }, wish.UnitId);
        var head = new Actor(900_011, "種子主管", new HashSet<Role> { Role.UnitHead }, wish.UnitId);
        foreach (var row in rows)
        {
            foreach (var assignment in row.Assignments.Where(one => one.UnitId == wish.UnitId))
            {
                var report = filing.ReportFor(assignment.Id, row.Id);
                report.Write(wish.Text(row.Id), now);
                Tick(report, row, quarter, wish.IsDone(row.Id));
            }
        }
        Must(filing.Save(reporter, TaipeiClock.DateAt(now)));
        Must(filing.Submit(reporter, now));
        Must(filing.Approve(head, now));
        await db.SaveChangesAsync();
        return true;
    }

    private static void Tick(ProgressReport report, Measure row, Quarter quarter, bool isDone)
    {
        foreach (var checkpoint in row.Checkpoints.Where(one => one.DueOn <= quarter.LastDay))
        {
            report.Mark(checkpoint.Id, isDone, checkpoint.ExpectedCount);
        }
    }

    private static void Must(Verdict verdict)
    {
        if (!verdict.IsAllowed)
        {
            throw new InvalidOperationException(verdict.Sentence);
        }
    }
}
