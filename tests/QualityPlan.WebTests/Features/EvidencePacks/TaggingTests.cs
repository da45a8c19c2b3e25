using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.EvidencePacks;

public class TaggingTests(QuarterSite site) : IClassFixture<QuarterSite>
{
    [Fact]
    public async Task Several_rows_are_ticked_at_once_and_the_page_goes_on_to_the_next_criterion()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var rows = await desk.MeasuresAsync();
        var office = await desk.Library.OfficeAsync();
        var page = await office.GetAsync(desk.Tags);
        page.Find("chosen").ShouldBe("1.1 單一窗口", "the first that is no heading");

        var answer = await PostAsync(office, page, [rows[0], rows[2]], ("Form.GoesOn", "true"));

        answer.Location.ShouldBe($"{desk.Tags}?criterion={desk.Criteria["1.2"]}");
        (await TaggedAsync(desk, "1.1")).ShouldBe([rows[0], rows[2]]);
        (await office.GetAsync(answer.Location!)).Text.ShouldContain("已增加2列對應。");
        (await site.AskAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "tag-criterion" && entry.EntityId == $"{desk.Criteria["1.1"]}")))
            .Summary.ShouldBe("評核項目「1.1 單一窗口」對應115年度計畫：增加2列、取消0列");
    }

    [Fact]
    public async Task Only_what_was_changed_on_the_page_is_changed_beside_what_somebody_else_did()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var rows = await desk.MeasuresAsync();
        await desk.TagAsync("1.1", 0);
        var office = await desk.Library.OfficeAsync();
        var page = await office.GetAsync(desk.Tags);
        await desk.TagAsync("1.1", 1);

        (await PostAsync(office, page, [rows[2]])).Status.ShouldBe(HttpStatusCode.Redirect);

        (await TaggedAsync(desk, "1.1")).ShouldBe([rows[1], rows[2]]);
        (await PostAsync(office, page, [rows[2]])).Status.ShouldBe(HttpStatusCode.Redirect, "twice does no harm");
        (await TaggedAsync(desk, "1.1")).ShouldBe([rows[1], rows[2]]);
    }

    [Fact]
    public async Task Forty_thousand_rows_that_are_not_there_are_not_found()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var office = await desk.Library.OfficeAsync();
        var page = await office.GetAsync(desk.Tags);

        (await PostAsync(office, page, [.. Enumerable.Range(1_000_000, 40_000)])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rows_are_found_by_words_unit_area_and_by_what_they_answer_to()
    {
        var desk = await PackDesk.SitDownAsync(site);
        await desk.TagAsync("1.1", 0);
        await desk.TagAsync("1.2", 1);
        var office = await desk.Library.OfficeAsync();
        async Task<int> RowsAsync(string query) => (await office.GetAsync($"{desk.Tags}?criterion={desk.Criteria["1.1"]}&{query}")).Html.QuerySelectorAll("[data-testid=rows] input[type=checkbox]").Length;

        (await RowsAsync("")).ShouldBe(3);
        (await RowsAsync("words=第2項")).ShouldBe(1);
        (await RowsAsync($"unit={desk.Library.Own.Id}")).ShouldBe(3);
        (await RowsAsync($"unit={desk.Library.Other.Id}")).ShouldBe(0);
        (await RowsAsync("area=99999")).ShouldBe(0);
        (await RowsAsync("view=Untagged")).ShouldBe(1);
        (await RowsAsync("view=Own")).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_of_another_plan_and_criteria_of_another_list_are_not_found_and_nothing_is_saved()
    {
        var (desk, other) = (await PackDesk.SitDownAsync(site), await PackDesk.SitDownAsync(site));
        var office = await desk.Library.OfficeAsync();
        var (own, foreign) = ((await desk.MeasuresAsync())[0], (await other.MeasuresAsync())[0]);
        foreach (var (criterion, row) in new[] { (desk.Criteria["1.1"], foreign), (other.Criteria["1.1"], own), (99999, own) })
        {
            (await office.PostAsync(desk.Tags, ("Form.Criterion", $"{criterion}"), ("Form.Ticked", $"{row}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        (await TaggedAsync(desk, "1.1")).ShouldBeEmpty();
        (await TaggedAsync(other, "1.1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_convener_looks_on_and_cannot_tick()
    {
        var desk = await PackDesk.SitDownAsync(site);
        var convener = await site.SignInAsync(Role.Convener);
        var page = await convener.GetAsync(desk.Tags);
        page.Html.QuerySelectorAll("[data-testid=rows] input[type=checkbox]").ShouldAllBe(box => box.HasAttribute("disabled"));
        page.Html.QuerySelector("[data-testid=save-tags]").ShouldBeNull();
        (await convener.PostAsync(desk.Tags, ("Form.Criterion", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<List<int>> TaggedAsync(PackDesk desk, string criterion) => site.AskAsync(db => db.CriterionTags
        .Where(tag => tag.CriterionId == desk.Criteria[criterion]).OrderBy(tag => tag.MeasureId).Select(tag => tag.MeasureId).ToListAsync());

    /// <summary>The page's form with these rows ticked and no others.</summary>
    private static Task<Answer> PostAsync(Visit visit, Answer page, int[] ticked, params (string Name, string Value)[] more)
    {
        var form = page.Html.QuerySelector("[data-testid=tags-form]")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(box => (box.GetAttribute("name")!, box.GetAttribute("value")!));
        return visit.PostRawAsync(form.GetAttribute("action")!, [.. hidden, .. ticked.Select(row => ("Form.Ticked", $"{row}")), .. more]);
    }
}
