using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Data.Providers;

namespace QualityPlan.Web.Setup;

/// <summary>Chooses the engine: Database:Engine and ConnectionStrings:QualityPlan.</summary>
internal static class DatabaseSetup
{
    private const string DefaultFile = "Data Source=App_Data/qualityplan.db";

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var engine = builder.Configuration["Database:Engine"] ?? "Sqlite";
        var connection = builder.Configuration.GetConnectionString("QualityPlan");
        builder.Services.AddQualityPlanDb(engine, connection, builder.Environment.ContentRootPath);
        builder.Services.AddScoped<AuditTrail>();
        builder.Services.AddSingleton(typeof(ApprovedPlans<>));
        builder.Services.AddSingleton<PlanTableCache>();
        builder.Services.AddSingleton<FiledReports>();
        builder.Services.AddSingleton(services => LibrarySettings.From(services.GetRequiredService<IConfiguration>()));
    }

    /// <summary>Also for verbs, which start no site.</summary>
    public static void AddQualityPlanDb(this IServiceCollection services, string engine, string? connection, string root)
    {
        switch (engine.ToUpperInvariant())
        {
            case "SQLITE":
                var file = SqliteConnectionString(connection, root);
                services.AddDbContextPool<QualityPlanDb, SqliteDb>(options => options
                    .UseSqlite(file).AddInterceptors(new SqliteConnections()));
                break;
            case "SQLSERVER":
                services.AddDbContextPool<QualityPlanDb, SqlServerDb>(options => options.UseSqlServer(Required(connection)));
                break;
            case "POSTGRES":
                services.AddDbContextPool<QualityPlanDb, PostgresDb>(options => options.UseNpgsql(Required(connection)));
                break;
            default:
                throw new InvalidOperationException($"Database:Engine is '{engine}'; it can be Sqlite, SqlServer or Postgres.");
        }
    }

    /// <summary>A relative file lies under the content root, wherever the program was started from.</summary>
    private static string SqliteConnectionString(string? connection, string root)
    {
        var parts = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connection) ? DefaultFile : connection);
        parts.DataSource = Path.GetFullPath(parts.DataSource, root);
        Directory.CreateDirectory(Path.GetDirectoryName(parts.DataSource)!);
        return parts.ToString();
    }

    private static string Required(string? connection) => string.IsNullOrWhiteSpace(connection)
        ? throw new InvalidOperationException("ConnectionStrings:QualityPlan is missing.")
        : connection;
}
