using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityPlan.Web.Data;
using QualityPlan.Web.Setup;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>A database of its own on one engine, migrated from nothing, gone at the end of the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("QUALITYPLAN_POSTGRES");
    private static readonly string? SqlServer = Environment.GetEnvironmentVariable("QUALITYPLAN_SQLSERVER");

    private readonly ServiceProvider _services;

    private TestDatabase(string engine, string connectionString)
    {
        (Engine, ConnectionString) = (engine, connectionString);
        var services = new ServiceCollection();
        services.AddQualityPlanDb(engine, connectionString, Path.GetTempPath());
        _services = services.BuildServiceProvider();
    }

    /// <summary>SQLite and PostgreSQL always, SQL Server when QUALITYPLAN_SQLSERVER says where one is.</summary>
    public static TheoryData<string> Engines =>
        string.IsNullOrEmpty(SqlServer) ? ["Sqlite", "Postgres"] : ["Sqlite", "Postgres", "SqlServer"];

    /// <summary>As in the setting Database:Engine.</summary>
    public string Engine { get; }

    /// <summary>As in the setting ConnectionStrings:QualityPlan.</summary>
    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string engine)
    {
        var name = $"qualityplan_test_{Guid.NewGuid():N}";
        var database = new TestDatabase(engine, engine switch
        {
            "Sqlite" => $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db;Pooling=False",
            "Postgres" => new NpgsqlConnectionStringBuilder(Given(Postgres)) { Database = name, Pooling = false }.ToString(),
            _ => new SqlConnectionStringBuilder(Given(SqlServer)) { InitialCatalog = name, Pooling = false }.ToString(),
        });
        await using var scope = database.Open(out var db);
        await db.Database.MigrateAsync();
        return database;
    }

    /// <summary>A fresh context, as each request has one; disposing the scope disposes it.</summary>
    public AsyncServiceScope Open(out QualityPlanDb db)
    {
        var scope = _services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<QualityPlanDb>();
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await using (Open(out var db))
        {
            await db.Database.EnsureDeletedAsync();
        }
        await _services.DisposeAsync();
    }

    private static string Given(string? connection)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(connection), "No server is given; tests/run.sh starts a PostgreSQL.");
        return connection!;
    }
}
