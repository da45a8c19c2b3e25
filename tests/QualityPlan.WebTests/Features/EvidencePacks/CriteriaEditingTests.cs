using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.EvidencePacks;

public class CriteriaEditingTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task A_criterion_is_added_changed_moved_and_deleted_with_its_tags_named_before()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("1.2", 0, 2);
        var office = await desk.Library.OfficeAsync();

        await SaveAsync(office, $"{desk.List}/criteria/new", ("Form.Number", "1.3"), ("Form.Title", "免書證"), ("Form.ParentId", $"{desk.Criteria["1"]}"));
        await SaveAsync(office, $"{desk.List}/criteria/{desk.Criteria["1.1"]}", ("Form.Title", "一處收件"), ("Form.ParentId", ""));
        var list = await ListAsync(desk);
        list.Criteria.Single(one => one.Number == "1.3").ParentId.ShouldBe(desk.Criteria["1"]);
        list.Criteria.Single(one => one.Title == "一處收件").ParentId.ShouldBeNull();

        var delete = await office.GetAsync($"{desk.List}/criteria/{desk.Criteria["1.2"]}/delete");
        delete.Text.ShouldContain("一併失去2列對應");
        delete.Html.QuerySelectorAll("[data-testid=lost] li").Select(line => line.TextContent).ShouldBe(["115年 1.1 推動作法第1項", "115年 1.3 推動作法第3項"]);
        (await office.SubmitAsync(delete, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ListAsync(desk)).Criteria.ShouldNotContain(one => one.Number == "1.2");
        (await site.AskAsync(db => db.CriterionTags.CountAsync(tag => tag.CriterionId == desk.Criteria["1.2"]))).ShouldBe(0);
        (await TrailAsync(desk)).ShouldBe(["add-criterion", "change-criterion", "delete-criterion"]);
    }

    [Theory]
    [InlineData("1.2", "Form.Title", "", "請輸入評核項目的標題")]
    [InlineData("1.2", "Form.Number", "1.1", "編號「1.1」已經用過")]
    [InlineData("1.2", "Form.ParentId", "99999", "上層項目已不在這份清單")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_nothing_changes(string number, string box, string value, string sentence)
    {
        var desk = await PackDesk.SitDownAsync(site);
        var office = await desk.Library.OfficeAsync();
        var answer = await office.SubmitAsync(await office.GetAsync($"{desk.List}/criteria/{desk.Criteria[number]}"), "[data-testid=criterion-form]", (box, value));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.QuerySelector(".errors")!.TextContent.ShouldContain(sentence);
        (await ListAsync(desk)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_heading_cannot_stand_below_what_stands_below_it_nor_go_while_something_does()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var office = await desk.Library.OfficeAsync();
        var form = await office.GetAsync($"{desk.List}/criteria/{desk.Criteria["1"]}");
        (await office.SubmitAsync(form, "[data-testid=criterion-form]", ("Form.ParentId", $"{desk.Criteria["1.1"]}"))).Text.ShouldContain("不能是自己或自己的下層");
        var delete = await office.SubmitAsync(await office.GetAsync($"{desk.List}/criteria/{desk.Criteria["1"]}/delete"), "main form");
        (delete.Status, delete.Html.QuerySelector(".errors")!.TextContent.Contains("這個項目下面還有項目")).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
    }

    [Fact]
    public async Task Nobody_saves_over_what_somebody_else_saved_meanwhile()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var office = await desk.Library.OfficeAsync();
        var stale = await office.GetAsync($"{desk.List}/criteria/{desk.Criteria["2"]}");
        var (head, gone) = (await office.GetAsync(desk.List), await office.GetAsync($"{desk.List}/delete"));
        await SaveAsync(office, $"{desk.List}/criteria/new", ("Form.Number", "9"), ("Form.Title", "新的"));

        var answer = await office.SubmitAsync(stale, "[data-testid=criterion-form]", ("Form.Title", "環境整潔"));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("環境整潔", customMessage: "what was typed stays");
        (await office.SubmitAsync(head, "[data-testid=list-form]", ("Form.Name", "改名"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await office.SubmitAsync(gone, "main form")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await office.SubmitAsync(answer, "[data-testid=criterion-form]")).Status.ShouldBe(HttpStatusCode.Redirect, "after looking again");
    }

    [Fact]
    public async Task A_list_is_renamed_and_deleted_with_all_that_hangs_on_it()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("2", 0);
        var office = await desk.Library.OfficeAsync();
        (await office.SubmitAsync(await office.GetAsync(desk.List), "[data-testid=list-form]", ("Form.Name", $"評鑑{desk.ListId}"), ("Form.Year", "114")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await ListAsync(desk)).Title.ShouldBe($"114年 評鑑{desk.ListId}");
        var delete = await office.GetAsync($"{desk.List}/delete");
        delete.Text.ShouldContain("包括4個評核項目");
        delete.Text.ShouldContain("一併失去1列對應");
        (await office.SubmitAsync(delete, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.AskAsync(db => db.Criteria.CountAsync(one => one.CriteriaListId == desk.ListId))).ShouldBe(0);
        (await office.GetAsync(desk.List)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_criterion_of_another_list_is_not_found()
    {
        var (desk, other) = (await PackDesk.SitDownAsync(site), await PackDesk.SitDownAsync(site));
        var office = await desk.Library.OfficeAsync();
        var path = $"{desk.List}/criteria/{other.Criteria["1.1"]}";
        (await office.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.GetAsync(path + "/delete")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.PostAsync(path, ("Form.Title", "x"), ("Form.Version", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.PostAsync(path + "/delete", ("version", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ListAsync(other)).Version.ShouldBe(1);
    }

    private Task<CriteriaList> ListAsync(PackDesk desk) =>
        site.AskAsync(db => db.CriteriaLists.AsNoTracking().Include(list => list.Criteria).SingleAsync(list => list.Id == desk.ListId));

    private Task<List<string>> TrailAsync(PackDesk desk) => site.AskAsync(db => db.AuditEntries
        .Where(entry => entry.EntityType == "CriteriaList" && entry.EntityId == $"{desk.ListId}").OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());

    private static async Task SaveAsync(Visit office, string path, params (string, string)[] fields) =>
        (await office.SubmitAsync(await office.GetAsync(path), "[data-testid=criterion-form]", fields)).Status.ShouldBe(HttpStatusCode.Redirect);
}
