using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Plans;

public class ApprovalTests(Site site) : IClassFixture<Site>
{
    private readonly PlanGround _ground = new(site);

    [Fact]
    public async Task Nothing_is_approved_while_a_deadline_or_unit_is_undecided()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(
            PlanGround.Row("1.1", "", unit.Name), PlanGround.Row("1.2", "6月", "沒有這個單位"), PlanGround.Row("1.3", "6月", unit.Name));
        var rows = await _ground.RowsAsync(plan);
        var visit = await site.SignInAsync(Role.PlanOffice);

        var page = await visit.GetAsync($"/plans/{plan}/approve");
        page.Find($"decide-{rows[0].MeasureId}").ShouldNotBeNull();
        page.Find($"decide-{rows[1].MeasureId}").ShouldNotBeNull();
        page.Find($"decide-{rows[2].MeasureId}").ShouldBeNull();
        page.Find("approve-now").ShouldBeNull();

        var answer = await ApproveAsync(visit, plan, (await _ground.PlanAsync(plan)).Version);
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("還有 2 列的期限或單位待決定");
        await ShouldBeUntouchedAsync(plan);
    }

    [Fact]
    public async Task Approving_freezes_version_1_and_makes_the_rounds_with_a_filing_for_each_unit()
    {
        var one = await site.AddUnitAsync();
        var two = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", one.Name), PlanGround.Row("1.2", "每季", $"{one.Name}、{two.Name}"));
        var visit = await site.SignInAsync(Role.PlanOffice);
        var page = await visit.GetAsync($"/plans/{plan}/approve");
        page.Find("per-quarter")!.ShouldContain("115年第2季");

        var answer = await visit.SubmitAsync(page, "main form",
            ("Form.LetterNumber", "研字第1150000605號"), ("Form.IssuedOn", "1150224"), ("Form.IsConfirmed", "true"));
        answer.Location!.ShouldEndWith($"/plans/{plan}");

        var approved = await _ground.PlanAsync(plan);
        approved.State.ShouldBe(PlanState.Approved);
        approved.IssuedOn.ShouldBe(new DateOnly(2026, 2, 24));
        var revision = approved.Revisions.ShouldHaveSingleItem();
        revision.Snapshot.ShouldContain("\"no\":\"1.2\"");
        revision.Sha256.Length.ShouldBe(64);
        (await site.AskAsync(db => db.Rounds.CountAsync(round => round.PlanId == plan))).ShouldBe(4);
        (await site.AskAsync(db => db.Filings.CountAsync(filing => filing.Round.PlanId == plan))).ShouldBe(8);
        var entry = await site.AskAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "approve-plan" && one.EntityId == $"{plan}"));
        entry.Summary.ShouldContain("研字第1150000605號");
    }

    [Fact]
    public async Task A_stale_page_approves_nothing()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var visit = await site.SignInAsync(Role.PlanOffice);
        var version = (await _ground.PlanAsync(plan)).Version;
        await site.AskAsync(async db =>
        {
            (await db.Plans.SingleAsync(one => one.Id == plan)).Touch();
            return await db.SaveChangesAsync();
        });

        var answer = await ApproveAsync(visit, plan, version);
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("已由他人更新");
        answer.Text.ShouldContain("研字第9號");
        await ShouldBeUntouchedAsync(plan);
    }

    [Theory]
    [InlineData("Form.LetterNumber", "", "請輸入發文字號。")]
    [InlineData("Form.IssuedOn", "2026/2/24", "是否要輸入115年？")]
    [InlineData("Form.IssuedOn", "105/2/24", "相差超過一年")]
    [InlineData("Form.IsConfirmed", "false", "請勾選確認後再核定。")]
    public async Task What_is_missing_or_wrong_is_said_and_the_rest_kept(string field, string value, string sentence)
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var visit = await site.SignInAsync(Role.PlanOffice);
        var fields = new Dictionary<string, string>
        {
            ["Form.LetterNumber"] = "研字第9號", ["Form.IssuedOn"] = "115/2/24", ["Form.IsConfirmed"] = "true", [field] = value,
        };
        var answer = await visit.SubmitAsync(await visit.GetAsync($"/plans/{plan}/approve"), "main form",
            fields.Select(pair => (pair.Key, pair.Value)).ToArray());

        answer.Text.ShouldContain(sentence);
        answer.Text.ShouldContain(field == "Form.LetterNumber" ? "115/2/24" : "研字第9號");
        await ShouldBeUntouchedAsync(plan);
    }

    [Fact]
    public async Task An_approved_plan_is_approved_once_and_then_closed()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var visit = await site.SignInAsync(Role.PlanOffice);
        (await visit.GetAsync($"/plans/{plan}/approve")).Status.ShouldBe(HttpStatusCode.NotFound);
        var version = (await _ground.PlanAsync(plan)).Version;
        (await ApproveAsync(visit, plan, version)).Location!.ShouldEndWith($"/plans/{plan}");
        (await _ground.PlanAsync(plan)).Revisions.Count.ShouldBe(1);

        (await visit.PostAsync($"/plans/{plan}/close", ("version", $"{version - 1}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await _ground.PlanAsync(plan)).State.ShouldBe(PlanState.Approved);
        await visit.SubmitAsync(await visit.GetAsync($"/plans/{plan}/close"), "main form");
        (await _ground.PlanAsync(plan)).State.ShouldBe(PlanState.Closed);
        (await visit.GetAsync($"/plans/{plan}/close")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.PostAsync("/plans/999999/close", ("version", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ApproveAsync(visit, 999999, 0)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<Answer> ApproveAsync(Visit visit, int plan, int version) => visit.PostAsync($"/plans/{plan}/approve",
        ("Form.LetterNumber", "研字第9號"), ("Form.IssuedOn", "115/2/24"), ("Form.IsConfirmed", "true"), ("Form.Version", $"{version}"));

    private async Task ShouldBeUntouchedAsync(int plan)
    {
        (await _ground.PlanAsync(plan)).State.ShouldBe(PlanState.Draft);
        (await site.AskAsync(db => db.Rounds.CountAsync(round => round.PlanId == plan))).ShouldBe(0);
        (await site.AskAsync(db => db.AuditEntries.CountAsync(one => one.Action == "approve-plan" && one.EntityId == $"{plan}"))).ShouldBe(0);
    }
}
