using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using QualityPlan.Web.Features.Shared;

namespace QualityPlan.Web.Features.Reviews;

public sealed class ReviewsQueries(QualityPlanDb db, PlanTableCache tables, TimeProvider clock)
{
    private const int MostFilings = 12;

    private DateOnly Today => TaipeiClock.DateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>The filings of the actor's unit: what waits for him first, then the newest.</summary>
    public async Task<IndexPage> IndexAsync(Actor actor, CancellationToken cancellation)
    {
        var today = Today;
        var unitId = actor.UnitId;
        var filings = await db.Filings.AsNoTracking().Include(filing => filing.Round)
            .Where(filing => filing.UnitId == unitId && filing.Round.OpensOn <= today)
            .OrderByDescending(filing => filing.Round.OpensOn).ThenByDescending(filing => filing.Id)
            .Take(MostFilings)
            .ToListAsync(cancellation);
        return new IndexPage(
            today,
            filings.OrderBy(filing => filing.State == FilingState.Submitted ? 0 : 1)
                .Select(filing => new ReviewLine(filing.Id, filing.Round.Quarter, filing.State, filing.Round.HeadsCloseOn)
                {
                    SubmittedByName = filing.SubmittedByName,
                    SubmittedAtUtc = filing.SubmittedAtUtc,
                    Marks = FilingMarks.Of(filing),
                })
                .ToList());
    }

    /// <summary>A filing of the actor's unit with what changed since the last submission; null for others.</summary>
    public async Task<ShowPage?> ShowAsync(int filingId, Actor actor, CancellationToken cancellation)
    {
        var today = Today;
        var roundId = await db.Filings.Where(filing => filing.Id == filingId && filing.UnitId == actor.UnitId)
            .Select(filing => (int?)filing.RoundId)
            .SingleOrDefaultAsync(cancellation);
        if (roundId is null || actor.UnitId is not { } unitId)
        {
            return null;
        }
        var sheet = (await FilingReader.ReadAsync(
            new FilingSource(db, tables) { IsAsSubmitted = true }, new FilingKey(roundId.Value, unitId), today, cancellation))!;
        var filing = sheet.Filing;
        var before = filing.SubmissionCount > 1
            ? await ReadVersionsAsync(filingId, filing.SubmissionCount - 1, cancellation)
            : [];
        return new ShowPage(sheet, today)
        {
            Rows = sheet.Rows
                .Where(row => row.Owes || row.Report is not null)
                .Select(row => ReviewRow.Of(row, filing, before.GetValueOrDefault(row.AssignmentId)))
                .ToList(),
            Silent = sheet.Rows.Count(row => !row.Owes && row.Report is null),
            MayApprove = filing.MayApprove(actor),
            MayReturn = filing.MayReturn(actor),
        };
    }

    private async Task<Dictionary<int, ReportVersion>> ReadVersionsAsync(
        int filingId, int submission, CancellationToken cancellation)
    {
        var versions = await db.Filings.AsNoTracking()
            .Where(filing => filing.Id == filingId)
            .SelectMany(filing => filing.Reports)
            .SelectMany(
                report => report.Versions.Where(version => version.Submission == submission),
                (report, version) => new { report.AssignmentId, Version = version })
            .ToListAsync(cancellation);
        return versions.ToDictionary(one => one.AssignmentId, one => one.Version);
    }
}
