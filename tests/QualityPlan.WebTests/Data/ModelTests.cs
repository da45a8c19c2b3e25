using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Providers;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

public class ModelTests
{
    public static TheoryData<string> Engines => ["Sqlite", "SqlServer", "Postgres"];

    [Theory, MemberData(nameof(Engines))]
    public void Every_text_has_a_length(string engine)
    {
        using var db = Open(engine);
        var texts = Properties(db).Where(property => StoredAs(property) == typeof(string)).ToList();
        texts.Count.ShouldBeGreaterThan(20);
        texts.Where(property => property.GetMaxLength() is null).Select(Name).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Engines))]
    public void Every_enum_is_text(string engine)
    {
        using var db = Open(engine);
        var enums = Properties(db).Where(property => Plain(property.ClrType).IsEnum).ToList();
        enums.ShouldNotBeEmpty();
        enums.Where(property => StoredAs(property) != typeof(string)).Select(Name).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Engines))]
    public void The_database_never_deletes_along_a_key(string engine)
    {
        using var db = Open(engine);
        var keys = db.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).ToList();
        keys.ShouldNotBeEmpty();
        keys.Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !key.IsOwnership)
            .Select(key => key.DeclaringEntityType.ShortName() + "." + key.Properties[0].Name).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Engines))]
    public void Every_version_is_the_token_of_its_row(string engine)
    {
        using var db = Open(engine);
        var versions = Properties(db).Where(property => property.Name == "Version").ToList();
        versions.ShouldNotBeEmpty();
        versions.ShouldAllBe(version => version.IsConcurrencyToken);
    }

    [Theory, MemberData(nameof(Engines))]
    public void No_amount_is_stored_as_a_decimal_on_one_engine_and_as_text_on_another(string engine)
    {
        using var db = Open(engine);
        Properties(db).Where(property => StoredAs(property) == typeof(decimal)).Select(Name)
            .ShouldBeEmpty("SQLite keeps decimals as text: use int");
    }

    internal static QualityPlanDb Open(string engine) => engine switch
    {
        "SqlServer" => new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=nowhere").Options),
        "Postgres" => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere").Options),
        _ => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options),
    };

    private static IEnumerable<IProperty> Properties(QualityPlanDb db) =>
        db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());

    private static Type StoredAs(IProperty property) => Plain(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Name(IProperty property) => $"{property.DeclaringType.ShortName()}.{property.Name}";
}
