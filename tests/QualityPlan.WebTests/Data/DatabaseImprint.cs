using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>A hash over every row of every table of a SQLite database: the same before and after means nothing was written.</summary>
internal static class DatabaseImprint
{
    /// <summary><paramref name="without"/> names columns, or whole tables, that may differ.</summary>
    public static async Task<string> OfAsync(string connectionString, params IReadOnlyCollection<string> without)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in (await TablesAsync(connection)).Where(table => !without.Contains(table)))
        {
            await AddTableAsync(connection, table, (hash, without));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task AddTableAsync(SqliteConnection connection, string table, (IncrementalHash Hash, IReadOnlyCollection<string> Without) to)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            var values = Enumerable.Range(0, rows.FieldCount).Where(at => !to.Without.Contains(rows.GetName(at))).Select(at => $"{rows.GetValue(at)}");
            to.Hash.AppendData(Encoding.UTF8.GetBytes($"{table}|{string.Join('|', values)}\n"));
        }
    }

    private static async Task<List<string>> TablesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%Migrations%' ORDER BY name";
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(rows.GetString(0));
        }
        return found;
    }
}
