using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Providers;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

public class MigrationTests
{
    public static TheoryData<string> Contexts => ["Sqlite", "SqlServer", "Postgres"];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_change_of_the_model_has_its_migration_on_every_engine(string engine)
    {
        using var db = Nowhere(engine);

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task An_empty_server_is_brought_up_to_date_and_asked_again_has_nothing_to_do(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var scope = database.Open(out var db);

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Plans.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public void Microsofts_own_parser_reads_the_script_for_sql_server()
    {
        ParseErrors(Script()).ShouldBeEmpty();
        ParseErrors("CREATE TABEL Plans (Id int)").ShouldNotBeEmpty();
    }

    [Fact]
    public void Microsofts_own_model_finds_every_reference_in_the_script_for_sql_server()
    {
        ModelErrors(Script()).ShouldBeEmpty();
        ModelErrors("CREATE VIEW [V] AS SELECT [Nothing].[Id] FROM [Nothing];").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_driver_of_sql_server_works_in_this_program()
    {
        await using var nobodyThere = new SqlConnection("Server=127.0.0.1,1;Connect Timeout=1;Encrypt=False");

        // In globalization-invariant mode it refuses before it asks the network.
        await Should.ThrowAsync<SqlException>(() => nobodyThere.OpenAsync());
    }

    private static string Script()
    {
        using var db = Nowhere("SqlServer");
        return db.Database.GenerateCreateScript();
    }

    private static List<string> ParseErrors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(error => $"line {error.Line}: {error.Message}")];
    }

    private static List<string> ModelErrors(string script)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var batch in script.Split("\nGO", StringSplitOptions.RemoveEmptyEntries).Where(one => one.Trim().Length > 0))
        {
            model.AddObjects(batch);
        }
        return [.. model.Validate().Where(message => message.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error)
            .Select(message => message.ToString())];
    }

    private static QualityPlanDb Nowhere(string engine) => engine switch
    {
        "Sqlite" => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options),
        "SqlServer" => new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=nowhere").Options),
        _ => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere").Options),
    };
}
