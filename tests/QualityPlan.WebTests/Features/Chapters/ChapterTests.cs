using System.Net;
using QualityPlan.Domain.People;
using QualityPlan.WebTests.Features.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Chapters;

public class ChapterTests(Site site) : IClassFixture<Site>
{
    private readonly PlanGround _ground = new(site);

    [Fact]
    public async Task Chapters_are_added_changed_moved_and_deleted()
    {
        var plan = await _ground.AddDraftAsync();
        var visit = await site.SignInAsync(Role.PlanOffice);
        await visit.SubmitAsync(await visit.GetAsync($"/plans/{plan}/chapters/new"), "main form",
            ("Form.Number", "參"), ("Form.Title", "執行對象"), ("Form.Text", "本館各單位。\r\n任務編組。"));
        var chapters = (await _ground.PlanAsync(plan)).Chapters.OrderBy(one => one.Position).ToList();
        chapters.Select(one => one.Title).ShouldBe(["計畫依據", "計畫目標", "執行對象"]);
        chapters[2].Paragraphs.ShouldBe(["本館各單位。", "任務編組。"]);

        await visit.SubmitAsync(await visit.GetAsync($"/plans/{plan}/chapters/{chapters[2].Id}"), "main form", ("Form.Title", "實施對象"));
        await PressAsync(visit, plan, $"{chapters[2].Id}/move?by=-1");
        await PressAsync(visit, plan, $"{chapters[0].Id}/delete");
        (await _ground.PlanAsync(plan)).Chapters.OrderBy(one => one.Position).Select(one => one.Title).ShouldBe(["實施對象", "計畫目標"]);
    }

    [Fact]
    public async Task Another_year_reads_every_deadline_anew()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var visit = await site.SignInAsync(Role.PlanOffice);
        var page = await visit.GetAsync($"/plans/{plan}/chapters");
        await visit.SubmitAsync(page, "main form[data-unsaved]", ("Form.Year", "116"), ("Form.Approach", "具體作法"));

        var row = (await _ground.RowsAsync(plan))[0];
        (await _ground.MeasureAsync(row.MeasureId)).Checkpoints.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2027, 6, 30));
        (await visit.GetAsync($"/plans/{plan}")).Text.ShouldContain("具體作法");
    }

    [Fact]
    public async Task A_stale_form_keeps_its_text_and_changes_nothing()
    {
        var plan = await _ground.AddDraftAsync();
        var visit = await site.SignInAsync(Role.PlanOffice);
        var chapter = (await _ground.PlanAsync(plan)).Chapters.First();
        var form = await visit.GetAsync($"/plans/{plan}/chapters/{chapter.Id}");
        await PressAsync(visit, plan, $"{chapter.Id}/move?by=1");

        var answer = await visit.SubmitAsync(form, "main form", ("Form.Text", "打好的段落"));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("打好的段落");
        (await _ground.PlanAsync(plan)).Chapters.ShouldAllBe(one => one.Text != "打好的段落");
        await visit.SubmitAsync(answer, "main form");
        (await _ground.PlanAsync(plan)).Chapters.ShouldContain(one => one.Text == "打好的段落");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/new")]
    [InlineData("/{id}")]
    [InlineData("/{id}/move?by=1")]
    [InlineData("/{id}/delete")]
    public async Task Nobody_but_the_plan_office_edits_and_nothing_approved_is_edited(string door)
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var before = await _ground.PlanAsync(plan);
        var path = $"/plans/{plan}/chapters" + door.Replace("{id}", $"{before.Chapters.First().Id}");
        var fields = new[] { ("version", $"{before.Version}"), ("Form.Version", $"{before.Version}"), ("Form.Title", "改"), ("Form.Text", "改") };
        foreach (var role in Enum.GetValues<Role>().Except([Role.PlanOffice]))
        {
            var visit = await site.SignInAsync(unit.Id, role);
            (await visit.GetAsync(path)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed);
            (await visit.PostAsync(path, fields)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed);
        }
        await (await site.SignInAsync(Role.PlanOffice)).PostAsync(path, fields);
        var after = await _ground.PlanAsync(plan);
        after.Version.ShouldBe(before.Version);
        after.Chapters.Select(one => one.Title).ShouldBe(before.Chapters.Select(one => one.Title), ignoreOrder: true);
        (await (await site.SignInAsync(Role.PlanOffice)).GetAsync($"/plans/{before.Id + 100_000}/chapters")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task PressAsync(Visit visit, int plan, string button)
    {
        var version = (await _ground.PlanAsync(plan)).Version;
        (await visit.PostAsync($"/plans/{plan}/chapters/{button}", ("version", $"{version}"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
