using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QualityPlan.Web.Data.Providers;

/// <summary>
/// Makes a commit mean "on the disk" and lets writers queue. Write-ahead logging itself is a property of the
/// file and set when it is made; transactions are immediate because the driver begins them so.
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // The file is local and the pragmas touch only the handle: nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
