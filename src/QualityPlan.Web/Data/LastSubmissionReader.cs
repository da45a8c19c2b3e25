using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>Reads what was last submitted of filings that were returned, in one query, and in none when none was.</summary>
internal static class LastSubmissionReader
{
    private static readonly Dictionary<int, LastSubmission> Nothing = [];

    /// <summary>By report.</summary>
    public static async Task<IReadOnlyDictionary<int, LastSubmission>> ReadAsync(
        QualityPlanDb db, IEnumerable<(int FilingId, FilingState State)> filings, CancellationToken cancellation)
    {
        var returned = filings.Where(one => one.State == FilingState.Returned).Select(one => one.FilingId).Distinct().ToList();
        if (returned.Count == 0)
        {
            return Nothing;
        }
        var rows = await (
            from filing in db.Filings.AsNoTracking()
            where EF.Parameter(returned).Contains(filing.Id)
            from report in filing.Reports
            from version in report.Versions
            where version.Submission == filing.SubmissionCount
            select new
            {
                report.Id,
                Version = version,
                Marks = report.Marks
                    .Join(db.Set<Domain.Plans.Checkpoint>(), mark => mark.CheckpointId, one => one.Id,
                        (mark, one) => new MarkedCheckpoint(one.Id, one.DueOn, mark.IsDone))
                    .ToList(),
            })
            .ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => new LastSubmission(row.Version, LastSubmission.DoneOf(row.Version.DoneCheckpointCount, row.Marks)));
    }
}
