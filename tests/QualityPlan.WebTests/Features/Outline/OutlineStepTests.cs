using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.WebTests.Features.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Outline;

public class OutlineStepTests(Site site) : IClassFixture<Site>
{
    private readonly PlanGround _ground = new(site);

    [Fact]
    public async Task An_outline_grows_from_nothing()
    {
        var plan = await _ground.AddDraftAsync();
        var visit = await site.SignInAsync(Role.PlanOffice);
        var before = await site.AskAsync(db => db.Areas.CountAsync(area => area.PlanId == plan));
        await AddAsync(visit, $"/plans/{plan}/outline/areas/new", ("Form.Text", "三、服務品質"));
        var area = await site.AskAsync(db => db.Areas.SingleAsync(one => one.PlanId == plan && one.Text == "三、服務品質"));
        await AddAsync(visit, $"/plans/{plan}/outline/areas/new?parent={area.Id}", ("Form.Text", "(一)問卷"));
        var sub = await site.AskAsync(db => db.Areas.SingleAsync(one => one.ParentId == area.Id));
        await AddAsync(visit, $"/plans/{plan}/outline/items/new?area={sub.Id}", ("Form.Text", "1. 滿意度"));

        (await site.AskAsync(db => db.Areas.CountAsync(one => one.PlanId == plan))).ShouldBe(before + 2);
        (await visit.GetAsync($"/plans/{plan}/outline")).Find("outline")!.ShouldContain("1. 滿意度");
        (await site.AskAsync(db => db.AuditEntries.CountAsync(one => one.EntityId == $"{sub.Id}" && one.Action == "add-area"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("areas", 500)]
    [InlineData("items", 1000)]
    public async Task A_text_that_is_too_long_comes_back_whole_with_the_sentence_at_its_box(string kind, int most)
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name));
        var place = (await _ground.RowsAsync(plan))[0].Place;
        var path = $"/plans/{plan}/outline/{kind}/{(kind == "areas" ? place.Area.Id : place.Item.Id)}";
        var visit = await site.SignInAsync(Role.PlanOffice);

        var refused = await visit.SubmitAsync(await visit.GetAsync(path), "form[data-unsaved]", ("Form.Text", new string('長', most + 1)));
        var saved = await visit.SubmitAsync(await visit.GetAsync(path), "form[data-unsaved]", ("Form.Text", new string('長', most)));

        refused.Html.QuerySelector("[data-testid=text]")!.GetAttribute("value")!.Length.ShouldBe(most + 1);
        refused.Html.QuerySelector(".field-error")!.TextContent.ShouldContain($"最多{most}字");
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
    }

