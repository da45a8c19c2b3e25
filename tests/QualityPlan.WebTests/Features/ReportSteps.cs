using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;
using Shouldly;

namespace QualityPlan.WebTests.Features;

/// <summary>Brings a round to where a test begins, by the domain's own verbs, and looks at what became of the report.</summary>
internal static class ReportSteps
{
    public static readonly Actor Office = Library.Someone(Role.PlanOffice);
    public static readonly Actor Deputy = Library.Someone(Role.DeputyConvener);
    public static readonly Actor Convener = Library.Someone(Role.Convener);

    /// <summary>Fills in every row of a unit and goes on with the filing as far as asked: 已送審, 主管核可 or 已彙整.</summary>
    public static Task FileAsync(this Library library, Unit unit, FilingState until = FilingState.Approved, ReportText? text = null) =>
        library.Site.AskAsync(async db =>
        {
            var now = library.Site.Clock.GetUtcNow().UtcDateTime;
            var filing = await Filings(db).SingleAsync(one => one.RoundId == library.RoundId && one.UnitId == unit.Id);
            var rows = await db.Measures.Include(row => row.Assignments).Include(row => row.Checkpoints)
                .Where(row => row.PlanId == library.PlanId && row.Assignments.Any(one => one.UnitId == unit.Id)).ToListAsync();
            foreach (var row in rows)
            {
                Fill(filing, row, unit.Id, text ?? new ReportText(ReportState.InProgress, $"{unit.Name}本季已辦理"), now);
            }
            var (reporter, head) = (Library.Someone(Role.Reporter, unit.Id), Library.Someone(Role.UnitHead, unit.Id));
            Must(filing.Save(reporter, QuarterSite.InTime));
            Must(filing.Submit(reporter, now));
            if (until is FilingState.Approved or FilingState.Compiled)
            {
                Must(filing.Approve(head, now));
            }
            if (until == FilingState.Compiled)
            {
                Must(filing.Compile(Office));
            }
            return await db.SaveChangesAsync();
        });

    /// <summary>A report in that state, whoever has filed; null actions leave it unbegun.</summary>
    public static Task ReportInAsync(this Library library, CompiledReportState state) => library.Site.AskAsync(async db =>
    {
        var report = new CompiledReport(await db.Rounds.SingleAsync(round => round.Id == library.RoundId));
        db.CompiledReports.Add(report);
        if (state != CompiledReportState.Compiling)
        {
            Step(report, CompiledReportAction.SendUp, Office, library);
        }
        if (state is CompiledReportState.AwaitingConvener or CompiledReportState.Signed)
        {
            Step(report, CompiledReportAction.Sign, Deputy, library);
        }
        return await db.SaveChangesAsync();
    });

    public static Task<CompiledReport> ReportAsync(this Library library) => library.Site.AskAsync(db => db.CompiledReports
        .AsNoTracking().AsSplitQuery()
        .Include(one => one.Round).Include(one => one.Entries).Include(one => one.SignOffs).Include(one => one.Files)
        .SingleAsync(one => one.RoundId == library.RoundId));

    public static Task<int> CountTrailAsync(this Library library, string action, string entityId) =>
        library.Site.AskAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == action && entry.EntityId == entityId));

    /// <summary>Sends the report up through the pages, whatever is missing.</summary>
    public static async Task SendUpAsync(this Library library, Visit? office = null)
    {
        var visit = office ?? await library.OfficeAsync();
        var page = await visit.GetAsync($"/compiling/{library.RoundId}/send-up");
        var answer = await visit.SubmitAsync(page, "[data-testid=send-up-form]", ("Form.IsConfirmed", "true"));
        answer.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, answer.Text);
    }

    /// <summary>Signs through the page of the report.</summary>
    public static async Task<Answer> SignAsync(this Library library, Visit signer, string directive = "")
    {
        var page = await signer.GetAsync($"/signing/{library.RoundId}");
        return await signer.SubmitAsync(page, "[data-testid=sign-form]", ("Directive", directive));
    }

    public static string Text(this int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IQueryable<UnitFiling> Filings(QualityPlanDb db) => db.Filings.AsSplitQuery()
        .Include(one => one.Round).Include(one => one.Defects).Include(one => one.Reports).ThenInclude(report => report.Marks);

    private static void Fill(UnitFiling filing, Measure row, int unitId, ReportText text, DateTime now)
    {
        var report = filing.ReportFor(row.Assignments.First(one => one.UnitId == unitId).Id, row.Id);
        report.Write(text, now);
        foreach (var checkpoint in row.Checkpoints.Where(one => one.DueOn <= filing.Round.Quarter.LastDay && text.State != ReportState.NotAchieved))
        {
            report.Mark(checkpoint.Id, isDone: true, checkpoint.ExpectedCount);
        }
    }

    private static void Step(CompiledReport report, CompiledReportAction action, Actor actor, Library library) =>
        Must(report.Act(action, new SignOffText("", report.Version), actor, library.Site.Clock.GetUtcNow().UtcDateTime));

    public static void Must(Verdict verdict) => verdict.IsAllowed.ShouldBeTrue(verdict.Sentence);
}
