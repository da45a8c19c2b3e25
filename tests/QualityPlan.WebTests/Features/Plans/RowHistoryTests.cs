using System.Net;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Plans;

/// <summary>What one sees of a row depends on who one is and how far the round has come.</summary>
public class RowHistoryTests(Site site) : IClassFixture<Site>
{
    private const string Words = "本季辦理讀者講座三場";

    private readonly PlanGround _ground = new(site);

    [Theory]
    [InlineData(Role.Reporter, true, true, true, true)]
    [InlineData(Role.UnitHead, true, true, true, true)]
    [InlineData(Role.Reporter, false, false, false, true)]
    [InlineData(Role.UnitHead, false, false, false, true)]
    [InlineData(Role.PlanOffice, false, false, true, true)]
    [InlineData(Role.Convener, false, false, true, true)]
    [InlineData(Role.DeputyConvener, false, false, true, true)]
    [InlineData(Role.Auditor, false, false, true, true)]
    [InlineData(Role.Viewer, true, false, false, true)]
    [InlineData(Role.Viewer, false, false, false, true)]
    public async Task Words_of_a_unit_open_step_by_step(Role role, bool ownUnit, bool whileDraft, bool onceSubmitted, bool onceSigned)
    {
        var unit = await site.AddUnitAsync();
        var other = await site.AddUnitAsync();
        var visit = await site.SignInAsync(ownUnit ? unit.Id : other.Id, role);

        (await SeesWordsAsync(visit, unit, submit: false, sign: false)).ShouldBe(whileDraft, "draft");
        (await SeesWordsAsync(visit, unit, submit: true, sign: false)).ShouldBe(onceSubmitted, "submitted");
        (await SeesWordsAsync(visit, unit, submit: true, sign: true)).ShouldBe(onceSigned, "signed");
    }

    [Fact]
    public async Task Htmx_gets_the_part_only_and_a_link_the_whole_page()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "3月", unit.Name));
        var row = (await _ground.RowsAsync(plan))[0].MeasureId;
        var visit = await site.SignInAsync(Role.PlanOffice);

        var request = new HttpRequestMessage(HttpMethod.Get, $"/plans/{plan}/row/{row}");
        request.Headers.Add("HX-Request", "true");
        (await visit.SendAsync(request)).Text.ShouldNotContain("<html");
        var page = await visit.GetAsync($"/plans/{plan}/row/{row}");
        page.Text.ShouldContain("<html");
        page.Find("row-history")!.ShouldContain("115年第1季");
    }

    [Fact]
    public async Task A_row_of_another_plan_is_not_found()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "3月", unit.Name));
        var other = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "3月", unit.Name));
        var row = (await _ground.RowsAsync(other))[0].MeasureId;
        (await (await site.SignInAsync(Role.PlanOffice)).GetAsync($"/plans/{plan}/row/{row}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<bool> SeesWordsAsync(Visit visit, Unit unit, bool submit, bool sign)
    {
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "3月", unit.Name));
        await _ground.ReportAsync(plan, unit, Words, submit);
        if (sign)
        {
            await _ground.LockAsync(plan, 1);
        }
        var row = (await _ground.RowsAsync(plan))[0].MeasureId;
        return (await visit.GetAsync($"/plans/{plan}/row/{row}")).Text.Contains(Words);
    }
}
