using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Operations;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>雜湊鏈: one trail, whoever writes, on every engine at hand.</summary>
public class AuditChainTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => [.. SiteDatabase.Engines];

    [Theory, MemberData(nameof(Engines))]
    public async Task Entries_of_many_saves_make_one_chain(string engine)
    {
        using var database = await MigratedAsync(engine);
        await WriteAsync(database, 3);
        await WriteAsync(database, 2);

        await using var db = database.Open();
        var entries = await db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync(Cancel);
        entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3, 4, 5]);
        entries.Select(entry => entry.PreviousHash).ShouldBe(entries.Select(entry => entry.Hash).SkipLast(1).Prepend(""));
        var finding = await new AuditWalk(db).RunAsync(null, Cancel);
        finding.Breaks.ShouldBeEmpty();
        (finding.Count, finding.Hash).ShouldBe((5, entries[^1].Hash));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Eight_writers_at_once_make_one_chain_without_a_gap(string engine)
    {
        using var database = await MigratedAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WriteAsync(database, 25), Cancel)));

        await using var db = database.Open();
        var finding = await new AuditWalk(db).RunAsync(null, Cancel);
        finding.Breaks.ShouldBeEmpty();
        finding.Count.ShouldBe(200);
        (await db.Units.CountAsync(Cancel)).ShouldBe(200);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_walk_while_others_write_finds_no_break(string engine)
    {
        using var database = await MigratedAsync(engine);
        var writing = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => WriteAsync(database, 40), Cancel)));
        do
        {
            await using var db = database.Open();
            (await new AuditWalk(db).RunAsync(null, Cancel)).Breaks.ShouldBeEmpty();
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_chain_as_it_was()
    {
        using var database = await MigratedAsync("Sqlite");
        await WriteAsync(database, 2);
        await using (var db = database.Open())
        {
            var name = await db.Units.Select(unit => unit.Name).FirstAsync(Cancel);
            db.Units.Add(new Unit(name, UnitKind.Department, 1));
            new AuditTrail(db, TimeProvider.System).Record(Actor.System, "create-unit", AuditSubject.None, "重複的單位");
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        }
        await WriteAsync(database, 1);
        await using var fresh = database.Open();
        var finding = await new AuditWalk(fresh).RunAsync(null, Cancel);
        (finding.IsSound, finding.Count).ShouldBe((true, 3));
    }

    [Fact]
    public async Task A_long_summary_is_never_cut_inside_a_character()
    {
        using var database = await MigratedAsync("Sqlite");
        await using var db = database.Open();
        foreach (var lead in new[] { "", "一" })
        {
            new AuditTrail(db, TimeProvider.System).Record(
                Actor.System, "create-unit", AuditSubject.None, lead + string.Concat(Enumerable.Repeat("𠀋", AuditEntry.SummaryLength)));
        }
        await db.SaveChangesAsync(Cancel);
        (await new AuditWalk(db).RunAsync(null, Cancel)).Breaks.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_verb_answers_0_for_a_sound_chain_and_2_for_a_broken_or_rewritten_one()
    {
        using var database = await MigratedAsync("Sqlite");
        await WriteAsync(database, 4);
        string[] site = [$"--ConnectionStrings:QualityPlan={database.Connection}"];
        await using var db = database.Open();
        var end = await db.AuditHeads.AsNoTracking().SingleAsync(Cancel);
        (await VerifyAuditVerb.Run(new VerbCall("verify-audit", [], site))).ShouldBe(0);
        (await VerifyAuditVerb.Run(new VerbCall("verify-audit", ["--anchor", $"4:{end.Hash}"], site))).ShouldBe(0);
        (await VerifyAuditVerb.Run(new VerbCall("verify-audit", ["--anchor", $"4:{new string('0', 64)}"], site))).ShouldBe(2);
        (await VerifyAuditVerb.Run(new VerbCall("verify-audit", ["--anchor", "four"], site))).ShouldBe(2);

        await db.AuditEntries.Where(entry => entry.Sequence == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Summary, "沒有這回事"), Cancel);
        (await VerifyAuditVerb.Run(new VerbCall("verify-audit", [], site))).ShouldBe(2);
        (await new AuditWalk(db).RunAsync(null, Cancel)).Breaks.ShouldBe(["第 2 筆的內容與雜湊不符，已被改動。"]);
    }

    private static async Task<SiteDatabase> MigratedAsync(string engine)
    {
        var database = SiteDatabase.Create(engine);
        await using var db = database.Open();
        await db.Database.MigrateAsync(Cancel);
        return database;
    }

    /// <summary>Each a change and its entry in one save, as the site does it.</summary>
    private static async Task WriteAsync(SiteDatabase database, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var db = database.Open();
            var unit = new Unit("單位" + Guid.NewGuid().ToString("N"), UnitKind.Department, 1);
            db.Units.Add(unit);
            new AuditTrail(db, TimeProvider.System).Record(
                new Actor(7, "王小明", new HashSet<Role>(), 3), "create-unit", AuditSubject.New<Unit>(() => unit.Id, 3),
                $"新增單位「{unit.Name}」", new AuditChange(null, new { unit.Name }));
            await db.SaveChangesAsync(Cancel);
        }
    }
}
