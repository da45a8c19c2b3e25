using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Providers;

namespace QualityPlan.WebTests;

/// <summary>
/// The real site in Production, over https, on a database and a clock of its own. Use it as a class fixture;
/// derive from it to set up what the tests of a class share.
/// </summary>
public class Site : WebApplicationFactory<Program>
{
    public const string Password = "Correct-Horse-7";

    private readonly SiteDatabase _database;
    private readonly Dictionary<string, string> _settings = [];

    public Site() : this("Sqlite")
    {
    }

    protected Site(string engine)
    {
        _database = SiteDatabase.Create(engine);
        ClientOptions.BaseAddress = new Uri("https://localhost");
    }

    public TestClock Clock { get; } = new();

    public QueryCounter Queries { get; } = new();

    /// <summary>Production, as people run it; a derived fixture may say Development.</summary>
    protected virtual string EnvironmentName => "Production";

    /// <summary>Changes a setting; before the first request only.</summary>
    public Site With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visit Visit()
    {
        var jar = new CookieJar();
        return new Visit(CreateDefaultClient(new Uri("https://localhost"), jar), jar);
    }

    /// <summary>A new account with these roles, signed in through the form.</summary>
    public async Task<Visit> SignInAsync(int? unitId, params Role[] roles)
    {
        var account = await AddAccountAsync(unitId, roles);
        return await SignInAsync(account.UserName!);
    }

    public Task<Visit> SignInAsync(params Role[] roles) => SignInAsync(null, roles);

    public async Task<Visit> SignInAsync(string userName, string password = Password)
    {
        var visit = Visit();
        await visit.SignInAsync(userName, password);
        return visit;
    }

    /// <summary>An account that can sign in with <see cref="Password"/>; its user name is made up.</summary>
    public async Task<Account> AddAccountAsync(int? unitId, params Role[] roles)
    {
        var userName = "u" + Guid.NewGuid().ToString("N")[..10];
        var account = new Account(userName, (roles.Length == 0 ? "無角色" : roles[0].Chinese()) + userName[..4], roles, unitId);
        account.SetPassword(Services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password), mustChange: false);
        await ChangeAsync(db => db.Accounts.Add(account));
        return account;
    }

    public async Task<Unit> AddUnitAsync(string? name = null)
    {
        var unit = new Unit(name ?? "單位" + Guid.NewGuid().ToString("N")[..6], UnitKind.Department, 1);
        await ChangeAsync(db => db.Units.Add(unit));
        return unit;
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> AskAsync<T>(Func<QualityPlanDb, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<QualityPlanDb>());
    }

    /// <summary>Changes the database behind the site's back and saves.</summary>
    public Task ChangeAsync(Action<QualityPlanDb> change) => AskAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });

    /// <summary>How many statements a piece of work sends to the database.</summary>
    public async Task<int> CountQueriesAsync(Func<Task> work)
    {
        var before = Queries.Count;
        await work();
        return Queries.Count - before;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("Database:Engine", _database.Engine);
        builder.UseSetting("ConnectionStrings:QualityPlan", _database.Connection);
        builder.UseSetting("Security:PasswordIterations", "10");
        builder.UseSetting("Security:SignInsPerMinuteAndAddress", "100000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(Queries));
            services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(Queries));
            services.ConfigureDbContext<SqlServerDb>(options => options.AddInterceptors(Queries));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _database.Dispose();
        }
    }
}
