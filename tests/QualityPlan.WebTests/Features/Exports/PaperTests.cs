using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Exports;

/// <summary>Papers made in the 報表中心: quick ones at once, slow ones on their own page, and all of them only for their owner.</summary>
public sealed class PaperTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("plan", "ods", "PK")]
    [InlineData("table", "docx", "PK")]
    [InlineData("quarter", "pdf", "%PDF-")]
    [InlineData("exceptions", "xlsx", "PK")]
    [InlineData("memo", "odt", "PK")]
    [InlineData("unit", "ods", "PK")]
    [InlineData("year", "pdf", "%PDF-")]
    [InlineData("everything", "csv", "年度")]
    public async Task A_quick_book_is_handed_out_at_one_click_and_stands_in_ones_own_list(string book, string format, string begins)
    {
        var seed = await PlanSeed.PlantAsync(site, 6);
        var visit = await site.SignInAsync(Role.PlanOffice);

        var paperId = await site.MakeAsync(visit, seed.PlanId, book, format, 1, seed.UnitIds[0]);
        var taken = await visit.GetAsync($"/exports/papers/{paperId}/file");

        taken.Status.ShouldBe(HttpStatusCode.OK);
        taken.Text.ShouldStartWith(begins);
        taken.Header("Content-Disposition").ShouldStartWith("attachment");
        taken.Header("Cache-Control").ShouldContain("no-store");
        (await visit.GetAsync("/exports")).Find($"paper-{paperId}")!.ShouldContain("可下載");
        (await visit.GetAsync($"/exports/papers/{paperId}")).Find("take").ShouldBe("下載");
        var id = $"{paperId}";
        (await site.AskAsync(db => db.AuditEntries.CountAsync(one => one.Action == "make-paper" && one.EntityId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_else_sees_takes_or_removes_it()
    {
        var seed = await PlanSeed.PlantAsync(site, 4);
        var owner = await site.SignInAsync(Role.PlanOffice);
        var other = await site.SignInAsync(Role.PlanOffice);
        var paperId = await site.MakeAsync(owner, seed.PlanId, "plan", "odt");

        foreach (var path in new[] { $"/exports/papers/{paperId}", $"/exports/papers/{paperId}/file", "/exports/papers/999999" })
        {
            (await other.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
        (await other.PostAsync($"/exports/papers/{paperId}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync("/exports")).Find($"paper-{paperId}").ShouldBeNull();
        (await site.CountAsync(paperId)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_lost_the_right_since_gets_nothing_of_what_he_made()
    {
        var seed = await PlanSeed.PlantAsync(site, 4);
        var account = await site.AddAccountAsync(null, Role.PlanOffice);
        var before = await site.SignInAsync(account.UserName!);
        var unsigned = await site.MakeAsync(before, seed.PlanId, "quarter", "ods", 1);
        var memo = await site.MakeAsync(before, seed.PlanId, "memo", "odt", 1);
        var all = await site.MakeAsync(before, seed.PlanId, "everything", "json");
        var plan = await site.MakeAsync(before, seed.PlanId, "plan", "ods");

        var after = await site.BecomeAsync(account, null, Role.Viewer);

        foreach (var paperId in new[] { unsigned, memo, all })
        {
            (await after.GetAsync($"/exports/papers/{paperId}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await after.GetAsync($"/exports/papers/{paperId}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await after.GetAsync("/exports")).Find($"paper-{paperId}").ShouldBeNull();
        }
        (await after.GetAsync($"/exports/papers/{plan}/file")).Status.ShouldBe(HttpStatusCode.OK, "an approved plan is for every reader");
    }

    [Fact]
    public async Task A_reporter_who_moved_takes_no_paper_of_his_old_unit_and_a_draft_is_only_for_its_readers()
    {
        var seed = await PlanSeed.PlantAsync(site, 6);
        var account = await site.AddAccountAsync(seed.UnitIds[0], Role.Reporter);
        var before = await site.SignInAsync(account.UserName!);
        var ofUnit = await site.MakeAsync(before, seed.PlanId, "unit", "ods", unitId: seed.UnitIds[0]);
        (await before.OrderAsync(seed.PlanId, "unit", "ods", unitId: seed.UnitIds[1])).Status.ShouldBe(HttpStatusCode.NotFound);
        var draft = new Plan(seed.Year, "草案計畫", "圖書館");
        await site.ChangeAsync(db => db.Plans.Add(draft));
        var ofDraft = await site.MakeAsync(before, draft.Id, "plan", "ods");

        (await before.GetAsync($"/exports/papers/{ofUnit}/file")).Status.ShouldBe(HttpStatusCode.OK);
        var moved = await site.BecomeAsync(account, seed.UnitIds[1], Role.Reporter);
        (await moved.GetAsync($"/exports/papers/{ofUnit}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await moved.GetAsync($"/exports/papers/{ofDraft}/file")).Status.ShouldBe(HttpStatusCode.OK);
        var viewer = await site.BecomeAsync(account, null, Role.Viewer);
        (await viewer.GetAsync($"/exports/papers/{ofDraft}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await viewer.OrderAsync(draft.Id, "plan", "ods")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_removed_leaves_nothing_but_the_trail()
    {
        var seed = await PlanSeed.PlantAsync(site, 4);
        var visit = await site.SignInAsync(Role.PlanOffice);
        var paperId = await site.MakeAsync(visit, seed.PlanId, "everything", "xlsx");

        var removed = await visit.SubmitAsync(await visit.GetAsync($"/exports/papers/{paperId}"), "form[action$=remove]");

        removed.Location.ShouldBe("/exports");
        (await site.CountAsync(paperId)).ShouldBe(0);
        (await visit.GetAsync($"/exports/papers/{paperId}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        var id = $"{paperId}";
        (await site.AskAsync(db => db.AuditEntries.CountAsync(one => one.Action == "remove-paper" && one.EntityId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Papers_are_kept_for_seven_days_and_twenty_of_a_person()
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        var account = await site.AddAccountAsync(null, Role.PlanOffice);
        var visit = await site.SignInAsync(account.UserName!);
        var first = await site.MakeAsync(visit, seed.PlanId, "plan", "ods");
        for (var count = 0; count < Paper.MostKept; count++)
        {
            await site.PutAsync(account.Id, new PaperWish("plan", seed.PlanId, "odt") { Title = $"第{count}份" }, PaperState.Failed);
        }
        var last = await site.MakeAsync(visit, seed.PlanId, "table", "ods");

        (await site.CountAsync(first)).ShouldBe(0, "the oldest goes");
        (await site.AskAsync(db => db.Papers.CountAsync(paper => paper.AccountId == account.Id))).ShouldBe(Paper.MostKept);
        var today = site.Clock.GetUtcNow();
        site.Clock.Advance(Paper.KeptFor + TimeSpan.FromMinutes(1));
        visit = await site.SignInAsync(account.UserName!);
        (await visit.GetAsync($"/exports/papers/{last}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/exports")).Find("no-papers").ShouldNotBeNull();
        await (await site.SignInAsync(Role.PlanOffice)).OrderAsync(seed.PlanId, "plan", "ods");
        (await site.CountAsync(last)).ShouldBe(0, "whoever orders next clears what is too old, of everybody");
        site.Clock.SetDay(DateOnly.FromDateTime(today.UtcDateTime));
    }

    [Fact]
    public async Task A_pdf_with_boxes_waits_for_a_yes()
    {
        var seed = await PlanSeed.PlantAsync(site, 3);
        await site.ChangeAsync(db => db.PlanItems.First(one => one.PlanId == seed.PlanId).Rename("服務\uE123流程"));
        var visit = await site.SignInAsync(Role.PlanOffice);

        var paperId = await site.MakeAsync(visit, seed.PlanId, "table", "pdf");
        var page = await visit.GetAsync($"/exports/papers/{paperId}");

        page.Find("rare-characters").ShouldBe("\uE123（U+E123）");
        (await visit.GetAsync($"/exports/papers/{paperId}/file")).Location.ShouldBe($"/exports/papers/{paperId}");
        (await visit.GetAsync($"/exports/papers/{paperId}/file?anyway=true")).Text.ShouldStartWith("%PDF-");
    }
}