    [Fact]
    public async Task Only_what_is_empty_is_deleted()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name), PlanGround.Row("2.1", "6月", unit.Name));
        var place = (await _ground.RowsAsync(plan))[0].Place;
        var visit = await site.SignInAsync(Role.PlanOffice);

        await PressAsync(visit, plan, $"items/{place.Item.Id}/delete");
        await PressAsync(visit, plan, $"areas/{place.Area.Id}/delete");
        (await site.AskAsync(db => db.PlanItems.CountAsync(one => one.PlanId == plan))).ShouldBe(2);
        (await site.AskAsync(db => db.Areas.CountAsync(one => one.PlanId == plan))).ShouldBe(3);

        var row = (await _ground.RowsAsync(plan))[0].MeasureId;
        await visit.PostAsync($"/plans/{plan}/outline/rows/{row}/delete", ("Form.Version", $"{(await _ground.MeasureAsync(row)).Version}"));
        await PressAsync(visit, plan, $"items/{place.Item.Id}/delete");
        (await site.AskAsync(db => db.PlanItems.CountAsync(one => one.PlanId == plan))).ShouldBe(1);
    }

    [Fact]
    public async Task Areas_change_places_and_items_change_areas()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name), PlanGround.Row("2.1", "6月", unit.Name));
        var rows = await _ground.RowsAsync(plan);
        var visit = await site.SignInAsync(Role.PlanOffice);
        await PressAsync(visit, plan, $"areas/{rows[1].Place.Area.Id}/move?by=-1");
        (await _ground.RowsAsync(plan)).Select(row => row.Text.Number).ShouldBe(["2.1", "1.1"]);

        var form = await visit.GetAsync($"/plans/{plan}/outline/items/{rows[0].Place.Item.Id}");
        await visit.SubmitAsync(form, "main form", ("Form.ParentId", $"{rows[1].Place.Area.Id}"), ("Form.Text", "改名的項目"));
        var moved = (await _ground.RowsAsync(plan)).Single(row => row.MeasureId == rows[0].MeasureId).Place;
        moved.Area.Id.ShouldBe(rows[1].Place.Area.Id);
        moved.Item.Text.ShouldBe("改名的項目");
    }

    [Fact]
    public async Task A_stale_page_moves_nothing_and_a_stale_form_keeps_its_text()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name), PlanGround.Row("2.1", "6月", unit.Name));
        var visit = await site.SignInAsync(Role.PlanOffice);
        var form = await visit.GetAsync($"/plans/{plan}/outline/areas/new");
        var area = (await _ground.RowsAsync(plan))[1].Place.Area.Id;
        await PressAsync(visit, plan, $"areas/{area}/move?by=-1");

        await visit.PostAsync($"/plans/{plan}/outline/areas/{area}/move?by=1", ("version", "0"));
        (await _ground.RowsAsync(plan))[0].Text.Number.ShouldBe("2.1");
        var answer = await visit.SubmitAsync(form, "main form", ("Form.Text", "打好的實施要項"));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("打好的實施要項");
        (await visit.SubmitAsync(answer, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_area_holds_either_areas_or_items()
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", unit.Name), PlanGround.Row("2.1", "6月", unit.Name));
        var rows = await _ground.RowsAsync(plan);
        var visit = await site.SignInAsync(Role.PlanOffice);
        var form = await visit.GetAsync($"/plans/{plan}/outline/areas/new");
        (await visit.SubmitAsync(form, "main form", ("Form.Text", "(一)"), ("Form.ParentId", $"{rows[1].Place.Area.Id}"))).Status.ShouldBe(HttpStatusCode.Conflict);
        form = await visit.GetAsync($"/plans/{plan}/outline/items/new");
        (await visit.SubmitAsync(form, "main form", ("Form.Text", "1."), ("Form.ParentId", $"{rows[0].Place.Area.Id}"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.AskAsync(db => db.Areas.CountAsync(one => one.PlanId == plan))).ShouldBe(3);
    }

    /// <summary>Every door of the drafts' rooms: the wrong role is refused, and an approved plan stays as it is.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/areas/new")]
    [InlineData("/areas/{area}")]
    [InlineData("/areas/{area}/move?by=1")]
    [InlineData("/areas/{area}/delete")]
    [InlineData("/items/new")]
    [InlineData("/items/{item}")]
    [InlineData("/items/{item}/move?by=1")]
    [InlineData("/items/{item}/delete")]
    [InlineData("/rows/new")]
    [InlineData("/rows/{row}")]
    [InlineData("/rows/{row}/move?by=1")]
    [InlineData("/rows/{row}/delete")]
    public async Task Nobody_but_the_plan_office_edits_and_nothing_approved_is_edited(string door)
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddApprovedAsync(PlanGround.Row("1.1", "6月", unit.Name), PlanGround.Row("1.2", "6月", unit.Name));
        var row = (await _ground.RowsAsync(plan))[0];
        var path = $"/plans/{plan}/outline" + door.Replace("{area}", $"{row.Place.Leaf.Id}").Replace("{item}", $"{row.Place.Item.Id}").Replace("{row}", $"{row.MeasureId}");
        var fields = new[]
        {
            ("version", "1"), ("Form.Version", "1"), ("Form.Text", "改"), ("Form.ParentId", $"{row.Place.Leaf.Id}"),
            ("Form.ItemId", $"{row.Place.Item.Id}"), ("Form.Approach", "改"), ("Form.Deadline", "改"),
        };
        var before = await StateAsync(plan);
        foreach (var role in Enum.GetValues<Role>().Except([Role.PlanOffice]))
        {
            var visit = await site.SignInAsync(unit.Id, role);
            (await visit.GetAsync(path)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed);
            (await visit.PostAsync(path, fields)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.MethodNotAllowed);
        }
        var office = await site.SignInAsync(Role.PlanOffice);
        (await office.PostAsync(path, fields)).Status.ShouldNotBe(HttpStatusCode.InternalServerError);
        (await StateAsync(plan)).ShouldBe(before);
    }

    private async Task<string> StateAsync(int plan) => string.Join('|', (await _ground.RowsAsync(plan)).Select(row => $"{row}")) + (await _ground.PlanAsync(plan)).Version;

    private static async Task AddAsync(Visit visit, string path, params (string, string)[] fields) =>
        (await visit.SubmitAsync(await visit.GetAsync(path), "main form", fields)).Status.ShouldBe(HttpStatusCode.Redirect);

    private async Task PressAsync(Visit visit, int plan, string button)
    {
        var version = (await _ground.PlanAsync(plan)).Version;
        (await visit.PostAsync($"/plans/{plan}/outline/{button}", ("version", $"{version}"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
