using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.WebTests.Books;

/// <summary>
/// What the database holds of a plan, by plain queries and loops of the tests' own: no reader, no standings, no rule of the
/// site takes part.
/// </summary>
internal sealed class PlainFacts
{
    public required Plan Plan { get; init; }

    public required IReadOnlyList<PlanChapter> Chapters { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyDictionary<int, Area> Areas { get; init; }

    public required IReadOnlyList<UnitFiling> Filings { get; init; }

    public required IReadOnlyList<CompiledReport> Compiled { get; init; }

    public static readonly string[] Words = ["已完成", "持續辦理", "如期", "落後", "逾期", "未填報", "未到期"];

    private static readonly string[] WorstFirst = ["逾期", "落後", "未填報", "如期", "持續辦理", "未到期", "已完成"];

    public static Task<PlainFacts> ReadAsync(Site site, int planId) => site.AskAsync(async db => new PlainFacts
    {
        Plan = await db.Plans.SingleAsync(one => one.Id == planId),
        Chapters = await db.Set<PlanChapter>().Where(one => one.PlanId == planId).OrderBy(one => one.Position).ToListAsync(),
        Measures = await db.Measures.AsSplitQuery().Include(one => one.Item).Include(one => one.Assignments).Include(one => one.Checkpoints)
            .Where(one => one.PlanId == planId).OrderBy(one => one.Position).ToListAsync(),
        Areas = await db.Areas.Where(one => one.PlanId == planId).ToDictionaryAsync(one => one.Id),
        Filings = await db.Filings.AsSplitQuery().Include(one => one.Round)
            .Include(one => one.Reports).ThenInclude(one => one.Marks).Include(one => one.Reports).ThenInclude(one => one.Evidence)
            .Where(one => one.Round.PlanId == planId).ToListAsync(),
        Compiled = await db.CompiledReports.AsSplitQuery().Include(one => one.Entries).Include(one => one.Round)
            .Where(one => one.Round.PlanId == planId).ToListAsync(),
    });

    public string AreaOf(Measure measure) => Areas[measure.Item.AreaId].Text;

    /// <summary>The area as its merged cell prints it: above the first of its parts stands its own name.</summary>
    public string PrintedAreaOf(Measure measure)
    {
        var first = Measures.First(one => TopAreaOf(one) == TopAreaOf(measure));
        return TopAreaOf(measure) != AreaOf(measure) && AreaOf(first) == AreaOf(measure) ? $"{TopAreaOf(measure)}\n{AreaOf(measure)}" : AreaOf(measure);
    }

    public string TopAreaOf(Measure measure) => Areas[measure.Item.AreaId] is { ParentId: { } parent } ? Areas[parent].Text : AreaOf(measure);

    public static IEnumerable<Assignment> Leads(Measure measure) => measure.Assignments.Where(one => one.Role == AssignmentRole.Lead).OrderBy(one => one.Id);

    /// <summary>Leading units first, each in the order it was assigned.</summary>
    public static IEnumerable<Assignment> UnitsOf(Measure measure) => Leads(measure).Concat(measure.Assignments.Where(one => one.Role != AssignmentRole.Lead).OrderBy(one => one.Id));

    public ProgressReport? Report(Assignment assignment, int quarter) => Filings
        .Where(filing => filing.Round.Quarter.Number == quarter && filing.UnitId == assignment.UnitId && filing.State is not (FilingState.Empty or FilingState.Draft))
        .SelectMany(filing => filing.Reports).SingleOrDefault(report => report.AssignmentId == assignment.Id);

    public string Wording(Measure measure, int quarter) => Compiled.Where(report => report.Round.Quarter.Number == quarter)
        .SelectMany(report => report.Entries).SingleOrDefault(entry => entry.MeasureId == measure.Id)?.Wording ?? "";

    /// <summary>The word of one unit's light; <paramref name="isOver"/> when nobody can file in the quarter any more.</summary>
    public string Light(Measure measure, Assignment assignment, int quarter, bool isOver)
    {
        if (measure.DeadlineKind == DeadlineKind.DoneAtStart)
        {
            return "已完成";
        }
        var span = new Quarter(Plan.Year, quarter);
        var done = Enumerable.Range(1, quarter).Select(number => Report(assignment, number)).OfType<ProgressReport>()
            .SelectMany(report => report.Marks).Where(mark => mark.IsDone).Select(mark => mark.CheckpointId).ToHashSet();
        var undone = measure.Checkpoints.Where(one => !done.Contains(one.Id)).ToList();
        if (undone.Any(one => one.DueOn < span.FirstDay))
        {
            return "逾期";
        }
        var isDue = undone.Any(one => one.DueOn <= span.LastDay);
        if (Report(assignment, quarter) is not { } report)
        {
            return measure.Checkpoints.Count > 0 && undone.Count == 0 ? "已完成" : isDue && isOver ? "未填報" : "未到期";
        }
        var planned = measure.Checkpoints.Count(one => one.DueOn <= span.LastDay) * 100 / measure.Checkpoints.Count;
        return isDue || report.State == ReportState.NotAchieved || planned - (report.ActualPercent ?? planned) > 10 ? "落後" : report.State switch
        {
            ReportState.Completed => undone.Count == 0 ? "已完成" : "如期",
            ReportState.Continuing => "持續辦理",
            ReportState.NotStarted => "未到期",
            _ => "如期",
        };
    }

    /// <summary>The worst of the leading units.</summary>
    public string Light(Measure measure, int quarter, bool isOver)
    {
        var lights = Leads(measure).Select(one => Light(measure, one, quarter, isOver)).ToHashSet();
        return WorstFirst.First(lights.Contains);
    }

    /// <summary>「已完成 3|持續辦理 0|…」 over these lights.</summary>
    public static IEnumerable<string> Counts(IEnumerable<string> lights)
    {
        var all = lights.ToList();
        return [$"{all.Count}", .. Words.Select(word => $"{all.Count(light => light == word)}")];
    }
}
