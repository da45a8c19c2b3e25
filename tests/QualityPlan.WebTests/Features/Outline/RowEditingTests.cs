using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Deadlines;
using QualityPlan.Domain.People;
using QualityPlan.WebTests.Features.Plans;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Outline;

public class RowEditingTests(Site site) : IClassFixture<Site>
{
    private readonly PlanGround _ground = new(site);

    [Fact]
    public async Task An_edited_row_is_read_anew_and_stands_in_the_trail()
    {
        var (plan, row, visit, unit) = await BeginAsync("");
        var other = await site.AddUnitAsync();
        var answer = await SaveAsync(visit, plan, row, ("Form.Deadline", "3月、9月"), ("Form.Units", $"{unit.Name}、{other.Name}"));
        answer.Location!.ShouldEndWith($"/plans/{plan}#r{row}");

        var measure = await _ground.MeasureAsync(row);
        measure.DeadlineKind.ShouldBe(DeadlineKind.Dated);
        measure.Checkpoints.Select(one => one.DueOn).ShouldBe([new(2026, 3, 31), new(2026, 9, 30)]);
        measure.Assignments.Select(one => one.UnitId).ShouldBe([unit.Id, other.Id], ignoreOrder: true);
        var entry = await site.AskAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "edit-measure" && one.EntityId == $"{row}"));
        entry.Before!.ShouldContain("\"DeadlineText\":\"\"");
        entry.After!.ShouldContain("3月、9月");
    }

    [Fact]
    public async Task A_deadline_that_says_nothing_is_decided_by_hand_and_kept_as_written()
    {
        var (plan, row, visit, _) = await BeginAsync("配合大樓整修另訂時程");
        await SaveAsync(visit, plan, row, ("Form.Deadline", "看情形"), ("Form.Choice", "Dated"), ("Form.Days", "115/6/30、1151231"));
        var measure = await _ground.MeasureAsync(row);
        measure.DeadlineText.ShouldBe("看情形");
        measure.IsDeadlineDecided.ShouldBeTrue();
        measure.Checkpoints.Select(one => one.DueOn).ShouldBe([new(2026, 6, 30), new(2026, 12, 31)]);
        measure.Undecided.ShouldBeEmpty();

        await SaveAsync(visit, plan, row, ("Form.Choice", "Continuing"));
        (await _ground.MeasureAsync(row)).Checkpoints.Count.ShouldBe(4);
        await SaveAsync(visit, plan, row, ("Form.Choice", "DoneAtStart"));
        (await _ground.MeasureAsync(row)).DeadlineKind.ShouldBe(DeadlineKind.DoneAtStart);
        await SaveAsync(visit, plan, row, ("Form.Choice", "ByText"));
        (await _ground.MeasureAsync(row)).DeadlineKind.ShouldBe(DeadlineKind.NotUnderstood);
    }

    [Theory]
    [InlineData("Form.Days", "2026/6/30", "是否要輸入115年？")]
    [InlineData("Form.Days", "", "請輸入至少一個查核日期。")]
    [InlineData("Form.Approach", "", "請輸入推動作法。")]
    public async Task What_cannot_be_saved_comes_back_as_typed(string field, string value, string sentence)
    {
        var (plan, row, visit, _) = await BeginAsync("6月");
        var fields = new Dictionary<string, string>
        {
            ["Form.Approach"] = "打好的文字不能不見", ["Form.Deadline"] = "另訂", ["Form.Choice"] = "Dated", ["Form.Days"] = "115/6/30", [field] = value,
        };
        var answer = await SaveAsync(visit, plan, row, fields.Select(pair => (pair.Key, pair.Value)).ToArray());
        answer.Text.ShouldContain(sentence);
        answer.Text.ShouldContain(field == "Form.Approach" ? "另訂" : "打好的文字不能不見");
        (await _ground.MeasureAsync(row)).DeadlineText.ShouldBe("6月");
    }

    [Fact]
    public async Task An_unknown_unit_is_offered_its_nearest_names_and_replaced_at_a_press()
    {
        var unit = await site.AddUnitAsync("漢學研究中心聯絡組");
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", "6月", "漢學中心聯絡組"));
        var row = (await _ground.RowsAsync(plan))[0].MeasureId;
        var visit = await site.SignInAsync(Role.PlanOffice);
        var form = await visit.GetAsync($"/plans/{plan}/outline/rows/{row}");
        form.Find("reading")!.ShouldContain("不認得「漢學中心聯絡組」");
        var button = form.Html.QuerySelector("button[name=replace]")!;

        var replaced = await visit.SubmitAsync(form, "main form", ("replace", button.GetAttribute("value")!));
        replaced.Html.QuerySelector("[data-testid=units]")!.GetAttribute("value").ShouldBe("漢學研究中心聯絡組");
        (await _ground.MeasureAsync(row)).HasUnknownUnit.ShouldBeTrue("nothing is saved yet");

        await visit.SubmitAsync(replaced, "main form");
        var saved = await _ground.MeasureAsync(row);
        saved.HasUnknownUnit.ShouldBeFalse();
        saved.Assignments.ShouldHaveSingleItem().UnitId.ShouldBe(unit.Id);
    }

    [Fact]
    public async Task Looking_saves_nothing_and_shows_the_reading()
    {
        var (plan, row, visit, _) = await BeginAsync("6月");
        var form = await visit.GetAsync($"/plans/{plan}/outline/rows/{row}");
        var looked = await visit.SubmitAsync(form, "main form", ("Form.Deadline", "每月"), ("look", "true"));
        looked.Find("deadline-reading")!.ShouldContain("定期辦理：115/3/31（3次）");
        (await _ground.MeasureAsync(row)).DeadlineText.ShouldBe("6月");

        var part = await visit.PostAsync($"/plans/{plan}/outline/rows/reading", ("Form.Deadline", "第3季"), ("Form.Units", "沒有這個單位"));
        part.Text.ShouldNotContain("<html");
        part.Text.ShouldContain("115/9/30");
    }

    [Fact]
    public async Task A_stale_form_shows_both_texts_and_overwrites_nothing_until_one_chooses()
    {
        var (plan, row, visit, _) = await BeginAsync("6月");
        var mine = await visit.GetAsync($"/plans/{plan}/outline/rows/{row}");
        var colleague = await site.SignInAsync(Role.PlanOffice);
        await SaveAsync(colleague, plan, row, ("Form.Approach", "同事先存的文字"));

        var conflict = await visit.SubmitAsync(mine, "main form", ("Form.Approach", "我打的文字"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Find("conflict")!.ShouldContain("同事先存的文字");
        conflict.Find("conflict")!.ShouldContain("我打的文字");
        (await _ground.MeasureAsync(row)).Approach.ShouldBe("同事先存的文字");

        var merging = await visit.SubmitAsync(conflict, "main form", ("resolve", "merge"));
        merging.Find("theirs")!.ShouldContain("同事先存的文字");
        merging.Html.QuerySelector("[data-testid=approach]")!.TextContent.ShouldContain("我打的文字");
        (await visit.SubmitAsync(conflict, "main form", ("resolve", "theirs"))).Location!.ShouldEndWith($"/rows/{row}");
        await visit.SubmitAsync(conflict, "main form", ("resolve", "mine"));
        (await _ground.MeasureAsync(row)).Approach.ShouldBe("我打的文字");
    }

    [Fact]
    public async Task A_row_is_added_moved_and_deleted()
    {
        var (plan, first, visit, unit) = await BeginAsync("6月");
        var item = (await _ground.RowsAsync(plan))[0].Place.Item.Id;
        var form = await visit.GetAsync($"/plans/{plan}/outline/rows/new?item={item}");
        var added = await visit.SubmitAsync(form, "main form",
            ("Form.Number", "1.2"), ("Form.Approach", "新增的作法"), ("Form.Deadline", "每季"), ("Form.Units", unit.Name));
        added.Location!.ShouldContain($"/plans/{plan}/outline#r");
        (await _ground.RowsAsync(plan)).Select(row => row.Text.Approach).ShouldBe(["推動作法1.1", "新增的作法"]);

        await PressAsync(visit, plan, $"rows/{first}/move?by=1");
        var rows = await _ground.RowsAsync(plan);
        rows.Select(row => row.Text.Number).ShouldBe(["1.1", "1.2"], "the numbers stay in order");
        rows.Select(row => row.Text.Approach).ShouldBe(["新增的作法", "推動作法1.1"]);
        await PressAsync(visit, plan, $"rows/{first}/move?by=1");
        (await _ground.RowsAsync(plan))[1].MeasureId.ShouldBe(first);

        var version = (await _ground.MeasureAsync(first)).Version;
        await visit.PostAsync($"/plans/{plan}/outline/rows/{first}/delete", ("Form.Version", $"{version - 1}"));
        (await _ground.RowsAsync(plan)).Count.ShouldBe(2, "a stale delete deletes nothing");
        await visit.PostAsync($"/plans/{plan}/outline/rows/{first}/delete", ("Form.Version", $"{version}"));
        (await _ground.RowsAsync(plan)).ShouldHaveSingleItem().Text.Approach.ShouldBe("新增的作法");
    }

    [Fact]
    public async Task Ids_of_another_plan_are_not_found_in_route_or_body()
    {
        var (plan, row, visit, unit) = await BeginAsync("6月");
        var other = await _ground.AddDraftAsync(PlanGround.Row("9.9", "6月", unit.Name));
        var foreign = (await _ground.RowsAsync(other))[0];

        (await visit.GetAsync($"/plans/{plan}/outline/rows/{foreign.MeasureId}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SaveAsync(visit, plan, row, ("Form.ItemId", $"{foreign.Place.Item.Id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.PostAsync($"/plans/{plan}/outline/rows/{foreign.MeasureId}",
            ("Form.ItemId", $"{foreign.Place.Item.Id}"), ("Form.Approach", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.PostAsync($"/plans/{plan}/outline/rows/{foreign.MeasureId}/delete", ("Form.Version", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _ground.MeasureAsync(foreign.MeasureId)).Approach.ShouldBe("推動作法9.9");
        (await _ground.MeasureAsync(row)).Approach.ShouldBe("推動作法1.1");
    }

    private async Task<(int Plan, int Row, Visit Visit, Unit Unit)> BeginAsync(string deadline)
    {
        var unit = await site.AddUnitAsync();
        var plan = await _ground.AddDraftAsync(PlanGround.Row("1.1", deadline, unit.Name));
        return (plan, (await _ground.RowsAsync(plan))[0].MeasureId, await site.SignInAsync(Role.PlanOffice), unit);
    }

    private static async Task<Answer> SaveAsync(Visit visit, int plan, int row, params (string, string)[] fields) =>
        await visit.SubmitAsync(await visit.GetAsync($"/plans/{plan}/outline/rows/{row}"), "main form", fields);

    private async Task PressAsync(Visit visit, int plan, string button)
    {
        var version = (await _ground.PlanAsync(plan)).Version;
        (await visit.PostAsync($"/plans/{plan}/outline/{button}", ("version", $"{version}"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
