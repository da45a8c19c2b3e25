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
        return new OwedRows(due, await ReadDoneAsync(db, plans, units, cancellation));
    }

    /// <summary>What was reported done; of a filing that is returned, as it was last submitted.</summary>
    private static async Task<IEnumerable<DoneMark>> ReadDoneAsync(
        QualityPlanDb db, List<int> plans, List<int> units, CancellationToken cancellation)
    {
        var marks = await (
            from filing in db.Filings.AsNoTracking()
            where plans.Contains(filing.Round.PlanId) && units.Contains(filing.UnitId)
                && filing.State != FilingState.Empty && filing.State != FilingState.Draft
            from report in filing.Reports
            from mark in report.Marks
            where mark.IsDone || filing.State == FilingState.Returned
            join checkpoint in db.Set<Checkpoint>() on mark.CheckpointId equals checkpoint.Id
            select new
            {
                report.Id,
                report.AssignmentId,
                filing.Round.Quarter,
                filing.State,
                Mark = new MarkedCheckpoint(checkpoint.Id, checkpoint.DueOn, mark.IsDone),
                Submitted = filing.State != FilingState.Returned ? 0 : report.Versions
                    .Where(version => version.Submission == filing.SubmissionCount)
                    .Select(version => version.DoneCheckpointCount).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return marks.GroupBy(mark => mark.Id).SelectMany(report =>
        {
            var first = report.First();
            var done = first.State == FilingState.Returned
                ? LastSubmission.DoneOf(first.Submitted, report.Select(mark => mark.Mark))
                : report.Select(mark => mark.Mark.Id);
            return done.Select(checkpoint => new DoneMark(first.AssignmentId, checkpoint, first.Quarter));
        });
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
