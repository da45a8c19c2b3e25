using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.WebTests;

/// <summary>
/// An approved plan with its rounds and filings, made through the domain's own verbs. Measures go to the units in
/// turn, every tenth to the group 各單位; deadlines go through <see cref="DeadlineTexts"/> in turn.
/// </summary>
public sealed record PlanSeed(int PlanId, RocYear Year, IReadOnlyList<int> UnitIds)
{
    public static readonly IReadOnlyList<string> DeadlineTexts = ["3月、6月、9月、12月", "12月", "6月", "每月", "業已完成", "隨時", "2月"];

    /// <summary>Somebody who may do whatever a seed needs; not an account.</summary>
    public static Actor Office { get; } = new(900_001, "種子研發", new HashSet<Role> { Role.PlanOffice }, null);

    /// <summary>Plants it in the year of the site's clock, or a given one.</summary>
    public static Task<PlanSeed> PlantAsync(Site site, int measures, int units = 3, RocYear? year = null) =>
        site.AskAsync(db => PlantAsync(db, measures, units, year ?? RocYear.FromDate(TaipeiClock.DateAt(site.Clock.GetUtcNow().UtcDateTime))));

    /// <summary>Files and approves the report of every row of a unit in a quarter.</summary>
    public Task FileAsync(Site site, int unitId, int quarter, Func<int, ReportText> text, Func<int, bool>? isDone = null) =>
        site.AskAsync(db => SeedFiling.FileAsync(db, this, new FilingWish(unitId, quarter, text) { IsDone = isDone ?? (_ => true) }));

    private static async Task<PlanSeed> PlantAsync(QualityPlanDb db, int measures, int units, RocYear year)
    {
        var team = Enumerable.Range(1, units).Select(at => new Unit($"{year}第{at}組{Guid.NewGuid():N}"[..20], UnitKind.Department, at)).ToList();
        db.Units.AddRange(team);
        var plan = new Plan(year, $"{year}年度提升服務品質執行計畫", "測試圖書館");
        plan.AddChapter("壹", "計畫依據", ["依教育部函辦理。"]);
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        var rows = Rows(db, plan, measures);
        var every = new GroupName(1, "各單位", [.. team.Select(unit => unit.Id)]);
        var directory = new UnitDirectory([.. team.Select(unit => new UnitName(unit.Id, unit.Name, []))], [every]);
        var reading = new MeasureReading(directory, new DeadlineContext(year, OfficeCalendar.WeekendsOnly));
        for (var at = 0; at < rows.Count; at++)
        {
            var unit = at % 10 == 9 ? "各單位" : team[at % team.Count].Name;
            rows[at].Write(new MeasureText($"{1 + (at / 10)}.{1 + (at % 10)}", $"推動作法第{at}項", $"{DeadlineTexts[at % DeadlineTexts.Count]}", unit));
            reading.Apply(rows[at]);
        }
        await db.SaveChangesAsync();
        var verdict = plan.Approve(new Approval(Office, DateTime.UtcNow, year.FirstDay, "測字第1號", "{}"), rows);
        if (!verdict.IsAllowed)
        {
            throw new InvalidOperationException(verdict.Sentence);
        }
        db.Filings.AddRange(RoundPlanning.Plan(plan, rows.SelectMany(row => row.Assignments), new RoundSettings(), OfficeCalendar.WeekendsOnly));
        await db.SaveChangesAsync();
        return new PlanSeed(plan.Id, year, [.. team.Select(unit => unit.Id)]);
    }

    private static List<Measure> Rows(QualityPlanDb db, Plan plan, int measures)
    {
        var rows = new List<Measure>();
        PlanItem? item = null;
        for (var at = 0; at < measures; at++)
        {
            if (at % 10 == 0)
            {
                var top = new Area(plan.Id, null, $"{(at / 10) + 1}、要項", at);
                var area = new Area(plan.Id, top, $"({(at / 10) + 1})次要項", at);
                item = new PlanItem(plan.Id, area, $"{(at / 10) + 1}. 項目", at);
            }
            var row = new Measure(plan.Id, item!, at, new MeasureText("", "", "", ""));
            rows.Add(row);
            db.Measures.Add(row);
        }
        return rows;
    }
}
