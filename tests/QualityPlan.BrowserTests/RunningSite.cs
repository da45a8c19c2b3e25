using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using QualityPlan.Web.Data;

namespace QualityPlan.BrowserTests;

/// <summary>
/// The whole site on a loopback port of its own, with a SQLite file of its own that goes away with it.
/// In Development it fills in the demonstration library; in Production it starts empty.
/// </summary>
public sealed class RunningSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qualityplan-site-");
    private readonly string _environment;
    private readonly TimeProvider? _clock;

    private RunningSite(string environment, TimeProvider? clock)
    {
        (_environment, _clock) = (environment, clock);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
    }

    public Uri Address { get; }

    /// <summary>Starts a site; a clock moves it to another day.</summary>
    public static RunningSite Start(string environment = "Development", TimeProvider? clock = null) =>
        new(environment, clock);

    /// <summary>Looks into the site's database, or makes what a story begins with.</summary>
    public async Task<T> AskAsync<T>(Func<QualityPlanDb, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<QualityPlanDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:QualityPlan", $"Data Source={_folder.FullName}/site.db;Pooling=False");
        builder.UseSetting("Files:EvidencePath", Path.Combine(_folder.FullName, "evidence"));
        builder.UseSetting("Security:RequireHttps", "false");
        builder.UseSetting("Security:PasswordIterations", "1000");
        builder.UseSetting("Security:SignInsPerMinuteAndAddress", "10000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning");
        if (_clock is not null)
        {
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_clock)));
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}

/// <summary>The demonstration library that the tests share which only look at pages; nobody changes anything in it.</summary>
public sealed class Demonstration : IAsyncDisposable
{
    /// <summary>115/11/23, 10:00 in Taipei: the fourth quarter is being filed, three are signed.</summary>
    public static readonly DateTimeOffset Today = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly Lazy<RunningSite> _site = new(() => RunningSite.Start(clock: new ShiftedClock(Today)));

    public RunningSite Site => _site.Value;

    public async ValueTask DisposeAsync()
    {
        if (_site.IsValueCreated)
        {
            await _site.Value.DisposeAsync();
        }
    }
}

/// <summary>A clock that runs, but on another day.</summary>
public sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - TimeProvider.System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;
}
