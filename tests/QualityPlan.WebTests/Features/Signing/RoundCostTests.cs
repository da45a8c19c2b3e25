using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

/// <summary>The pages of a round ask the database as often for 1,000 measures as for 100.</summary>
public class RoundCostTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    private const int MostWarm = 6;

    /// <summary>The plan's table takes three more, once an instance.</summary>
    private const int MostCold = MostWarm + 3;

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_plan()
    {
        var office = await site.SignInAsync(Role.PlanOffice, Role.DeputyConvener);
        var counts = new List<List<int>>();
        foreach (var measures in new[] { 100, 1000 })
        {
            var round = await FiledAsync(measures);
            string[] pages = [$"/compiling/{round}", $"/compiling/{round}/table", $"/compiling/{round}/send-up", $"/signing/{round}", "/rounds", $"/rounds/{round}", "/signing"];
            var cold = await CountAsync(office, pages[0]);
            cold.ShouldBeLessThanOrEqualTo(MostCold);
            var warm = new List<int>();
            foreach (var page in pages)
            {
                warm.Add(await CountAsync(office, page));
            }
            warm.ShouldAllBe(count => count <= MostWarm, string.Join(' ', warm));
            counts.Add([cold, .. warm]);
        }
        counts[1].ShouldBe(counts[0]);
    }

    private Task<int> CountAsync(Visit visit, string page) =>
        site.CountQueriesAsync(async () => (await visit.GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK, page));

    private async Task<int> FiledAsync(int measures)
    {
        var seed = await PlanSeed.PlantAsync(site, measures);
        foreach (var unit in seed.UnitIds)
        {
            await seed.FileAsync(site, unit, 1, _ => new ReportText(ReportState.InProgress, "已辦理"));
        }
        return await site.AskAsync(async db =>
        {
            var round = await db.Rounds.Where(one => one.PlanId == seed.PlanId).OrderBy(one => one.Quarter).FirstAsync();
            var report = new CompiledReport(round);
            foreach (var id in await db.Measures.Where(one => one.PlanId == seed.PlanId).Select(one => one.Id).ToListAsync())
            {
                report.Word(id, "彙整文字", ReportSteps.Office);
            }
            report.Act(CompiledReportAction.SendUp, new SignOffText("", report.Version), ReportSteps.Office, DateTime.UtcNow);
            db.CompiledReports.Add(report);
            await db.SaveChangesAsync();
            return round.Id;
        });
    }
}
