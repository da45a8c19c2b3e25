using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.WebTests.Features;

/// <summary>A site on which each test makes a plan, two units and the rounds of a year for itself.</summary>
public class QuarterSite : Site
{
    public static readonly RocYear Year = new(115);

    /// <summary>Within the reporters' window of the first quarter.</summary>
    public static readonly DateOnly InTime = new(2026, 4, 7);

    /// <summary>After the reporters' closing, before the heads'.</summary>
    public static readonly DateOnly TooLate = new(2026, 4, 13);

    public QuarterSite() : this("Sqlite")
    {
    }

    protected QuarterSite(string engine) : base(engine)
    {
        EvidencePath = Directory.CreateTempSubdirectory("qualityplan-evidence-").FullName;
        With("Files:EvidencePath", EvidencePath);
    }

    public string EvidencePath { get; }

    public IReadOnlyList<string> StoredFiles => Directory.GetFiles(EvidencePath, "*", SearchOption.AllDirectories);

    public async Task<Library> AddLibraryAsync(int measures = 3, int ofThem = 3, RocYear? year = null, Library? sameUnits = null)
    {
        Clock.SetDay(InTime);
        var own = sameUnits?.Own ?? await AddUnitAsync();
        var other = sameUnits?.Other ?? await AddUnitAsync();
        var plan = await AddPlanAsync(year ?? Year);
        await AddMeasuresAsync(plan, (measures, ofThem), own, other);
        await ChangeAsync(db => Approve(plan.Id, db));
        var rounds = await AddRoundsAsync(plan, own, other);
        return new Library(this, plan.Id, own, other) { RoundId = rounds[0], SecondRoundId = rounds[1] };
    }

    private async Task<Plan> AddPlanAsync(RocYear year)
    {
        var plan = new Plan(year, $"{year}年度計畫", "圖書館");
        await ChangeAsync(db => db.Plans.Add(plan));
        return plan;
    }

    /// <summary>The first rows belong to the own unit, due 3/31 and 6/30; the third, fifth … only 6/30. The rest is the other unit's.</summary>
    private Task AddMeasuresAsync(Plan plan, (int All, int Own) count, Unit own, Unit other) => ChangeAsync(db =>
    {
        var area = new Area(plan.Id, null, "一、服務流程", 1);
        var item = new PlanItem(plan.Id, area, "櫃臺服務", 1);
        for (var number = 1; number <= count.All; number++)
        {
            var measure = new Measure(plan.Id, item, number, new MeasureText($"1.{number}", $"推動作法第{number}項", "3月、6月", "單位"));
            var march = new DateOnly(plan.Year.Gregorian, 3, 31);
            var june = new DateOnly(plan.Year.Gregorian, 6, 30);
            measure.Schedule(DeadlineKind.Dated, number > 2 && number % 2 == 1 ? [(june, null)] : [(march, number == 2 ? 3 : null), (june, null)], false);
            var unit = number <= count.Own ? own : other;
            measure.Assign([new Assignee(unit.Id, unit.Name, AssignmentRole.Lead)], false);
            db.Measures.Add(measure);
        }
    });

    private static void Approve(int planId, Web.Data.QualityPlanDb db)
    {
        var plan = db.Plans.Single(one => one.Id == planId);
        var measures = db.Measures.Include(one => one.Assignments).Where(one => one.PlanId == planId).ToList();
        var office = new Actor(1, "研發", new HashSet<Role> { Role.PlanOffice }, null);
        var verdict = plan.Approve(new Approval(office, DateTime.UnixEpoch, new DateOnly(2026, 1, 5), "研字第1號", "{}"), measures);
        if (!verdict.IsAllowed)
        {
            throw new InvalidOperationException(verdict.Sentence);
        }
    }

    private async Task<List<int>> AddRoundsAsync(Plan plan, Unit own, Unit other)
    {
        var rounds = Quarter.AllOf(plan.Year)
            .Select(quarter => new QuarterlyRound(plan.Id, quarter, RoundDates.Usual(quarter, new RoundSettings(), OfficeCalendar.WeekendsOnly)))
            .ToList();
        await ChangeAsync(db =>
        {
            foreach (var round in rounds)
            {
                db.Filings.Add(new UnitFiling(round, own.Id, own.Name));
                db.Filings.Add(new UnitFiling(round, other.Id, other.Name));
            }
        });
        return rounds.ConvertAll(round => round.Id);
    }
}

