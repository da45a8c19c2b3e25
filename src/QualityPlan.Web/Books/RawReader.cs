using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Books;

/// <summary>One plan as 全部資料 needs it.</summary>
internal sealed record RawSource(Plan Plan, PlanTable Table, IReadOnlyList<QuarterlyRound> Rounds)
{
    /// <summary>The rounds whose report has gone up.</summary>
    public required IReadOnlySet<int> GoneUp { get; init; }

    public required IReadOnlyDictionary<(int AssignmentId, int RoundId), RawReport> Reports { get; init; }

    public required IReadOnlyDictionary<(int MeasureId, int RoundId), string> Wordings { get; init; }
}

/// <summary>A filed report with all its words.</summary>
internal sealed record RawReport(int AssignmentId, int RoundId, FilingState Filing, ReportState State)
{
    public string Narrative { get; init; } = "";

    public int? ActualPercent { get; init; }

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public bool IsLate { get; init; }

    public int Evidence { get; init; }

    public IReadOnlyList<int> Done { get; init; } = [];

    /// <summary>While its filing is returned: the report as it was submitted last.</summary>
    public RawReport As(LastSubmission submitted) => this with
    {
        State = submitted.Words.State,
        Narrative = submitted.Words.Narrative,
        ActualPercent = submitted.Words.ActualPercent,
        Cause = submitted.Words.Cause,
        Countermeasure = submitted.Words.Countermeasure,
        ExpectedDoneOn = submitted.Words.ExpectedDoneOn,
        Done = submitted.Done,
    };
}

/// <summary>Reads a plan in seven queries, whatever its size, and one more while a filing is returned.</summary>
internal static class RawReader
{
    public static async Task<RawSource> ReadAsync(QualityPlanDb db, Plan plan, CancellationToken cancellation)
    {
        var table = await PlanTableReader.ReadAsync(db, plan.Id, cancellation);
        var rounds = await db.Set<QuarterlyRound>().AsNoTracking()
            .Where(round => round.PlanId == plan.Id).OrderBy(round => round.Quarter).ToListAsync(cancellation);
        var goneUp = await db.RoundsGoneUp().Where(id => db.Rounds.Any(round => round.Id == id && round.PlanId == plan.Id)).ToListAsync(cancellation);
        var wordings = await db.Set<CompiledReport>().AsNoTracking()
            .Where(report => report.Round.PlanId == plan.Id)
            .SelectMany(report => report.Entries, (report, entry) => new { report.RoundId, entry.MeasureId, entry.Wording })
            .ToListAsync(cancellation);
        var reports = await ReadReportsAsync(db, plan.Id, cancellation);
        return new RawSource(plan, table, rounds)
        {
            GoneUp = goneUp.ToHashSet(),
            Reports = reports.ToDictionary(one => (one.AssignmentId, one.RoundId)),
            Wordings = wordings.ToDictionary(one => (one.MeasureId, one.RoundId), one => one.Wording),
        };
    }

    /// <summary>The filed reports; of a returned filing what was submitted last, for what is being mended is a draft.</summary>
    private static async Task<IReadOnlyList<RawReport>> ReadReportsAsync(QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var rows = await db.Set<UnitFiling>().AsNoTracking()
            .Where(filing => filing.Round.PlanId == planId && filing.State != FilingState.Empty && filing.State != FilingState.Draft)
            .SelectMany(filing => filing.Reports, (filing, report) => new
            {
                report.Id,
                FilingId = filing.Id,
                Report = new RawReport(report.AssignmentId, filing.RoundId, filing.State, report.State)
                {
                    Narrative = report.Narrative,
                    ActualPercent = report.ActualPercent,
                    Cause = report.Cause,
                    Countermeasure = report.Countermeasure,
                    ExpectedDoneOn = report.ExpectedDoneOn,
                    IsLate = filing.IsLate,
                    Evidence = report.Evidence.Count(file => !file.IsWithdrawn
                        && (filing.State != FilingState.Returned || file.UploadedAtUtc <= filing.SubmittedAtUtc)),
                    Done = report.Marks.Where(mark => mark.IsDone).Select(mark => mark.CheckpointId).ToList(),
                },
            })
            .ToListAsync(cancellation);
        var submitted = await LastSubmissionReader.ReadAsync(db, rows.Select(row => (row.FilingId, row.Report.Filing)), cancellation);
        return [.. rows.Where(row => row.Report.Filing != FilingState.Returned || submitted.ContainsKey(row.Id))
            .Select(row => submitted.TryGetValue(row.Id, out var last) ? row.Report.As(last) : row.Report)];
    }
}
