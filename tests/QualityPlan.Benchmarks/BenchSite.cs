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

namespace QualityPlan.Benchmarks;

/// <summary>The whole site in this process, in Production, on one of the libraries; no network between.</summary>
internal sealed class BenchSite(string databaseFile) : WebApplicationFactory<Program>
{
    private const string Password = "Correct-Horse-7";

    public StatementCounter Statements { get; } = new();

    public CommitCounter Commits { get; } = new();

    public async Task<T> AskAsync<T>(Func<QualityPlanDb, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<QualityPlanDb>());
    }

    /// <summary>Somebody new, signed in through the form.</summary>
    public async Task<Caller> SignInAsync(int? unitId, params Role[] roles)
    {
        var account = new Account("b" + Guid.NewGuid().ToString("N")[..12], "量測", roles, unitId);
        account.SetPassword(Services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password), mustChange: false);
        await AskAsync(db =>
        {
            db.Accounts.Add(account);
            return db.SaveChangesAsync();
        });
        var caller = new Caller(Server);
        await caller.SignInAsync(account.UserName!, Password);
        return caller;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(SourceTree.Web);
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Engine", "Sqlite");
        builder.UseSetting("ConnectionStrings:QualityPlan", $"Data Source={databaseFile}");
        builder.UseSetting("Files:EvidencePath", databaseFile + "-evidence");
        builder.UseSetting("Security:PasswordIterations", "10");
        builder.UseSetting("Security:SignInsPerMinuteAndAddress", "100000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new BenchClock()));
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(Statements, Commits));
        });
    }
}
