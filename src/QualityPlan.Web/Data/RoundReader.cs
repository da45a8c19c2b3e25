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

    /// <summary>A plan with the heads of all its rounds, in one query; null when there is no such plan.</summary>
    public static async Task<PlanRounds?> ReadPlanAsync(QualityPlanDb db, int planId, CancellationToken cancellation)
    {
        var heads = await ReadHeadsAsync(db, db.Rounds.Where(round => round.PlanId == planId), cancellation);
        var plan = heads.Count > 0
            ? heads[0].Plan
            : await db.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellation);
        return plan is null ? null : new PlanRounds(plan, heads);
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
        RoundSource source, RoundHead head, DateOnly today, CancellationToken cancellation) =>
        (await ReadStandingsAsync(source, [head], today, cancellation))[0];

    /// <summary>The same of several rounds of one plan, at least one, in no more queries.</summary>
    public static async Task<IReadOnlyList<RoundSheet>> ReadStandingsAsync(
        RoundSource source, IReadOnlyList<RoundHead> heads, DateOnly today, CancellationToken cancellation)
    {
        var table = await source.ReadTableAsync(heads[0].Plan, cancellation);
        var filings = await ReadFilingsAsync(source.Db, heads, cancellation);
        return [.. heads.Select(head => RoundRows.Compose(head, table, filings, today))];
    }

    /// <summary>How the round stands, and the compiled wording.</summary>
    public static async Task<RoundSheet> ReadAsync(
        RoundSource source, RoundHead head, DateOnly today, CancellationToken cancellation) =>
        (await ReadAllAsync(source, [head], today, cancellation))[0];

    /// <summary>How several rounds of one plan stand, at least one, and their compiled wording.</summary>
    public static async Task<IReadOnlyList<RoundSheet>> ReadAllAsync(
        RoundSource source, IReadOnlyList<RoundHead> heads, DateOnly today, CancellationToken cancellation)
    {
        var sheets = await ReadStandingsAsync(source, heads, today, cancellation);
        int[] compiled = [.. heads.Select(head => head.Report).OfType<CompiledReport>().Select(report => report.RoundId)];
        if (compiled.Length == 0)
        {
            return sheets;
        }
        var entries = await source.Db.CompiledReports.AsNoTracking()
            .Where(report => EF.Parameter(compiled).Contains(report.RoundId))
            .SelectMany(report => report.Entries, (report, entry) => new { report.RoundId, entry.MeasureId, entry.Wording })
            .ToListAsync(cancellation);
        var wordings = entries.ToLookup(entry => entry.RoundId);
        return [.. sheets.Select(sheet => sheet with
        {
            Wordings = wordings[sheet.Head.Round.Id].ToDictionary(entry => entry.MeasureId, entry => entry.Wording),
        })];
    }

    /// <summary>The filings of all rounds of the plan; the words and the files only of the rounds asked for.</summary>
    private static async Task<IReadOnlyList<FilingRecord>> ReadFilingsAsync(
        QualityPlanDb db, IReadOnlyList<RoundHead> heads, CancellationToken cancellation)
    {
        var planId = heads[0].Plan.Id;
        var filings = await db.Filings.AsNoTracking()
            .Include(filing => filing.Round)
            .Where(filing => filing.Round.PlanId == planId)
            .OrderBy(filing => db.Units.First(unit => unit.Id == filing.UnitId).Position).ThenBy(filing => filing.Id)
            .ToListAsync(cancellation);
        var reports = (await ReadReportsAsync(db, heads, cancellation)).ToLookup(report => report.FilingId, report => report.Report);
        var submitted = await LastSubmissionReader.ReadAsync(db, filings.Select(one => (one.Id, one.State)), cancellation);
        return filings.ConvertAll(filing => new FilingRecord(filing) { Reports = reports[filing.Id].ToList() }.AsSubmitted(submitted));
    }

    /// <summary>
    /// The reports of all rounds of the plan; a row for each mark and file, as a list inside a projection costs a compiled
    /// delegate for every report.
    /// </summary>
    private static async Task<IEnumerable<(int FilingId, ReportRow Report)>> ReadReportsAsync(
        QualityPlanDb db, IReadOnlyList<RoundHead> heads, CancellationToken cancellation)
    {
        var planId = heads[0].Plan.Id;
        int[] told = [.. heads.Select(head => head.Round.Id)];
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
                    Narrative = EF.Parameter(told).Contains(filing.RoundId) ? report.Narrative : "",
                    Cause = EF.Parameter(told).Contains(filing.RoundId) ? report.Cause : "",
                    Countermeasure = EF.Parameter(told).Contains(filing.RoundId) ? report.Countermeasure : "",
                    ExpectedDoneOn = report.ExpectedDoneOn,
                },
                Done = mark != null && mark.IsDone ? (int?)mark.CheckpointId : null,
                File = file == null || file.IsWithdrawn || !EF.Parameter(told).Contains(filing.RoundId) ? null
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
public readonly record struct RoundSource(QualityPlanDb Db, PlanTableCache? Tables)
{
    public Task<PlanTable> ReadTableAsync(Plan plan, CancellationToken cancellation) => Tables is null
        ? PlanTableReader.ReadAsync(Db, plan.Id, cancellation)
        : Tables.ReadAsync(Db, new PlanKey(plan.Id, plan.State, plan.Version), cancellation);
}
