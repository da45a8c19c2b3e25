using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>What must be the same on every engine, run on each that is at hand.</summary>
public class EngineTests
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task The_site_starts_and_lets_people_in(string engine)
    {
        using var site = new SiteOn(engine);
        var unit = await site.AddUnitAsync();
        var visit = await site.SignInAsync(unit.Id, Role.Reporter);
        (await visit.GetAsync("/my-account")).Find("my-account")!.ShouldContain(unit.Name);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Searching_minds_neither_case_nor_the_signs_of_patterns(string engine)
    {
        using var database = SiteDatabase.Create(engine);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        db.Units.AddRange(
            new Unit("資訊組 IT", UnitKind.Department, 1), new Unit("100%_[a]達成", UnitKind.Department, 2), new Unit("閱覽組", UnitKind.Department, 3));
        await db.SaveChangesAsync();

        (await Find("it")).ShouldBe(["資訊組 IT"]);
        (await Find("組 IT")).ShouldBe(["資訊組 IT"]);
        (await Find("%")).ShouldBe(["100%_[a]達成"]);
        (await Find("[A]")).ShouldBe(["100%_[a]達成"]);
        (await Find("_")).ShouldBe(["100%_[a]達成"]);
        (await Find("組")).Length.ShouldBe(2);
        (await Find("  ")).Length.ShouldBe(3);

        Task<string[]> Find(string words) =>
            db.Units.Mentioning(words, unit => unit.Name).OrderBy(unit => unit.Position).Select(unit => unit.Name).ToArrayAsync();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_trail_gets_the_number_of_a_new_row_in_the_same_transaction(string engine)
    {
        using var database = SiteDatabase.Create(engine);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        var unit = new Unit("閱覽組", UnitKind.Department, 1);
        db.Units.Add(unit);
        new AuditTrail(db, TimeProvider.System).Record(
            Actor.System, "create-unit", AuditSubject.New<Unit>(() => unit.Id), "新增單位", new AuditChange(null, new { unit.Name }));
        await db.SaveChangesAsync();

        await using var fresh = database.Open();
        var entry = await fresh.AuditEntries.SingleAsync();
        entry.EntityId.ShouldBe(unit.Id.ToString());
        entry.After.ShouldBe("""{"Name":"閱覽組"}""");
        entry.AtUtc.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_change_that_fails_leaves_no_trace_in_the_trail(string engine)
    {
        using var database = SiteDatabase.Create(engine);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        db.Units.Add(new Unit("閱覽組", UnitKind.Department, 1));
        await db.SaveChangesAsync();
        var twin = new Unit("閱覽組", UnitKind.Department, 2);
        db.Units.Add(twin);
        new AuditTrail(db, TimeProvider.System).Record(Actor.System, "create-unit", AuditSubject.New<Unit>(() => twin.Id), "新增單位");
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        await using var fresh = database.Open();
        (await fresh.AuditEntries.CountAsync()).ShouldBe(0);
        (await fresh.Units.CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_two_who_change_the_same_row_the_second_is_told(string engine)
    {
        using var database = SiteDatabase.Create(engine);
        await using var first = database.Open();
        await first.Database.MigrateAsync();
        first.Units.Add(new Unit("閱覽組", UnitKind.Department, 1));
        await first.SaveChangesAsync();
        await using var second = database.Open();
        var mine = await first.Units.SingleAsync();
        var theirs = await second.Units.SingleAsync();

        theirs.Change("閱覽服務組", UnitKind.Department, true);
        await second.SaveChangesAsync();
        mine.Change("閱覽典藏組", UnitKind.Department, true);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Text_that_is_too_long_is_refused_alike(string engine)
    {
        using var database = SiteDatabase.Create(engine);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        db.Units.Add(new Unit(new string('長', Unit.NameLength + 1), UnitKind.Department, 1));
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private sealed class SiteOn(string engine) : Site(engine);
}
