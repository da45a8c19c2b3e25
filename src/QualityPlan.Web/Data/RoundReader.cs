using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data;

/// <summary>
/// Reads a round in four queries, whatever the plan's size, and the plan's table in three more unless it is kept.
/// </summary>
public static class RoundReader
{
    /// <summary>Null when there is no such round.</summary>
    public static async Task<RoundHead?> ReadHeadAsync(QualityPlanDb db, int roundId, CancellationToken cancellation)
    {
        var ofPlan = db.Rounds.Where(round => db.Rounds.Any(one => one.Id == roundId && one.PlanId == round.PlanId));
        return (await ReadHeadsAsync(db, ofPlan, cancellation)).FirstOrDefault(head => head.Round.Id == roundId);
    }

    /// <summary>Null when the plan has no such round.</summary>
    public static async Task<RoundHead?> ReadHeadAsync(
        QualityPlanDb db, int planId, Quarter quarter, CancellationToken cancellation)
    {
        var ofPlan = db.Rounds.Where(round => round.PlanId == planId);
        return (await ReadHeadsAsync(db, ofPlan, cancellation)).FirstOrDefault(head => head.Quarter == quarter);
    }

    /// <summary>The heads of these rounds, which are all of the plans they belong to; the newest plan first.</summary>
    public static async Task<IReadOnlyList<RoundHead>> ReadHeadsAsync(
        QualityPlanDb db, IQueryable<QuarterlyRound> among, CancellationToken cancellation)
    {
        var rows = await (
            from round in among.AsNoTracking()
            join plan in db.Plans on round.PlanId equals plan.Id
            join one in db.CompiledReports on round.Id equals one.RoundId into reports
            from report in reports.DefaultIfEmpty()
            orderby plan.Year descending, plan.Id descending, round.Quarter
            select new { Round = round, Plan = plan, Report = report, SignOffs = report!.SignOffs.OrderBy(step => step.Id).ToList() })
            .ToListAsync(cancellation);
        var ofPlan = rows.ToLookup(row => row.Plan.Id, row => row.Round);
        return rows.Select(row => new RoundHead(row.Plan, row.Round, ofPlan[row.Plan.Id].ToList())
        {
            Report = row.Report,
            SignOffs = row.SignOffs,
            CountsAsClosed = row.Report is { State: not CompiledReportState.Compiling },
        }).ToList();
    }

    /// <summary>How the round stands. Without a cache the table is read anew, as whoever signs must.</summary>
    public static async Task<RoundSheet> ReadStandingAsync(
        RoundSource source, RoundHead head, DateOnly today, CancellationToken cancellation)
    {
        var (db, tables) = source;
        var plan = head.Plan;
        var table = tables is null
            ? await PlanTableReader.ReadAsync(db, plan.Id, cancellation)
            : await tables.ReadAsync(db, new PlanKey(plan.Id, plan.State, plan.Version), cancellation);
        return RoundRows.Compose(head, table, await ReadFilingsAsync(db, head, cancellation), today);
    }

    /// <summary>How the round stands, and the compiled wording.</summary>
    public static async Task<RoundSheet> ReadAsync(
        RoundSource source, RoundHead head, DateOnly today, CancellationToken cancellation)
    {
        var sheet = await ReadStandingAsync(source, head, today, cancellation);
        var wordings = await source.Db.CompiledReports.AsNoTracking()
            .Where(report => report.RoundId == head.Round.Id)
            .SelectMany(report => report.Entries)
            .Select(entry => new { entry.MeasureId, entry.Wording })
            .ToDictionaryAsync(entry => entry.MeasureId, entry => entry.Wording, cancellation);
        return sheet with { Wordings = wordings };
    }

    /// <summary>The filings of all rounds of the plan; the words and the files only of the round asked for.</summary>
    private static async Task<IReadOnlyList<FilingRecord>> ReadFilingsAsync(
        QualityPlanDb db, RoundHead head, CancellationToken cancellation)
    {
        var planId = head.Plan.Id;
        var filings = await db.Filings.AsNoTracking()
            .Include(filing => filing.Round)
            .Where(filing => filing.Round.PlanId == planId)
            .OrderBy(filing => db.Units.First(unit => unit.Id == filing.UnitId).Position).ThenBy(filing => filing.Id)
            .ToListAsync(cancellation);
        var reports = (await ReadReportsAsync(db, head, cancellation)).ToLookup(report => report.FilingId, report => report.Report);
        var submitted = await LastSubmissionReader.ReadAsync(db, filings.Select(one => (one.Id, one.State)), cancellation);
        return filings.ConvertAll(filing => new FilingRecord(filing) { Reports = reports[filing.Id].ToList() }.AsSubmitted(submitted));
    }

