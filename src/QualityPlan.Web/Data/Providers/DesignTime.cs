using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace QualityPlan.Web.Data.Providers;

/// <summary>For <c>dotnet ef</c> only: a context of each engine that connects nowhere.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class DesignTimeSqlServer : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=nowhere").Options);
}

internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere").Options);
}
