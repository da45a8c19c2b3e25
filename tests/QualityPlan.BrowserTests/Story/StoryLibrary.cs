using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.BrowserTests.Pages;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace QualityPlan.BrowserTests.Story;

/// <summary>
/// The library on 6 April 100, when the first quarter is being filed: its 18 units and the people of the story,
/// and nothing else. Each act is a person who comes, signs in, does something and goes.
/// </summary>
public sealed class StoryLibrary : IAsyncDisposable
{
    public const string Office = "office";
    public const string Reporter = "readers.staff";
    public const string Head = "readers.head";
    public const string Deputy = "deputy";
    public const string Convener = "director";
    public const string ReadersUnit = "閱覽組";

    private const string Password = "Spring-of-100!";

    private static readonly DateTimeOffset Today = new(2011, 4, 6, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly Chromium _chromium;
    private readonly bool _javaScript;

    private StoryLibrary(Chromium chromium, bool javaScript) =>
        (_chromium, _javaScript, Site) = (chromium, javaScript, RunningSite.Start("Production", new ShiftedClock(Today)));

    public RunningSite Site { get; }

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", "plans", name);

    public static async Task<StoryLibrary> OpenAsync(Chromium chromium, bool javaScript)
    {
        var library = new StoryLibrary(chromium, javaScript);
        await library.Site.AskAsync(library.SettleInAsync);
        return library;
    }

    public async Task<T> ActAsync<T>(string userName, Func<Visit, Task<T>> act)
    {
        await using var visit = await _chromium.VisitAsync(Site, _javaScript);
        var signIn = await SignInPage.OpenAsync(visit);
        await signIn.SignInAsync(userName, Password);
        await Expect(signIn.Form).ToHaveCountAsync(0);
        var result = await act(visit);
        visit.Problems.ShouldBeEmpty();
        return result;
    }

    public Task ActAsync(string userName, Func<Visit, Task> act) => ActAsync(userName, async visit =>
    {
        await act(visit);
        return true;
    });

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    private async Task<bool> SettleInAsync(QualityPlanDb db)
    {
        using var plan = JsonDocument.Parse(await File.ReadAllBytesAsync(Sample("ncl-100.json")));
        var names = plan.RootElement.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()!).ToList();
        var units = names.Select((name, index) => new Unit(name, UnitKind.Department, index + 1)).ToList();
        db.Units.AddRange(units);
        await db.SaveChangesAsync();
        var readers = units.Single(unit => unit.Name == ReadersUnit);
        Hire(db, new Account(Office, "方文彬", [Role.PlanOffice], units.Single(unit => unit.Name == "研究組").Id));
        Hire(db, new Account(Reporter, "陳怡君", [Role.Reporter], readers.Id));
        var head = Hire(db, new Account(Head, "林淑芬", [Role.UnitHead], readers.Id));
        Hire(db, new Account(Deputy, "趙永康", [Role.DeputyConvener], null));
        Hire(db, new Account(Convener, "孫若蘭", [Role.Convener], null));
        await db.SaveChangesAsync();
        readers.NameHead(head.Id);
        await db.SaveChangesAsync();
        return true;
    }

    private Account Hire(QualityPlanDb db, Account account)
    {
        var hasher = Site.Services.GetRequiredService<IPasswordHasher<Account>>();
        account.SetPassword(hasher.HashPassword(account, Password), mustChange: false);
        db.Accounts.Add(account);
        return account;
    }
}
