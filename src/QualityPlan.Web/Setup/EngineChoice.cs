using Microsoft.Data.Sqlite;

namespace QualityPlan.Web.Setup;

/// <summary>How the verbs name a database: by a file, or by a connection string and its engine.</summary>
internal static class EngineChoice
{
    /// <summary>The engine when none is named.</summary>
    public const string Usual = "Sqlite";

    private static readonly string[] Names = [Usual, "Postgres", "SqlServer"];

    public static bool Knows(string engine) => Names.Contains(engine, StringComparer.OrdinalIgnoreCase);

    /// <summary>A connection string as it is; a file, resolved as the caller means it, as one.</summary>
    public static string Connection(string database, Func<string, string> resolve) =>
        database.Contains('=', StringComparison.Ordinal)
            ? database
            : new SqliteConnectionStringBuilder { DataSource = resolve(database) }.ToString();
}
