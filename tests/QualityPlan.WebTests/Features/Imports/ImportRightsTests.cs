using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Imports;

/// <summary>Who may import, whose draft it is, and that a plan is made wholly or not at all.</summary>
public class ImportRightsTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<Role> Others => [.. Enum.GetValues<Role>().Where(role => role != Role.PlanOffice)];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Only_the_plan_office_imports(Role role)
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|");
        var visit = await site.SignInAsync((await site.AddUnitAsync()).Id, role);
        var before = await StateAsync();

        (await visit.GetAsync("/Imports")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visit.GetAsync($"/Imports/Preview/{draft}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var path in new[]
        {
            "Upload", "Paste", $"Save/{draft}", $"Accept/{draft}", $"Discard/{draft}", $"Step/{draft}", $"Turn/{draft}", $"Columns/{draft}",
            $"Row/{draft}/1", $"Heading/{draft}/1/Item", $"Chapters/{draft}/new",
        })
        {
            (await visit.PostAsync($"/Imports/{path}", ("Form.Version", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_draft_of_somebody_else_answers_like_one_that_is_not_there()
    {
        var owner = await ImportDesk.SitDownAsync(site);
        var draft = await owner.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|");
        var shown = await owner.PreviewAsync(draft);
        var other = await ImportDesk.SitDownAsync(site);
        var before = await StateAsync();

        foreach (var id in new[] { draft, 987_654 })
        {
            (await other.Visit.GetAsync($"/Imports/Preview/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            foreach (var page in new[] { $"Row/{id}/1", $"Heading/{id}/1/Item", $"Chapters/{id}/new", $"Columns/{id}" })
            {
                (await other.Visit.GetAsync("/Imports/" + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
                (await other.Visit.PostAsync(
                    "/Imports/" + page, ("Form.Version", "1"), ("Form.Deadline", "別人的"), ("Form.Text", "別人的"), ("Form.Title", "別人的"),
                    ("Form.Level", "Area"), ("Form.Table", "1"), ("Form.Fields[0]", "Approach"))).Status.ShouldBe(HttpStatusCode.NotFound, "posting " + page);
            }
            foreach (var act in new[] { "Step", "Turn" })
            {
                (await other.Visit.PostAsync(
                    $"/Imports/{act}/{id}", ("Form.Version", "1"), ("Form.Title", "別人的"), ("Form.Year", "115"), ("Form.Agency", "館"), ("act", "remove:1"),
                    ("version", "1"), ("back", "true"))).Status.ShouldBe(HttpStatusCode.NotFound, act);
            }
            foreach (var act in new[] { "Save", "Accept", "Discard" })
            {
                var answer = await other.Visit.PostAsync(
                    $"/Imports/{act}/{id}", ("Form.Version", "1"), ("Form.Title", "別人的"), ("Form.Year", "115"), ("Form.Agency", "館"), ("Form.AcceptRest", "true"));
                answer.Status.ShouldBe(HttpStatusCode.NotFound, act);
                (await other.Visit.PostAsync($"/Imports/{act}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, act + " of an empty form");
            }
        }

        (await StateAsync()).ShouldBe(before);
        (await other.Visit.GetAsync("/Imports")).Html.QuerySelector($"a[href='/Imports/Preview/{draft}']").ShouldBeNull();
        (await owner.Visit.GetAsync("/Imports")).Html.QuerySelector($"a[href='/Imports/Preview/{draft}']").ShouldNotBeNull();
        shown.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_plan_with_open_doubts_is_not_made()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|看心情|");
        var plans = await site.AskAsync(db => db.Plans.CountAsync());

        var answer = await desk.AcceptAsync(await desk.PreviewAsync(draft));

        answer.Location.ShouldBe($"/imports/preview/{draft}");
        (await desk.PreviewAsync(draft)).Text.ShouldContain("處理或接受後才能建立計畫草案");
        (await site.AskAsync(db => db.Plans.CountAsync())).ShouldBe(plans);
    }

    [Fact]
    public async Task Pressing_the_button_twice_at_once_makes_one_plan()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|");
        await desk.SaveAsync(await desk.PreviewAsync(draft), ("Form.AcceptRest", "true"));
        var plans = await site.AskAsync(db => db.Plans.CountAsync());
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.PreviewAsync(draft)));

        var answers = await Task.WhenAll(pages.Select(page => desk.AcceptAsync(page)));

        answers.Count(answer => answer.Location?.StartsWith("/plans/", StringComparison.Ordinal) == true).ShouldBe(1);
        answers.ShouldAllBe(answer => (int)answer.Status < 500);
        (await site.AskAsync(db => db.Plans.CountAsync())).ShouldBe(plans + 1);
    }

    [Fact]
    public async Task When_one_row_cannot_be_written_nothing_is()
    {
        await using var own = new Site();
        var desk = await ImportDesk.SitDownAsync(own);
        var draft = await desk.PasteRowsAsync(RepairTests.Rows(80, _ => "115年6月"));
        var page = await desk.PreviewAsync(draft);
        await desk.SaveAsync(page, ("Form.AcceptRest", "true"), (ImportDesk.Box(page, "u:大計畫組", "Choice"), "new"));
        await own.AskAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER broken BEFORE INSERT ON Measures WHEN NEW.Position = 70 BEGIN SELECT RAISE(ABORT, 'broken'); END"));

        var answer = await desk.AcceptAsync(await desk.PreviewAsync(draft));

        answer.Location.ShouldBe($"/imports/preview/{draft}");
        (await desk.PreviewAsync(draft)).Text.ShouldContain("沒有建立任何資料");
        (await own.AskAsync(async db => (
            await db.Plans.CountAsync(), await db.Units.CountAsync(), await db.Areas.CountAsync(), await db.Measures.CountAsync(),
            await db.AuditEntries.CountAsync(entry => entry.Action == "import-plan" || entry.Action == "create-unit"),
            await db.ImportDrafts.CountAsync()))).ShouldBe((0, 0, 0, 0, 0, 1));

        await own.AskAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER broken"));
        ImportDesk.PlanIn(await desk.AcceptAsync(await desk.PreviewAsync(draft))).ShouldBePositive();
        (await own.AskAsync(async db => (await db.Measures.CountAsync(), await db.Units.CountAsync()))).ShouldBe((80, 1));
    }

    [Fact]
    public async Task A_draft_thrown_away_is_gone_and_stands_in_the_trail()
    {
        var desk = await ImportDesk.SitDownAsync(site);
        var draft = await desk.PasteRowsAsync("一、流程|1. 窗口|1.1 甲|115年6月|");

        var answer = await desk.Visit.SubmitAsync(await desk.PreviewAsync(draft), "form[action$='Discard/" + draft + "']");

        answer.Location.ShouldBe("/Imports");
        (await desk.Visit.GetAsync($"/Imports/Preview/{draft}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var trail = await site.AskAsync(db => db.AuditEntries
            .Where(entry => entry.EntityType == nameof(ImportDraft) && entry.EntityId == draft.ToString())
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        trail.ShouldBe(["read-plan-file", "discard-import"]);
    }

    private Task<(int, int, long, int)> StateAsync() => site.AskAsync(async db => (
        await db.Plans.CountAsync(), await db.ImportDrafts.CountAsync(), await db.ImportDrafts.SumAsync(draft => (long)draft.Version),
        await db.AuditEntries.CountAsync(entry => entry.Action != "refused" && entry.Action != "sign-in")));
}
