using Microsoft.EntityFrameworkCore;

namespace QualityPlan.Web.Data.Providers;

/// <summary>SQLite, for one machine; the default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : QualityPlanDb(options);

/// <summary>Microsoft SQL Server 2022 or Azure SQL.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : QualityPlanDb(options);

/// <summary>PostgreSQL 15 and later.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : QualityPlanDb(options);
