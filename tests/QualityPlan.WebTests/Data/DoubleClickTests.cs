using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>A form sent several times at once makes one thing, on every engine that is given.</summary>
public class DoubleClickTests
{
    private const int Clicks = 6;

    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_many_clicks_one_makes_the_thing_and_none_ends_in_an_error(string engine)
    {
        using var site = new EngineSite(engine);
        var office = await site.SignInAsync(Role.PlanOffice, Role.Administrator);

        await ClickAsync(office, "/units/new", ("Form.Name", "雙擊單位"), ("Form.Kind", "Department"), ("Form.IsActive", "true"));
        await ClickAsync(office, "/units/groups/new", ("Form.Name", "雙擊群組"), ("Form.IsEveryUnit", "true"));
        await ClickAsync(office, "/accounts/new", ("Form.Name", "雙擊"), ("Form.UserName", "double1"), ("Form.Roles", "Viewer"));
        await ClickAsync(office, "/plans/new", ("Year", "116"), ("Title", "雙擊計畫"));

        (await site.AskAsync(db => db.Units.CountAsync(one => one.Name == "雙擊單位"))).ShouldBe(1);
        (await site.AskAsync(db => db.UnitGroups.CountAsync(one => one.Name == "雙擊群組"))).ShouldBe(1);
        (await site.AskAsync(db => db.Accounts.CountAsync(one => one.UserName == "double1"))).ShouldBe(1);
        (await site.AskAsync(db => db.Plans.CountAsync(one => one.Title == "雙擊計畫"))).ShouldBe(1);
        site.Queries.Failed.ShouldBe(0, "every refused statement is an error in the log");
    }

    private static async Task ClickAsync(Visit visit, string path, params (string Name, string Value)[] fields)
    {
        var page = await visit.GetAsync(path);
        var answers = await Task.WhenAll(Enumerable.Range(0, Clicks).Select(_ => visit.SubmitAsync(page, "main form[method=post]", fields)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect || answer.Status == HttpStatusCode.OK);
    }

    private sealed class EngineSite(string engine) : Site(engine);
}