    /// <summary>
    /// The reports of all rounds of the plan; a row for each mark and file, as a list inside a projection costs a compiled
    /// delegate for every report.
    /// </summary>
    private static async Task<IEnumerable<(int FilingId, ReportRow Report)>> ReadReportsAsync(
        QualityPlanDb db, RoundHead head, CancellationToken cancellation)
    {
        var (planId, roundId) = (head.Plan.Id, head.Round.Id);
        var rows = await (
            from filing in db.Filings.AsNoTracking()
            where filing.Round.PlanId == planId
            from report in filing.Reports
            from mark in report.Marks.DefaultIfEmpty()
            from file in report.Evidence.DefaultIfEmpty()
            select new
            {
                FilingId = filing.Id,
                Report = new ReportRow(report.Id, report.AssignmentId, report.State, report.ActualPercent)
                {
                    Narrative = filing.RoundId == roundId ? report.Narrative : "",
                    Cause = filing.RoundId == roundId ? report.Cause : "",
                    Countermeasure = filing.RoundId == roundId ? report.Countermeasure : "",
                    ExpectedDoneOn = report.ExpectedDoneOn,
                },
                Done = mark != null && mark.IsDone ? (int?)mark.CheckpointId : null,
                File = file == null || file.IsWithdrawn || filing.RoundId != roundId ? null
                    : new ToldEvidence(file.Id, file.Caption == "" ? file.FileName : file.Caption, file.UploadedAtUtc),
            })
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.Report.Id).Select(report => (report.First().FilingId, report.First().Report with
        {
            Done = report.Select(row => row.Done).OfType<int>().Distinct().ToList(),
            Evidence = report.Select(row => row.File).OfType<ToldEvidence>().DistinctBy(file => file.Id).OrderBy(file => file.Id).ToList(),
        }));
    }
}

/// <summary>Where a round is read from; without a cache everything is read from the database.</summary>
public readonly record struct RoundSource(QualityPlanDb Db, PlanTableCache? Tables);

/// <summary>A filing as the database holds it.</summary>
internal sealed record FilingRecord(UnitFiling Filing)
{
    public IReadOnlyList<ReportRow> Reports { get; init; } = [];

    /// <summary>While it is returned it stands as it was last submitted; rows begun since are left out.</summary>
    public FilingRecord AsSubmitted(IReadOnlyDictionary<int, LastSubmission> submitted) =>
        Filing.State != FilingState.Returned ? this : this with
        {
            Reports = Reports.Where(row => submitted.ContainsKey(row.Id))
                .Select(row => row.As(submitted[row.Id], Filing.SubmittedAtUtc)).ToList(),
        };
}

internal sealed record ReportRow(int Id, int AssignmentId, ReportState State, int? ActualPercent)
{
    public string Narrative { get; init; } = "";

    public string Cause { get; init; } = "";

    public string Countermeasure { get; init; } = "";

    public DateOnly? ExpectedDoneOn { get; init; }

    public IReadOnlyList<int> Done { get; init; } = [];

    public IReadOnlyList<ToldEvidence> Evidence { get; init; } = [];

    public ReportRow As(LastSubmission submitted, DateTime? atUtc) => this with
    {
        State = submitted.Words.State,
        ActualPercent = submitted.Words.ActualPercent,
        Narrative = submitted.Words.Narrative,
        Cause = submitted.Words.Cause,
        Countermeasure = submitted.Words.Countermeasure,
        ExpectedDoneOn = submitted.Words.ExpectedDoneOn,
        Done = submitted.Done,
        Evidence = Evidence.Where(file => file.AtUtc <= atUtc).ToList(),
    };
}

/// <summary>A file by its caption, or by its name.</summary>
internal sealed record ToldEvidence(int Id, string Name, DateTime AtUtc);
