using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Dashboard;

public sealed class DashboardTests(Site site) : IClassFixture<Site>
{
    private static readonly ReportText Fine = new(ReportState.InProgress, "照計畫辦理。");

    [Fact]
    public async Task The_seven_counts_equal_a_recount_by_plain_loops()
    {
        site.Clock.SetDay(new DateOnly(2026, 4, 20));
        var seed = await PlanSeed.PlantAsync(site, 70);
        await seed.FileAsync(site, seed.UnitIds[0], 1, Words, row => row % 4 != 0);
        await seed.FileAsync(site, seed.UnitIds[1], 1, Words, row => row % 3 != 0);
        var visit = await site.SignInAsync(Role.Convener);

        var page = await visit.GetAsync($"/Dashboard?plan={seed.PlanId}&quarter=1");

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        var shown = Regex.Matches(page.Find("counts")!, @"(已完成|持續辦理|如期|落後|逾期|未填報|未到期)\s*(\d+)")
            .ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value));
        var expected = await RecountAsync(seed, new Quarter(seed.Year, 1));
        foreach (var (word, count) in expected)
        {
            shown[word].ShouldBe(count, word);
        }
        shown.Values.Sum().ShouldBe(70);
        expected.Count(pair => pair.Value > 0).ShouldBeGreaterThanOrEqualTo(5, "the seed must make the counts differ");
    }

    [Fact]
    public async Task The_dashboard_takes_as_many_queries_for_1000_measures_as_for_100()
    {
        var visit = await site.SignInAsync(Role.Convener);
        var small = await PlanSeed.PlantAsync(site, 100);
        var large = await PlanSeed.PlantAsync(site, 1000);
        await visit.GetAsync($"/Dashboard?plan={small.PlanId}");

        var few = await site.CountQueriesAsync(() => visit.GetAsync($"/Dashboard?plan={small.PlanId}"));
        var firstLook = await site.CountQueriesAsync(() => visit.GetAsync($"/Dashboard?plan={large.PlanId}"));
        var many = await site.CountQueriesAsync(() => visit.GetAsync($"/Dashboard?plan={large.PlanId}"));

        many.ShouldBe(few);
        firstLook.ShouldBeLessThanOrEqualTo(1 + 6, "the signed-in check and six");
    }

    [Fact]
    public async Task A_viewer_sees_no_quarter_before_it_is_signed()
    {
        var seed = await PlanSeed.PlantAsync(site, 10);
        var visit = await site.SignInAsync(Role.Viewer);

        var page = await visit.GetAsync($"/Dashboard?plan={seed.PlanId}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("推動作法第0項");
        page.Text.ShouldContain("還沒有可以檢視的季別");
    }

    [Fact]
    public async Task A_reporter_reads_the_cause_of_his_own_unit_only_while_the_quarter_is_open()
    {
        site.Clock.SetDay(new DateOnly(2026, 4, 20));
        var seed = await PlanSeed.PlantAsync(site, 20);
        var late = new ReportText(ReportState.NotAchieved, "未達成。") { Cause = "廠商延誤", Countermeasure = "加派人力", ExpectedDoneOn = new DateOnly(2026, 5, 31) };
        await seed.FileAsync(site, seed.UnitIds[0], 1, _ => late with { Cause = "本組原因" }, _ => false);
        await seed.FileAsync(site, seed.UnitIds[1], 1, _ => late with { Cause = "他組原因" }, _ => false);
        var visit = await site.SignInAsync(seed.UnitIds[0], Role.Reporter);

        var page = await visit.GetAsync($"/Dashboard?plan={seed.PlanId}&quarter=1");

        page.Text.ShouldContain("本組原因");
        page.Text.ShouldNotContain("他組原因");
    }

    [Fact]
    public async Task An_unreadable_number_in_the_address_is_not_found()
    {
        var visit = await site.SignInAsync(Role.Convener);

        (await visit.GetAsync("/Dashboard?plan=99999999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static ReportText Words(int row) => (row % 5) switch
    {
        0 => Fine with { State = ReportState.Completed },
        1 => Fine with { State = ReportState.Continuing },
        2 => Fine with { State = ReportState.NotAchieved },
        3 => Fine with { ActualPercent = 5 },
        _ => Fine,
    };

    /// <summary>Counts again from the bare tables, without the standings the page uses.</summary>
    private async Task<Dictionary<string, int>> RecountAsync(PlanSeed seed, Quarter quarter)
    {
        var counts = new Dictionary<string, int> { ["已完成"] = 0, ["持續辦理"] = 0, ["如期"] = 0, ["落後"] = 0, ["逾期"] = 0, ["未填報"] = 0, ["未到期"] = 0 };
        var measures = await site.AskAsync(db => db.Measures.Where(one => one.PlanId == seed.PlanId)
            .Include(one => one.Checkpoints).Include(one => one.Assignments).ToListAsync());
        var filings = await site.AskAsync(db => db.Filings.Where(one => one.Round.PlanId == seed.PlanId && one.Round.Quarter == quarter)
            .Include(one => one.Reports).ThenInclude(one => one.Marks).ToListAsync());
        string[] worstFirst = ["逾期", "落後", "未填報", "如期", "持續辦理", "未到期", "已完成"];
        foreach (var measure in measures)
        {
            var words = measure.Assignments.Select(assignment => Recount(measure, quarter, filings
                .Where(filing => filing.State == FilingState.Approved && filing.UnitId == assignment.UnitId)
                .SelectMany(filing => filing.Reports).SingleOrDefault(report => report.AssignmentId == assignment.Id)));
            counts[worstFirst.First(words.Contains)]++;
        }
        return counts;
    }

    private static string Recount(Measure measure, Quarter quarter, ProgressReport? report)
    {
        if (measure.DeadlineKind == DeadlineKind.DoneAtStart)
        {
            return "已完成";
        }
        var undone = measure.Checkpoints.Where(one => report?.Marks.Any(mark => mark.CheckpointId == one.Id && mark.IsDone) != true).ToList();
        var dueNow = undone.Any(one => one.DueOn >= quarter.FirstDay && one.DueOn <= quarter.LastDay);
        if (report is null)
        {
            return dueNow ? "未填報" : "未到期";
        }
        var planned = measure.Checkpoints.Count(one => one.DueOn <= quarter.LastDay) * 100 / measure.Checkpoints.Count;
        if (dueNow || report.State == ReportState.NotAchieved || planned - (report.ActualPercent ?? planned) > 10)
        {
            return "落後";
        }
        return report.State switch
        {
            ReportState.Completed => undone.Count == 0 ? "已完成" : "如期",
            ReportState.Continuing => "持續辦理",
            _ => "如期",
        };
    }
}
