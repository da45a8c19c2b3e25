using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.WebTests.Features.Plans;

/// <summary>Plans in the database of a site, made through the domain as the pages make them.</summary>
internal sealed class PlanGround(Site site)
{
    public static readonly RocYear Year = new(115);

    private static readonly Actor Office = new(1, "研發小組", new HashSet<Role> { Role.PlanOffice }, null);

    /// <summary>A draft of two areas with one item each; rows go to them in turn.</summary>
    public Task<int> AddDraftAsync(params MeasureText[] rows) => site.AskAsync(async db =>
    {
        var plan = new Plan(Year, "115年度提升服務品質執行計畫", "測試圖書館");
        plan.AddChapter("壹", "計畫依據", ["行政院服務獎評獎實施計畫。", "教育部函。"]);
        plan.AddChapter("貳", "計畫目標", ["提升服務品質。"]);
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        var service = new Area(plan.Id, null, "一、服務流程", 1);
        var areas = new[] { new Area(plan.Id, service, "(一)服務流程便捷性", 1), new Area(plan.Id, null, "二、服務行為", 2) };
        var items = areas.Select((area, index) => new PlanItem(plan.Id, area, $"{index + 1}. 執行項目{index + 1}", 1)).ToList();
        db.PlanItems.AddRange(items);
        var reading = await LibraryReader.ReadReadingAsync(db, Year, default);
        foreach (var (text, index) in rows.Select((text, index) => (text, index)))
        {
            var measure = new Measure(plan.Id, items[index * items.Count / rows.Length], index + 1, text);
            reading.Apply(measure);
            db.Measures.Add(measure);
        }
        await db.SaveChangesAsync();
        return plan.Id;
    });

    /// <summary>The same, approved on 115/1/5 with its four rounds.</summary>
    public async Task<int> AddApprovedAsync(params MeasureText[] rows)
    {
        var planId = await AddDraftAsync(rows);
        await ApproveAsync(planId);
        return planId;
    }

    public Task ApproveAsync(int planId) => site.AskAsync(async db =>
    {
        var plan = await db.Plans.SingleAsync(one => one.Id == planId);
        var measures = await db.Measures.Include(one => one.Assignments).Where(one => one.PlanId == planId).ToListAsync();
        plan.Approve(new Approval(Office, new DateTime(2026, 1, 5, 2, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 1, 5), "研字第1150000001號", "{}"), measures);
        db.Filings.AddRange(RoundPlanning.Plan(plan, measures.SelectMany(one => one.Assignments), new RoundSettings(), OfficeCalendar.WeekendsOnly));
        return await db.SaveChangesAsync();
    });

    /// <summary>What a unit files in the first quarter of its first row: kept as a draft, or submitted.</summary>
    public Task ReportAsync(int planId, Unit unit, string words, bool submit) => site.AskAsync(async db =>
    {
        var reporter = new Actor(2, "承辦人", new HashSet<Role> { Role.Reporter }, unit.Id);
        var quarter = new Quarter(Year, 1);
        var filing = await db.Filings.Include(one => one.Round).Include(one => one.Reports)
            .SingleAsync(one => one.Round.PlanId == planId && one.UnitId == unit.Id && one.Round.Quarter == quarter);
        var row = await db.Measures.Include(one => one.Checkpoints).Include(one => one.Assignments)
            .OrderBy(one => one.Position)
            .FirstAsync(one => one.PlanId == planId && one.Assignments.Any(assignment => assignment.UnitId == unit.Id));
        var report = filing.ReportFor(row.Assignments.Single(one => one.UnitId == unit.Id).Id, row.Id);
        report.Write(new ReportText(ReportState.InProgress, words), new DateTime(2026, 4, 1, 2, 0, 0, DateTimeKind.Utc));
        foreach (var checkpoint in row.Checkpoints.Where(one => quarter.Contains(one.DueOn)))
        {
            report.Mark(checkpoint.Id, isDone: true, null);
        }
        filing.Save(reporter, new DateOnly(2026, 4, 1));
        if (submit)
        {
            filing.Submit(reporter, new DateTime(2026, 4, 1, 2, 0, 0, DateTimeKind.Utc));
        }
        return await db.SaveChangesAsync();
    });

    public Task LockAsync(int planId, int quarter) => site.AskAsync(async db =>
    {
        var asked = new Quarter(Year, quarter);
        (await db.Rounds.SingleAsync(round => round.PlanId == planId && round.Quarter == asked)).Lock();
        return await db.SaveChangesAsync();
    });

    public Task<Plan> PlanAsync(int planId) => site.AskAsync(db => db.Plans.AsNoTracking()
        .Include(one => one.Chapters).Include(one => one.Revisions).SingleAsync(one => one.Id == planId));

    /// <summary>The rows in the table's order.</summary>
    public async Task<IReadOnlyList<OutlineRow>> RowsAsync(int planId) =>
        await site.AskAsync(db => OutlineReader.ReadAsync(db, planId, default));

    public Task<Measure> MeasureAsync(int id) => site.AskAsync(db => db.Measures.AsNoTracking()
        .Include(one => one.Checkpoints).Include(one => one.Assignments).SingleAsync(one => one.Id == id));

    public static MeasureText Row(string number, string deadline, string units, string approach = "推動作法") =>
        new(number, approach + number, deadline, units);
}
