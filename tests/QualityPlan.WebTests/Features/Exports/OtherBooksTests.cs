using System.Net;
using System.Text.Json;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>單位表, 年度成果 and 全部資料: who gets them, and that their figures are those of the database.</summary>
public sealed class OtherBooksTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    public async Task A_unit_takes_its_own_table_and_no_other_units(Role role)
    {
        var seed = await PlanSeed.PlantAsync(site, 10);
        var visit = await site.SignInAsync(seed.UnitIds[0], role);

        foreach (var format in new[] { "ods", "xlsx", "pdf" })
        {
            (await visit.GetAsync($"/exports/unit/{seed.PlanId}?unitId={seed.UnitIds[0]}&format={format}")).Status.ShouldBe(HttpStatusCode.OK);
        }
        (await visit.GetAsync($"/exports/unit/{seed.PlanId}?unitId={seed.UnitIds[1]}&format=ods")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/exports")).Html.QuerySelectorAll($"#unit-of-{seed.PlanId} option").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_viewer_takes_no_units_table_and_not_all_data()
    {
        var seed = await PlanSeed.PlantAsync(site, 5);
        var viewer = await site.SignInAsync(Role.Viewer);

        (await viewer.GetAsync($"/exports/unit/{seed.PlanId}?unitId={seed.UnitIds[0]}&format=ods")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await viewer.GetAsync("/exports/everything?format=csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await viewer.GetAsync($"/exports/year/{seed.PlanId}?format=odt")).Status.ShouldBe(HttpStatusCode.NotFound, "nothing is signed");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("pdf")]
    public async Task The_years_results_can_be_taken_by_those_who_see_all_units(string format)
    {
        var seed = await PlanSeed.PlantAsync(site, 12);
        await seed.FileAsync(site, seed.UnitIds[0], 1, at => new ReportText(ReportState.InProgress, $"辦理情形{at}"));
        var office = await site.SignInAsync(Role.PlanOffice);

        (await office.GetAsync($"/exports/year/{seed.PlanId}?format={format}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_data_hold_every_row_of_every_unit_and_quarter_with_its_words()
    {
        var seed = await PlanSeed.PlantAsync(site, 30);
        await seed.FileAsync(site, seed.UnitIds[0], 1, at => new ReportText(ReportState.InProgress, $"=辦理情形{at}"));
        var office = await site.SignInAsync(Role.PlanOffice);
        var title = $"{seed.Year}年度提升服務品質執行計畫";

        using var json = JsonDocument.Parse((await office.GetAsync("/exports/everything?format=json")).Text);
        var lines = json.RootElement.EnumerateArray().Where(line => line.GetProperty("plan").GetString() == title).ToList();

        lines.Select(line => line.GetProperty("approach").GetString()).Distinct().Count().ShouldBeGreaterThanOrEqualTo(30);
        lines.ShouldContain(line => (line.GetProperty("narrative").GetString() ?? "").StartsWith("=辦理情形", StringComparison.Ordinal));
        var csv = await office.GetAsync("/exports/everything?format=csv");
        csv.Text.TrimStart('\uFEFF').ShouldStartWith("年度,計畫,計畫狀態,實施要項,次要項,執行項目,編號,推動作法");
        csv.Text.ShouldContain(",'=辦理情形");
        csv.Text.ShouldNotContain(",=辦理情形");
        (await office.GetAsync("/exports/everything?format=xlsx")).Text.ShouldStartWith("PK");
    }
}
