using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.WebTests.Features;
using Format = QualityPlan.Documents.DocumentFormat;

namespace QualityPlan.WebTests.Books;

/// <summary>
/// A library whose every text is awkward: formulas, rare and private characters, tabs, long names, joined lists. The first
/// quarter is signed, the second is under way.
/// </summary>
public sealed class BookGround : QuarterSite
{
    public const string Agency = "龘𠮷圖書館\uE123";

    private const int Rows = 14;

    /// <summary>What a spreadsheet could take for a formula, what fonts lack, what layouts break on.</summary>
    private static readonly string[] Awkward =
        ["=1+1", "+1+1", "-1+1 減", "@SUM(A1)", "\t=2+2", "龘𠮷造字\uE123", "「引號」\"、<b>&amp;", "第一行\n第二行", "0912", "\r=3+3", new string('長', 180), "1/2", "TRUE"];

    private readonly Task<PlanSeed> _planted;

    public BookGround() => _planted = Task.Run(PlantAsync);

    public Task<PlanSeed> PlantedAsync() => _planted;

    /// <summary>A book as the site prints it.</summary>
    public async Task<byte[]> PrintAsync(BookWish wish, Format format)
    {
        await using var scope = Services.CreateAsyncScope();
        var book = await scope.ServiceProvider.GetRequiredService<BookShelf>().FindAsync(wish with { SeesUnsigned = true }, format, default);
        return book!.Print();
    }

    private async Task<PlanSeed> PlantAsync()
    {
        Clock.SetDay(InTime);
        var units = new List<Unit>();
        foreach (var name in new[] { "=館長室", "@資訊組" + new string('名', 40), "𠮷祥組\uE123" })
        {
            units.Add(await AddUnitAsync(name));
        }
        var plan = new Plan(Year, "115年度「=服務」計畫龘𠮷\uE123", Agency);
        plan.AddChapter("壹", "=依據", ["=1+1 依教育部函辦理。", "@第二段\uE123"]);
        await ChangeAsync(db => db.Plans.Add(plan));
        await ChangeAsync(db => AddRows(db, plan, units));
        await AskAsync(db => ApproveAsync(db, plan.Id));
        var seed = new PlanSeed(plan.Id, Year, [.. units.Select(unit => unit.Id)]);
        await FileAsync(seed, 1, [0, 1]);
        await SignFirstAsync(seed);
        Clock.SetDay(new DateOnly(2026, 7, 7));
        await FileAsync(seed, 2, [0, 2]);
        return seed;
    }

    private static void AddRows(QualityPlanDb db, Plan plan, List<Unit> units)
    {
        var top = new Area(plan.Id, null, "一、=服務流程\uE123", 1);
        var first = new PlanItem(plan.Id, new Area(plan.Id, top, "（一）@次要項", 2), "1. +櫃臺服務", 1);
        var second = new PlanItem(plan.Id, new Area(plan.Id, null, "二、-創新𠮷", 3), "2. =創新", 2);
        for (var at = 0; at < Rows; at++)
        {
            var text = new MeasureText($"{1 + (at / 8)}.{1 + (at % 8)}", $"{Awkward[at % Awkward.Length]}（第{at}列）", at % 3 == 0 ? "3月、6月" : "=6月", $"{units[at % 3].Name}、共同");
            var measure = new Measure(plan.Id, at < 8 ? first : second, at + 1, text);
            measure.Schedule(at == 5 ? DeadlineKind.DoneAtStart : DeadlineKind.Dated, Days(at), false);
            measure.Assign([.. Assignees(at, units)], false);
            db.Measures.Add(measure);
        }
    }

    private static (DateOnly, int?)[] Days(int at) => at switch
    {
        5 => [],
        _ when at % 3 == 0 => [(new DateOnly(2026, 3, 31), null), (new DateOnly(2026, 6, 30), null)],
        _ => [(new DateOnly(2026, 6, 30), null), (new DateOnly(2026, 12, 31), null)],
    };

    private static IEnumerable<Assignee> Assignees(int at, List<Unit> units)
    {
        yield return new Assignee(units[at % 3].Id, units[at % 3].Name, AssignmentRole.Lead);
        if (at % 4 == 0)
        {
            yield return new Assignee(units[(at + 1) % 3].Id, units[(at + 1) % 3].Name, at % 8 == 0 ? AssignmentRole.Lead : AssignmentRole.Support);
        }
    }

