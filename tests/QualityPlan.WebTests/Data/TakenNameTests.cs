using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>Several people give the same name at once: one gets it, the others read what the form says of a taken name.</summary>
public class TakenNameTests
{
    private const int People = 6;

    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task One_gets_the_name_and_the_others_are_told(string engine)
    {
        using var site = new EngineSite(engine);
        var people = await PeopleAsync(site);

        await RaceAsync(people, "已經是其他單位", _ => new("/units/new", ("Form.Name", "同名單位"), ("Form.Kind", "Department"), ("Form.IsActive", "true")));
        await RaceAsync(people, "已經是其他單位", at => new("/units/new", ("Form.Name", $"單位{at}"), ("Form.Aliases", "同名別名"), ("Form.Kind", "Department"), ("Form.IsActive", "true")));
        await RaceAsync(people, "已經是其他單位", _ => new("/units/groups/new", ("Form.Name", "同名群組"), ("Form.IsEveryUnit", "true")));
        await RaceAsync(people, "已經是其他單位", at => at % 2 == 0
            ? new("/units/new", ("Form.Name", "同名"), ("Form.Kind", "Department"), ("Form.IsActive", "true"))
            : new("/units/groups/new", ("Form.Name", "同名"), ("Form.IsEveryUnit", "true")));
        await RaceAsync(people, "這個帳號已有人使用", _ => new("/accounts/new", ("Form.Name", "同名"), ("Form.UserName", "same1"), ("Form.Roles", "Viewer")));

        (await site.AskAsync(db => db.Units.CountAsync(one => one.Name == "同名單位"))).ShouldBe(1);
        (await site.AskAsync(db => db.Accounts.CountAsync(one => one.UserName == "same1"))).ShouldBe(1);
        site.Queries.Failed.ShouldBe(0, "every refused statement is an error in the log");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_many_who_rename_to_the_same_name_one_gets_it(string engine)
    {
        using var site = new EngineSite(engine);
        var people = await PeopleAsync(site);
        var units = new List<Unit>();
        for (var at = 0; at < People; at++)
        {
            units.Add(await site.AddUnitAsync());
        }

        await RaceAsync(people, "已經是其他單位", at => new($"/units/{units[at].Id}", ("Form.Name", "改成同名")));

        (await site.AskAsync(db => db.Units.CountAsync(one => one.Name == "改成同名"))).ShouldBe(1);
        site.Queries.Failed.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_administrators_who_disable_each_other_leave_one(string engine)
    {
        using var site = new EngineSite(engine);
        var accounts = new List<Account> { await site.AddAccountAsync(null, Role.Administrator), await site.AddAccountAsync(null, Role.Administrator) };
        var visits = new List<Visit>();
        foreach (var account in accounts)
        {
            visits.Add(await site.SignInAsync(account.UserName!));
        }
        var pages = await Task.WhenAll(visits.Select((visit, at) => visit.GetAsync($"/accounts/{accounts[1 - at].Id}")));
        await Task.WhenAll(visits.Select((visit, at) => visit.PostRawAsync(
            $"/accounts/{accounts[1 - at].Id}/disable",
            [("__RequestVerificationToken", pages[at].Token!), ("version", pages[at].Html.QuerySelector("input[name=version]")!.GetAttribute("value")!)])));

        (await site.AskAsync(db => db.Accounts.CountAsync(one => one.IsActive))).ShouldBe(1);
    }

    private static async Task<List<Visit>> PeopleAsync(EngineSite site)
    {
        var people = new List<Visit>();
        for (var at = 0; at < People; at++)
        {
            people.Add(await site.SignInAsync(Role.PlanOffice, Role.Administrator));
        }
        return people;
    }

    /// <summary>Each posts a page that he opened before anybody posted.</summary>
    private static async Task RaceAsync(List<Visit> people, string taken, Func<int, Post> wish)
    {
        var pages = new List<Answer>();
        for (var at = 0; at < people.Count; at++)
        {
            pages.Add(await people[at].GetAsync(wish(at).Path));
        }
        var answers = await Task.WhenAll(people.Select((visit, at) => visit.SubmitAsync(pages[at], "main form[method=post]", wish(at).Fields)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect || answer.Status == HttpStatusCode.OK);
        answers.Count(answer => answer.Text.Contains(taken)).ShouldBe(people.Count - 1, answers[0].Text);
    }

    private sealed record Post(string Path, params (string Name, string Value)[] Fields);

    private sealed class EngineSite(string engine) : Site(engine);
}
