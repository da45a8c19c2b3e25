using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Setup.Demonstration;

namespace QualityPlan.Web.Operations.Generating;

/// <summary>One generated year: its approved plan, four rounds, and the reports up to the last day, one quarter at a time.</summary>
internal sealed class GeneratedYear(QualityPlanDb db, GeneratedSize size, RocYear year, GeneratedPeople people)
{
    private readonly Random _dice = new(unchecked((size.Seed * 1_000_003) + year.Value));
    private readonly ReportStory _reports = new(size.Seed);
    private readonly StoryClock _clock = new();
    private readonly List<Measure> _measures = [];
    private readonly Dictionary<int, RowStory> _stories = [];

    public required UnitDirectory Directory { get; init; }

    public async Task<int> FillAsync()
    {
        var calendar = await LibraryReader.ReadCalendarAsync(db, year, default);
        var plan = await AddPlanAsync(calendar);
        db.ChangeTracker.Clear();
        var filings = RoundPlanning.Plan(plan, _measures.SelectMany(one => one.Assignments), new RoundSettings(), calendar);
        var rows = _measures.SelectMany(measure => measure.Assignments.Select(one => new StoryRow(measure, one, _stories[measure.Position])))
            .ToLookup(row => row.Assignment.UnitId);
        var now = Quarter.Of(size.LastDay);
        var count = 0;
        foreach (var round in filings.GroupBy(filing => filing.Round.Quarter))
        {
            if (round.Key <= now)
            {
                var quarter = new GeneratedQuarter(people, rows, _reports) { Dice = _dice };
                count += round.Sum(filing => quarter.File(filing, isOver: round.Key < now, size.LastDay));
            }
            await SaveAsync([.. round], round.Key < now);
        }
        return count;
    }

    private async Task<Plan> AddPlanAsync(OfficeCalendar calendar)
    {
        var plan = new Plan(year, $"示範圖書館 {year} 年度提升服務品質執行計畫", "示範圖書館");
        plan.AddChapter("壹", "計畫依據", [$"教育部 {year} 年度提升服務品質實施計畫。"]);
        plan.AddChapter("貳", "計畫目標", ["一、推動讀者滿意服務。", "二、提供友善網路服務。"]);
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        AddMeasures(plan, new MeasureReading(Directory, new DeadlineContext(year, calendar)));
        db.Measures.AddRange(_measures);
        await db.SaveChangesAsync();
        var issuedOn = calendar.NextWorkingDayOnOrAfter(new DateOnly(year.Gregorian - 1, 12, 18));
        var at = TaipeiClock.StartOfDay(issuedOn).AddHours(10);
        Story.Must(plan.Approve(new Approval(people.Office, at, issuedOn, $"示範字第{year}0000001號", "{}"), _measures));
        if (year < RocYear.FromDate(size.LastDay))
        {
            Story.Must(plan.Close(people.Office));
        }
        Note(at, people.Office, "approve-plan", AuditSubject.Of<Plan>(plan.Id), $"核定「{plan.Title}」");
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync();
        return plan;
    }

    /// <summary>Six areas of two, five rows an item.</summary>
    private void AddMeasures(Plan plan, MeasureReading reading)
    {
        var items = Math.Max(1, size.Measures / 5);
        var areas = Enumerable.Range(0, 6).Select(at => new Area(plan.Id, null, GeneratedWords.Area(at), at + 1)).ToList();
        var leaves = Enumerable.Range(0, 12).Select(at => new Area(plan.Id, areas[at / 2], GeneratedWords.SubArea(at), at + 1)).ToList();
        var places = Enumerable.Range(0, items).Select(at => (Item: at, Leaf: at * 12 / items))
            .GroupBy(one => one.Leaf)
            .SelectMany(leaf => leaf.Select((one, at) => (one.Item, Number: at + 1, Leaf: leaves[leaf.Key])))
            .Select(one => (one.Number, Item: new PlanItem(plan.Id, one.Leaf, GeneratedWords.Item(one.Number, _dice), one.Item + 1)))
            .ToList();
        var units = people.Reporters.Keys.Order().Select(Directory.NameOf).ToList();
        for (var at = 0; at < size.Measures; at++)
        {
            var (number, item) = places[Math.Min(at / 5, items - 1)];
            var (text, story) = GeneratedWords.Measure($"{number}.{(at % 5) + 1}", year, units, _dice);
            var measure = new Measure(plan.Id, item, at + 1, text);
            reading.Apply(measure);
            _stories[measure.Position] = story;
            _measures.Add(measure);
        }
    }

    private async Task SaveAsync(IReadOnlyList<UnitFiling> filings, bool isOver)
    {
        db.Filings.AddRange(filings);
        if (isOver && filings.Count > 0)
        {
            var (report, signedAt) = Sign(filings);
            db.CompiledReports.Add(report);
            await db.SaveChangesAsync();
            // The page of a signed report is drawn from these bytes; the printed books would take minutes.
            SignedReport.KeepContent(report, await SignedReport.ReadAsync(db, report, signedAt, default));
            db.Entry(report).DetectChanges();
        }
        await db.SaveChangesAsync();
        foreach (var filing in filings.Where(one => one.SubmittedAtUtc is not null))
        {
            var subject = AuditSubject.Of<UnitFiling>(filing.Id, filing.UnitId);
            Note(filing.SubmittedAtUtc!.Value, people.Reporters[filing.UnitId], "submit-filing", subject, $"送審：{filing.UnitName} {filing.Round.Quarter}");
            if (filing.ApprovedAtUtc is { } approved)
            {
                Note(approved, people.Heads[filing.UnitId], "approve-filing", subject, $"主管核可：{filing.UnitName} {filing.Round.Quarter}");
            }
        }
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private (CompiledReport Report, DateTime AtUtc) Sign(IReadOnlyList<UnitFiling> filings)
    {
        var report = new CompiledReport(filings[0].Round);
        var at = TaipeiClock.StartOfDay(report.Round.OfficeClosesOn).AddHours(10);
        Story.Must(report.Summarise($"{report.Round.Quarter}已填報單位 {filings.Count(one => one.State.IsFiled())}/{filings.Count}。", people.Office));
        foreach (var measure in _measures.Where(one => one.Position % 10 == 0))
        {
            Story.Must(report.Word(measure.Id, "各單位均依計畫辦理，執行情形良好，成果詳各單位填報內容。", people.Office));
        }
        Story.Must(report.Act(CompiledReportAction.SendUp, new SignOffText("", report.Version), people.Office, at));
        Story.Must(report.Act(CompiledReportAction.Sign, new SignOffText("", report.Version), people.Deputy, at.AddDays(1)));
        Story.Must(report.Act(CompiledReportAction.Sign, new SignOffText("如擬。", report.Version), people.Convener, at.AddDays(2)));
        foreach (var filing in filings.Where(one => one.State == FilingState.Compiled))
        {
            Story.Must(filing.Lock(people.Convener));
        }
        report.Round.Lock();
        return (report, at.AddDays(2));
    }

    private void Note(DateTime atUtc, Actor actor, string action, AuditSubject subject, string what)
    {
        _clock.Set(atUtc);
        people.Audit(_clock).Record(actor, action, subject, what);
    }
}
