using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Providers;

namespace QualityPlan.WebTests;

/// <summary>A database of its own for one test class, gone afterwards.</summary>
public sealed class SiteDatabase : IDisposable
{
    /// <summary>Migrated once a run; each SQLite test gets a copy.</summary>
    private static readonly Lazy<string> MigratedFile = new(MigrateFile);

    private readonly string? _file;

    private SiteDatabase(string engine, string connection, string? file) => (Engine, Connection, _file) = (engine, connection, file);

    public string Engine { get; }

    public string Connection { get; }

    /// <summary>The engines that can be tested here; the two servers when their connection is given.</summary>
    public static IEnumerable<string> Engines =>
        new[] { "Sqlite", Server("Postgres") is null ? "" : "Postgres", Server("SqlServer") is null ? "" : "SqlServer" }
            .Where(engine => engine.Length > 0);

    public static SiteDatabase Create(string engine = "Sqlite")
    {
        var name = "qualityplan_" + Guid.NewGuid().ToString("N")[..12];
        switch (engine)
        {
            case "Postgres":
                return new(engine, new NpgsqlConnectionStringBuilder(Server(engine)) { Database = name }.ConnectionString, null);
            case "SqlServer":
                return new(engine, new SqlConnectionStringBuilder(Server(engine)) { InitialCatalog = name }.ConnectionString, null);
            default:
                var file = Path.Combine(Path.GetTempPath(), name + ".db");
                File.Copy(MigratedFile.Value, file);
                return new(engine, $"Data Source={file};Pooling=False", file);
        }
    }

    /// <summary>A context outside any site.</summary>
    public QualityPlanDb Open() => Engine switch
    {
        "Postgres" => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(Connection).Options),
        "SqlServer" => new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer(Connection).Options),
        _ => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Connection).Options),
    };

    public void Dispose()
    {
        if (_file is null)
        {
            using var db = Open();
            db.Database.EnsureDeleted();
            return;
        }
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }

    private static string? Server(string engine) => Environment.GetEnvironmentVariable("QUALITYPLAN_" + engine.ToUpperInvariant());

    private static string MigrateFile()
    {
        var file = Path.Combine(Path.GetTempPath(), $"qualityplan_migrated_{Environment.ProcessId}.db");
        File.Delete(file);
        using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file};Pooling=False").Options))
        {
            db.Database.Migrate();
        }
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }
}
