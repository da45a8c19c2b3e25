using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Features.Shared;
using QualityPlan.Web.Files;

namespace QualityPlan.Web.Setup.Demonstration;

/// <summary>
/// The demonstration library: in Development only, and only into an empty database, in one transaction. The year in
/// force is told as a story up to now, through the same verbs as the pages use.
/// </summary>
internal sealed class DemonstrationLibrary(IServiceProvider services)
{
    private const string Agency = "國家圖書館（示範）";

    private readonly QualityPlanDb _db = services.GetRequiredService<QualityPlanDb>();
    private readonly DateTime _nowUtc = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
    private readonly StoryClock _clock = new();
    private readonly EvidenceStory _evidence = new(
        services.GetRequiredService<EvidenceStore>(), services.GetRequiredService<BookPress>());

    public static async Task FillIfEmptyAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<QualityPlanDb>();
        var isWanted = services.GetRequiredService<IConfiguration>().GetValue("Demonstration", true);
        if (!isWanted || !SourcePlan.IsThere || await db.Units.AnyAsync() || await db.Plans.AnyAsync() || await db.Accounts.AnyAsync())
        {
            return;
        }
        var address = services.GetRequiredService<IConfiguration>()["urls"]?.Split(';')[0];
        Console.WriteLine($"{PageFrame.SystemName}第一次啟動，正在填入示範資料，約需十秒{(address is null ? "。" : $"；完成後請以瀏覽器開啟：{address}")}");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var library = new DemonstrationLibrary(services);
        try
        {
            await library.FillAsync();
            await transaction.CommitAsync();
        }
        catch
        {
            library._evidence.TakeBack();
            throw;
        }
        db.ChangeTracker.Clear();
    }

    private async Task FillAsync()
    {
        var original = SourcePlan.Load("ncl-100.json");
        var former = SourcePlan.Load("nlpi-103.json");
        var year = RocYear.FromDate(TaipeiClock.DateAt(_nowUtc));
        _db.CalendarDays.AddRange(new[] { year.Previous, year, year.Next }.SelectMany(DemonstrationCalendar.DaysOf));
        var units = await DemonstrationUnits.AddAsync(_db, original, former);
        var people = await DemonstrationPeople.AddAsync(_db, units);
        var audit = new AuditTrail(_db, _clock);
        var plans = new PlanStory(_db, audit, people, _clock);

        var ownUnits = await LibraryReader.ReadDirectoryAsync(_db, default);
        var research = new Assignee(units.Named("研究組").Id, "研究組", AssignmentRole.Lead);
        var ownHand = new PlanHand(ownUnits, OfficeCalendar.WeekendsOnly, research);
        await plans.CloseAsync(await plans.ApproveAsync(original, ownHand, new(original.Agency, new(2011, 2, 24), "臺圖研字第1000000605號")));
        var formerHand = new PlanHand(
            units.FormerDirectory(), OfficeCalendar.WeekendsOnly, new(units.FormerId("閱覽諮詢科"), "閱覽諮詢科", AssignmentRole.Lead));
        await plans.CloseAsync(await plans.ApproveAsync(former, formerHand, new(former.Agency, new(2014, 3, 5), "（原件未載發文字號）")));

        var calendar = await LibraryReader.ReadCalendarAsync(_db, year.Previous, default);
        var letter = new Letter(Agency, calendar.NextWorkingDayOnOrAfter(new DateOnly(year.Gregorian - 1, 12, 18)), $"示範研字第{year.Previous}0000605號");
        var current = await plans.ApproveAsync(original.MovedTo(year), ownHand with { Calendar = calendar }, letter);
        await TellYearAsync(current, new QuarterCast(_db, audit, people, current.Plan)
        {
            RowsOfUnit = RowsOf(current, original),
            Reports = new ReportStory(),
            Evidence = _evidence,
            SignedReports = services.GetRequiredService<SignedReport>(),
            Hours = new WorkingHours(calendar),
        }, calendar);
        await new CriteriaStory(_db, audit, people).TellAsync(current, _clock, _nowUtc);
    }

    private async Task TellYearAsync(DraftPlan current, QuarterCast cast, OfficeCalendar calendar)
    {
        var settings = services.GetRequiredService<LibrarySettings>().Rounds;
        var filings = RoundPlanning.Plan(current.Plan, current.Measures.SelectMany(one => one.Assignments), settings, calendar);
        _db.Filings.AddRange(filings);
        await _db.SaveChangesAsync();
        var story = new Story(_clock);
        var now = Quarter.Of(TaipeiClock.DateAt(_nowUtc));
        foreach (var round in filings.GroupBy(filing => filing.Round.Quarter).Where(round => round.Key <= now))
        {
            if (round.Key < now)
            {
                new RoundStory(cast, [.. round]).TellTo(story, _nowUtc);
            }
            else
            {
                new CurrentQuarterStory(cast, [.. round]).TellTo(story, _nowUtc);
            }
        }
        await story.HappenAsync();
        await _db.SaveChangesAsync();
    }

    private static ILookup<int, StoryRow> RowsOf(DraftPlan plan, SourcePlan source)
    {
        var stories = RowStory.LoadAll();
        return plan.Measures.Zip(source.Rows)
            .SelectMany(pair => pair.First.Assignments.Select(one => new StoryRow(pair.First, one, stories[pair.Second.Key])))
            .ToLookup(row => row.Assignment.UnitId);
    }
}