    private static async Task<int> ApproveAsync(QualityPlanDb db, int planId)
    {
        var plan = await db.Plans.SingleAsync(one => one.Id == planId);
        var rows = await db.Measures.Include(one => one.Assignments).Include(one => one.Checkpoints).Where(one => one.PlanId == planId).ToListAsync();
        Must(plan.Approve(new Approval(PlanSeed.Office, DateTime.UnixEpoch, new DateOnly(2026, 1, 5), "=研字第1號", "{}"), rows));
        db.Filings.AddRange(RoundPlanning.Plan(plan, rows.SelectMany(row => row.Assignments), new RoundSettings(), OfficeCalendar.WeekendsOnly));
        return await db.SaveChangesAsync();
    }

    /// <summary>The units named file the quarter; what they write and tick differs from row to row.</summary>
    private async Task FileAsync(PlanSeed seed, int quarter, int[] units)
    {
        foreach (var unit in units)
        {
            await seed.FileAsync(this, seed.UnitIds[unit], quarter, id => TextOf(id, quarter), id => id % 4 != 1);
        }
        await ChangeAsync(db =>
        {
            var report = db.Filings.Include(one => one.Reports).ThenInclude(one => one.Evidence)
                .Where(one => one.Round.PlanId == seed.PlanId).ToList()
                .SelectMany(filing => filing.Reports).OrderBy(one => one.Id).Last();
            report.Attach(new EvidenceFile("=照片\uE123.png", Guid.NewGuid(), "image/png", 12) { Sha256 = new string('a', 64) }, "某人", DateTime.UnixEpoch);
            report.Attach(new EvidenceFile("@名冊.pdf", Guid.NewGuid(), "application/pdf", 12) { Sha256 = new string('b', 64) }, "某人", DateTime.UnixEpoch);
        });
    }

    private static ReportText TextOf(int id, int quarter) =>
        new((id % 4) switch { 0 => ReportState.Completed, 1 => ReportState.NotAchieved, 2 => ReportState.Continuing, _ => ReportState.InProgress },
            $"{Awkward[(id + quarter) % Awkward.Length]}（第{quarter}季{id}）")
        {
            ActualPercent = id % 3 == 0 ? 100 : null,
            Cause = id % 4 == 1 ? $"+原因\uE123{id}" : "",
            Countermeasure = id % 4 == 1 ? $"-對策𠮷{id}" : "",
            ExpectedDoneOn = id % 4 == 1 ? new DateOnly(2026, 8, 15) : null,
        };

    private async Task SignFirstAsync(PlanSeed seed)
    {
        await AskAsync(async db =>
        {
            var round = (await db.Rounds.Where(one => one.PlanId == seed.PlanId).ToListAsync()).Single(one => one.Quarter.Number == 1);
            var rows = await db.Measures.Where(one => one.PlanId == seed.PlanId).OrderBy(one => one.Position).ToListAsync();
            var report = new CompiledReport(round);
            db.CompiledReports.Add(report);
            Must(report.Summarise("=本季概況\uE123\n@第二段", ReportSteps.Office));
            Must(report.Word(rows[2].Id, "=彙整文字龘𠮷\n+第二行", ReportSteps.Office));
            Must(report.Act(CompiledReportAction.SendUp, new SignOffText("", report.Version), ReportSteps.Office, DateTime.UnixEpoch));
            Must(report.Act(CompiledReportAction.Sign, new SignOffText("=如擬", report.Version), ReportSteps.Deputy, DateTime.UnixEpoch));
            return await db.SaveChangesAsync();
        });
        var roundId = await AskAsync(async db => (await db.Rounds.Where(one => one.PlanId == seed.PlanId).ToListAsync()).Single(one => one.Quarter.Number == 1).Id);
        var signer = await SignInAsync(Role.Convener);
        var answer = await signer.SubmitAsync(await signer.GetAsync($"/signing/{roundId}"), "[data-testid=sign-form]", ("Directive", "@准"));
        if (answer.Status != System.Net.HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException(answer.Text);
        }
    }

    private static void Must(Verdict verdict)
    {
        if (!verdict.IsAllowed)
        {
            throw new InvalidOperationException(verdict.Sentence);
        }
    }
}