/// <summary>A plan with its two units, and ways to look at what became of it.</summary>
public sealed record Library(QuarterSite Site, int PlanId, Unit Own, Unit Other)
{
    public int RoundId { get; init; }

    public int SecondRoundId { get; init; }

    public string Page => $"/Progress/{RoundId}/{Own.Id}";

    public Task<Visit> ReporterAsync() => Site.SignInAsync(Own.Id, Role.Reporter);

    public Task<Visit> HeadAsync() => Site.SignInAsync(Own.Id, Role.UnitHead);

    public Task<Visit> OfficeAsync() => Site.SignInAsync(Role.PlanOffice);

    /// <summary>Own rows in the plan's order: assignment and its checkpoints.</summary>
    public async Task<IReadOnlyList<OwnRow>> RowsAsync(Unit? unit = null)
    {
        var unitId = (unit ?? Own).Id;
        var rows = await Site.AskAsync(db => db.Measures
            .Where(measure => measure.PlanId == PlanId && measure.Assignments.Any(one => one.UnitId == unitId))
            .OrderBy(measure => measure.Position)
            .Select(measure => new
            {
                Id = measure.Assignments.First(one => one.UnitId == unitId).Id,
                MeasureId = measure.Id,
                Checkpoints = measure.Checkpoints.OrderBy(one => one.DueOn).Select(one => one.Id).ToList(),
            })
            .ToListAsync());
        return rows.ConvertAll(row => new OwnRow(row.Id, row.Checkpoints) { MeasureId = row.MeasureId });
    }

    public Task<UnitFiling> FilingAsync(int? roundId = null, Unit? unit = null)
    {
        var (round, unitId) = (roundId ?? RoundId, (unit ?? Own).Id);
        return Site.AskAsync(db => db.Filings.AsNoTracking().AsSplitQuery()
            .Include(one => one.Round).Include(one => one.Defects)
            .Include(one => one.Reports).ThenInclude(report => report.Marks)
            .Include(one => one.Reports).ThenInclude(report => report.Evidence)
            .Include(one => one.Reports).ThenInclude(report => report.Versions)
            .SingleAsync(one => one.RoundId == round && one.UnitId == unitId));
    }

    /// <summary>Fills in both rows that owe something and submits through the page.</summary>
    public async Task<Visit> SubmitAsync(Visit? by = null, string words = "已辦理")
    {
        var reporter = by ?? await ReporterAsync();
        var rows = await RowsAsync();
        var page = await reporter.GetAsync(Page);
        var fields = rows.Take(2).SelectMany(row => new[]
        {
            ($"Rows[{row.Id}].Narrative", words),
            ($"Rows[{row.Id}].Done", $"{row.Checkpoints[0]}"),
        });
        var answer = await reporter.SubmitAsync(page, "[data-testid=fill-in]", Page + "/submit", fields.ToArray());
        if (answer.Status != System.Net.HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException(answer.Text);
        }
        return reporter;
    }

    /// <summary>Changes the filing by its own verbs, behind the pages' back.</summary>
    public Task ChangeFilingAsync(Action<UnitFiling> change, int? roundId = null) => Site.ChangeAsync(db =>
    {
        var round = roundId ?? RoundId;
        change(db.Filings.Include(one => one.Round).Include(one => one.Defects).Include(one => one.Reports).ThenInclude(one => one.Marks)
            .Single(one => one.RoundId == round && one.UnitId == Own.Id));
    });

    public static Actor Someone(Role role, int? unitId = null) => new(9000 + (int)role, role.Chinese(), new HashSet<Role> { role }, unitId);
}

/// <summary>One row of a unit.</summary>
public sealed record OwnRow(int Id, IReadOnlyList<int> Checkpoints)
{
    public int MeasureId { get; init; }
}

internal static class VisitSubmit
{
    /// <summary>Sends a form to the address of another of its buttons.</summary>
    public static Task<Answer> SubmitAsync(
        this Visit visit, Answer page, string form, string action, params (string Name, string Value)[] fields)
    {
        page.Html.QuerySelector(form)!.SetAttribute("action", action);
        return visit.SubmitAsync(page, form, fields);
    }
}
