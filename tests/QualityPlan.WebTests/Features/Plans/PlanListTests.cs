using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Plans;

public class PlanListTests(Site site) : IClassFixture<Site>
{
    private readonly PlanGround _ground = new(site);

    [Theory]
    [InlineData(Role.PlanOffice, true)]
    [InlineData(Role.Convener, true)]
    [InlineData(Role.DeputyConvener, true)]
    [InlineData(Role.UnitHead, true)]
    [InlineData(Role.Reporter, true)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Viewer, false)]
    public async Task A_draft_is_there_for_those_who_work_on_it(Role role, bool sees)
    {
        var unit = await site.AddUnitAsync();
        var draft = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name, "草案專用文字"));
        var approved = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var visit = await site.SignInAsync(unit.Id, role);

        var list = await visit.GetAsync("/plans");
        list.Find($"plan-{approved}").ShouldNotBeNull();
        (list.Find($"plan-{draft}") is not null).ShouldBe(sees);
        (await visit.GetAsync($"/plans/{draft}")).Status.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await visit.GetAsync($"/plans/{approved}")).Status.ShouldBe(HttpStatusCode.OK);

        var row = (await _ground.RowsAsync(draft))[0];
        (await visit.GetAsync($"/plans/{draft}/row/{row.MeasureId}")).Status.ShouldBe(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await visit.GetAsync("/plans?q=草案專用文字")).Text.Contains($"/plans/{draft}/row/").ShouldBe(sees);
    }

    [Fact]
    public async Task An_administrator_reads_no_plan()
    {
        var visit = await site.SignInAsync(Role.Administrator);
        (await visit.GetAsync("/plans")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync("/plans/1")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_counts_rows_and_open_decisions()
    {
        var unit = await site.AddUnitAsync();
        var draft = await _ground.AddDraftAsync(
            PlanGround.Row("1.1", "6月", unit.Name), PlanGround.Row("1.2", "", unit.Name), PlanGround.Row("1.3", "6月", "沒有這個單位"));
        var list = await (await site.SignInAsync(Role.PlanOffice)).GetAsync("/plans");
        list.Find($"open-{draft}").ShouldBe("2");
    }

    [Fact]
    public async Task A_search_finds_rows_of_every_year_by_all_its_words()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(
            PlanGround.Row("1.1", "6月", unit.Name, "建置ISBN申請單一窗口"), PlanGround.Row("1.2", "6月", unit.Name, "申請館際合作"));
        var visit = await site.SignInAsync(Role.Viewer);

        var answer = await visit.GetAsync("/plans?q=申請 isbn");
        answer.Find("hits")!.ShouldContain("建置ISBN申請單一窗口");
        answer.Find("hits")!.ShouldNotContain("申請館際合作");
        (await visit.GetAsync("/plans?q=查無此文字")).Text.ShouldContain("找不到符合的推動作法");
        plan.ShouldBePositive();
    }

    [Fact]
    public async Task The_plan_office_begins_an_empty_plan()
    {
        var visit = await site.SignInAsync(Role.PlanOffice);
        var form = await visit.GetAsync("/plans/new");
        var answer = await visit.SubmitAsync(form, "main form", ("Year", "116"), ("Title", "116年度提升服務品質執行計畫"));

        answer.Location!.ShouldEndWith("/outline");
        var plan = await site.AskAsync(db => db.Plans.SingleAsync(one => one.Title == "116年度提升服務品質執行計畫"));
        plan.State.ShouldBe(PlanState.Draft);
        var entry = await site.AskAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "begin-plan" && one.EntityId == $"{plan.Id}"));
        entry.Summary.ShouldContain("116年度");
    }

    [Fact]
    public async Task A_gregorian_year_is_asked_about_and_the_title_kept()
    {
        var visit = await site.SignInAsync(Role.PlanOffice);
        var form = await visit.GetAsync("/plans/new");
        var answer = await visit.SubmitAsync(form, "main form", ("Year", "2027"), ("Title", "保留這個名稱"));
        answer.Text.ShouldContain("是否要輸入116？");
        answer.Text.ShouldContain("保留這個名稱");
    }
}
