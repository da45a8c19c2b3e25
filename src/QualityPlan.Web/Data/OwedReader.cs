using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>Counts the rows that filings owe, in two queries for any number of filings.</summary>
public static class OwedReader
{
    /// <summary>Of filings that were not handed in yet; the others owe nothing more.</summary>
    public static async Task<OwedRows> ReadAsync(QualityPlanDb db, IReadOnlyList<UnitFiling> filings, CancellationToken cancellation)
    {
        var open = filings.Where(filing => !filing.State.IsFiled()).ToList();
        if (open.Count == 0)
        {
            return new OwedRows([], []);
        }
        var plans = open.Select(filing => filing.Round.PlanId).Distinct().ToList();
        var units = open.Select(filing => filing.UnitId).Distinct().ToList();
        var until = open.Max(filing => filing.Round.Quarter.LastDay);
        var due = await (
            from measure in db.Measures.AsNoTracking()
            where plans.Contains(measure.PlanId)
                && (measure.Control == MeasureControl.Tracked || measure.Control == MeasureControl.ExtensionAsked)
                && measure.DeadlineKind != DeadlineKind.DoneAtStart
            from assignment in measure.Assignments
            where units.Contains(assignment.UnitId)
            from checkpoint in measure.Checkpoints
            where checkpoint.DueOn <= until
            select new DueRow(measure.PlanId, assignment.UnitId, assignment.Id, checkpoint.Id, checkpoint.DueOn)
            {
                IsDate = measure.DeadlineKind == DeadlineKind.Dated,
            })
            .ToListAsync(cancellation);
        var done = await db.Filings.AsNoTracking()
            .Where(filing => plans.Contains(filing.Round.PlanId) && units.Contains(filing.UnitId)
                && filing.State != FilingState.Empty && filing.State != FilingState.Draft)
            .SelectMany(filing => filing.Reports, (filing, report) => new { filing.Round.Quarter, Report = report })
            .SelectMany(
                one => one.Report.Marks.Where(mark => mark.IsDone),
                (one, mark) => new DoneMark(one.Report.AssignmentId, mark.CheckpointId, one.Quarter))
            .ToListAsync(cancellation);
        return new OwedRows(due, done);
    }
}

/// <summary>What falls due and what was reported done, for counting.</summary>
public sealed class OwedRows
{
    private readonly ILookup<(int Plan, int Unit), DueRow> _due;
    private readonly ILookup<(int Assignment, int Checkpoint), DoneMark> _done;

    internal OwedRows(IEnumerable<DueRow> due, IEnumerable<DoneMark> done)
    {
        _due = due.ToLookup(row => (row.PlanId, row.UnitId));
        _done = done.ToLookup(mark => (mark.AssignmentId, mark.CheckpointId));
    }

    /// <summary>How many rows of a filing owe something: due in its quarter, or older and not done before it.</summary>
    public int CountOf(UnitFiling filing)
    {
        var quarter = filing.Round.Quarter;
        return _due[(filing.Round.PlanId, filing.UnitId)]
            .Where(row => quarter.Contains(row.DueOn)
                || (row.IsDate && row.DueOn < quarter.FirstDay && !_done[(row.AssignmentId, row.CheckpointId)].Any(mark => mark.Quarter < quarter)))
            .DistinctBy(row => row.AssignmentId)
            .Count();
    }
}

internal sealed record DueRow(int PlanId, int UnitId, int AssignmentId, int CheckpointId, DateOnly DueOn)
{
    /// <summary>A date is owed until it is met; a recurring duty only in its own quarter.</summary>
    public bool IsDate { get; init; }
}

internal sealed record DoneMark(int AssignmentId, int CheckpointId, Domain.Calendar.Quarter Quarter);
