using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Domain.Texts;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>A filing as it is loaded for writing into some of its rows.</summary>
internal sealed class FilingWork
{
    private readonly Dictionary<int, RowUnit> _own;
    private readonly PlanTable _table;

    private FilingWork(UnitFiling filing, PlanTable table)
    {
        Filing = filing;
        _table = table;
        _own = table.Units.Where(unit => unit.UnitId == filing.UnitId).ToDictionary(unit => unit.AssignmentId);
    }

    public UnitFiling Filing { get; }

    /// <summary>Loads the filing with the reports of the rows asked for, in one query; null when there is none.</summary>
    public static async Task<FilingWork?> LoadAsync(
        FilingSource source, FilingKey key, FilingForm form, CancellationToken cancellation)
    {
        var (db, tables) = source;
        var withdrawn = form.Rows.Values.SelectMany(row => row.Withdraw).ToList();
        var found = await FilingQueries.ForWriting.For(db)(db, key.RoundId, key.UnitId, [.. form.Rows.Keys])
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }
        var receiving = form.Rows.Where(row => row.Value.Files.Count > 0).Select(row => row.Key).ToHashSet();
        var reports = found.Filing.Reports.Where(report => receiving.Contains(report.AssignmentId)).Select(report => report.Id).ToList();
        if (withdrawn.Count > 0 || reports.Count > 0)
        {
            await db.Set<Evidence>().Where(file => withdrawn.Contains(file.Id) || reports.Contains(file.ProgressReportId)).LoadAsync(cancellation);
        }
        return new FilingWork(found.Filing, await tables.ReadAsync(db, found.Plan.Key, cancellation));
    }

    public ProgressReport? ReportOf(int assignmentId) =>
        Filing.Reports.FirstOrDefault(report => report.AssignmentId == assignmentId);

    /// <summary>Whether everything the row names is the unit's own: the row, its checkpoints, its files.</summary>
    public bool Knows(int assignmentId, ReportForm form) =>
        _own.ContainsKey(assignmentId)
        && form.Done.Concat(form.Counts.Keys).All(CheckpointsOf(assignmentId).Contains)
        && (form.Withdraw.Count == 0 || OwnFiles(assignmentId).IsSupersetOf(form.Withdraw));

    /// <summary>Takes over the boxes of a row; answers its report.</summary>
    public ProgressReport Write(int assignmentId, ReportForm form, DateTime nowUtc)
    {
        var report = Filing.ReportFor(assignmentId, _own[assignmentId].MeasureId);
        report.Write(RowText.Of(form), nowUtc);
        foreach (var checkpoint in CheckpointsOf(assignmentId))
        {
            var (isDone, count) = (form.Done.Contains(checkpoint), form.Counts.GetValueOrDefault(checkpoint));
            var mark = report.Marks.FirstOrDefault(one => one.CheckpointId == checkpoint);
            if ((mark?.IsDone ?? false) != isDone || mark?.ActualCount != count)
            {
                report.Mark(checkpoint, isDone, count);
            }
        }
        return report;
    }

    /// <summary>Number, or the first words, of a row for the trail.</summary>
    public string NameOf(int assignmentId)
    {
        var text = _table.Rows.First(row => row.MeasureId == _own[assignmentId].MeasureId).Text;
        return text.Number.Length > 0 ? text.Number : Shortening.Cut(text.Approach, 20);
    }

    private HashSet<int> CheckpointsOf(int assignmentId) => _table.CheckpointsOf(_own[assignmentId].MeasureId)
        .Where(one => one.DueOn <= Filing.Round.Quarter.LastDay)
        .Select(one => one.Id)
        .ToHashSet();

    private HashSet<int> OwnFiles(int assignmentId) =>
        ReportOf(assignmentId)?.Evidence.Select(file => file.Id).ToHashSet() ?? [];
}
