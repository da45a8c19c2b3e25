using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Units;

public class UnitPagesTests(Site site) : IClassFixture<Site>
{
    private const string UnitForm = "[data-testid=unit-form]";
    private const string GroupForm = "[data-testid=group-form]";

    [Fact]
    public async Task A_unit_is_added_with_its_aliases_and_stands_in_the_list_and_in_the_trail()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        var answer = await office.SubmitAsync(await office.GetAsync("/units/new"), UnitForm,
            ("Form.Name", "漢學研究中心"), ("Form.Kind", "Department"), ("Form.Aliases", "漢學中心\r\n 漢學 \r\n\r\n漢學中心"));

        answer.Location.ShouldBe("/units");
        (await office.GetAsync("/units")).Find("units")!.ShouldContain("漢學中心、漢學");
        var unit = await site.AskAsync(db => db.Units.Include(found => found.Aliases).SingleAsync(found => found.Name == "漢學研究中心"));
        unit.Aliases.Select(alias => alias.Text).ShouldBe(["漢學中心", "漢學"], ignoreOrder: true);
        var entry = await site.AskAsync(db => db.AuditEntries.SingleAsync(found =>
            found.Action == "create-unit" && found.EntityId == unit.Id.ToString()));
        entry.After!.ShouldContain("漢學研究中心");
    }

    [Fact]
    public async Task A_unit_can_be_renamed_retired_and_given_a_head()
    {
        var unit = await site.AddUnitAsync();
        var head = await site.AddAccountAsync(unit.Id, Role.UnitHead);
        var office = await site.SignInAsync(Role.Administrator);
        var answer = await office.SubmitAsync(await office.GetAsync($"/units/{unit.Id}"), UnitForm,
            ("Form.Name", "新名" + unit.Id), ("Form.HeadAccountId", head.Id.ToString()), ("Form.IsActive", "false"));

        answer.Location.ShouldBe("/units");
        var changed = await site.AskAsync(db => db.Units.SingleAsync(found => found.Id == unit.Id));
        (changed.Name, changed.HeadAccountId, changed.IsActive).ShouldBe(("新名" + unit.Id, head.Id, false));
    }

    [Fact]
    public async Task A_name_that_another_unit_alias_or_group_bears_is_refused()
    {
        var unit = await site.AddUnitAsync("推廣組");
        await site.AskAsync(async db =>
        {
            (await db.Units.Include(found => found.Aliases).SingleAsync(found => found.Id == unit.Id)).Learn("推廣");
            db.UnitGroups.Add(new UnitGroup("全部", true));
            return await db.SaveChangesAsync();
        });
        var office = await site.SignInAsync(Role.PlanOffice);

        foreach (var (name, aliases) in new[] { ("推廣組", ""), ("推廣", ""), ("全部", ""), ("別的組", "推廣"), (" 推廣　組", ""), ("別的組", "全 部") })
        {
            var answer = await office.SubmitAsync(await office.GetAsync("/units/new"), UnitForm,
                ("Form.Name", name), ("Form.Kind", "Department"), ("Form.Aliases", aliases));
            answer.Status.ShouldBe(HttpStatusCode.OK, name);
            answer.Text.ShouldContain("請改用別的名稱");
        }
    }

    [Theory]
    [InlineData("Form.Name", "", "請輸入單位名稱。")]
    [InlineData("Form.HeadAccountId", "999999", "不是使用中的單位主管")]
    [InlineData("Form.Kind", "Nonsense", "類別")]
    public async Task What_cannot_be_is_refused_with_the_reason(string field, string value, string reason)
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        (string, string)[] good = [("Form.Name", "某組" + Guid.NewGuid().ToString("N")[..5]), ("Form.Kind", "Department"), ("Form.HeadAccountId", "")];
        var answer = await office.SubmitAsync(await office.GetAsync("/units/new"), UnitForm,
            good.Where(pair => pair.Item1 != field).Append((field, value)).ToArray());
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain(reason);
    }

    [Fact]
    public async Task A_page_opened_before_another_change_is_told_so_and_changes_nothing()
    {
        var unit = await site.AddUnitAsync();
        var office = await site.SignInAsync(Role.PlanOffice);
        var page = await office.GetAsync($"/units/{unit.Id}");
        await office.SubmitAsync(await office.GetAsync($"/units/{unit.Id}"), UnitForm, ("Form.Name", "先到" + unit.Id));

        var late = await office.SubmitAsync(page, UnitForm, ("Form.Name", "後到" + unit.Id));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("內容已被他人更新");
        (await site.AskAsync(db => db.Units.SingleAsync(found => found.Id == unit.Id))).Name.ShouldBe("先到" + unit.Id);
    }

    [Fact]
    public async Task A_group_keeps_its_members_and_needs_some()
    {
        var units = new[] { await site.AddUnitAsync(), await site.AddUnitAsync() };
        var office = await site.SignInAsync(Role.PlanOffice);
        var empty = await office.SubmitAsync(await office.GetAsync("/units/groups/new"), GroupForm, ("Form.Name", "窗口單位"));
        empty.Text.ShouldContain("請至少選一個成員");

        var made = await office.SubmitAsync(await office.GetAsync("/units/groups/new"), GroupForm, ("Form.Name", "窗口單位"),
            ("Form.UnitIds", units[0].Id.ToString()), ("Form.UnitIds", units[1].Id.ToString()));
        made.Location.ShouldBe("/units");

        var group = await site.AskAsync(db => db.UnitGroups.Include(found => found.Members).SingleAsync(found => found.Name == "窗口單位"));
        group.Members.Select(member => member.UnitId).ShouldBe(units.Select(unit => unit.Id), ignoreOrder: true);
        await office.SubmitAsync(await office.GetAsync($"/units/groups/{group.Id}"), GroupForm, ("Form.UnitIds", units[1].Id.ToString()));
        var left = await site.AskAsync(db => db.UnitGroups.Where(found => found.Id == group.Id).SelectMany(found => found.Members).SingleAsync());
        left.UnitId.ShouldBe(units[1].Id);
    }

    [Fact]
    public async Task A_group_has_aliases_that_nobody_else_may_have()
    {
        var office = await site.SignInAsync(Role.PlanOffice);
        await office.SubmitAsync(await office.GetAsync("/units/groups/new"), GroupForm,
            ("Form.Name", "全部科室"), ("Form.Aliases", "各科室\r\n 各組室 \r\n全部科室"), ("Form.IsEveryUnit", "true"));
        var group = await site.AskAsync(db => db.UnitGroups.Include(found => found.Aliases).SingleAsync(found => found.Name == "全部科室"));
        group.Aliases.Select(alias => alias.Text).ShouldBe(["各科室", "各組室"], ignoreOrder: true);
        (await office.GetAsync("/units")).Find("groups")!.ShouldContain("各科室、各組室");

        var taken = await office.SubmitAsync(await office.GetAsync("/units/new"), UnitForm, ("Form.Name", "某室"), ("Form.Kind", "Department"), ("Form.Aliases", "各組室"));
        taken.Text.ShouldContain("「各組室」已經是其他單位、別名或群組的名稱");
        var page = await office.GetAsync($"/units/groups/{group.Id}");
        page.Html.QuerySelector("textarea[name='Form.Aliases']")!.TextContent.Trim().ShouldBe("各科室\n各組室");
        await office.SubmitAsync(page, GroupForm, ("Form.Aliases", "各組室\r\n各處室"));

        var left = await site.AskAsync(db => db.UnitGroups.Where(found => found.Id == group.Id).SelectMany(found => found.Aliases).Select(alias => alias.Text).ToListAsync());
        left.ShouldBe(["各組室", "各處室"], ignoreOrder: true);
        var entry = await site.AskAsync(db => db.AuditEntries.OrderBy(one => one.Sequence).LastAsync(one => one.Action == "change-unit-group"));
        entry.After!.ShouldContain("各處室");
    }

    [Theory]
    [InlineData("/units/999999")]
    [InlineData("/units/99999999999")]
    [InlineData("/units/abc")]
    [InlineData("/units/groups/999999")]
    public async Task An_unknown_number_is_a_missing_page(string path) =>
        (await (await site.SignInAsync(Role.PlanOffice)).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Convener)]
    [InlineData(Role.Auditor)]
    public async Task Other_roles_change_no_unit(Role role)
    {
        var unit = await site.AddUnitAsync();
        var visit = await site.SignInAsync(unit.Id, role);
        (await visit.PostAsync($"/units/{unit.Id}", ("Form.Name", "改掉"), ("Form.Version", "0"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.AskAsync(db => db.Units.SingleAsync(found => found.Id == unit.Id))).Name.ShouldBe(unit.Name);
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_for_forty_units_as_for_one()
    {
        using var own = new Site();
        var office = await own.SignInAsync(Role.PlanOffice);
        await own.AddUnitAsync();
        await office.GetAsync("/units");
        var few = await own.CountQueriesAsync(() => office.GetAsync("/units"));
        for (var i = 0; i < 40; i++)
        {
            await own.AddUnitAsync();
        }
        (await own.CountQueriesAsync(() => office.GetAsync("/units"))).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(6);
    }
}
