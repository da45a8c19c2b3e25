using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Data.Providers;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Data;

/// <summary>Somebody with the database in his hands: 200 random attempts on the trail, each must be found.</summary>
public class AuditTamperingTests
{
    private const int Attempts = 200;
    private const int Length = 40;

    /// <summary>Every column with something else to write into it.</summary>
    private static readonly (string Column, string Value)[] Edits =
    [
        ("Sequence", "Sequence + 5000"), ("Sequence", "-Sequence"),
        ("PreviousHash", "lower(hex(randomblob(32)))"), ("PreviousHash", "''"), ("Hash", "lower(hex(randomblob(32)))"), ("Hash", "upper(Hash)"),
        ("AtUtc", "'2019-01-01 00:00:00'"), ("AtUtc", "substr(AtUtc, 1, 19) || '.0000001'"), ("AtUtc", "'garbage'"),
        ("AccountId", "AccountId + 1"), ("AccountName", "AccountName || ' '"), ("Action", "'sign-in'"),
        ("EntityType", "'Plan'"), ("EntityId", "EntityId || '0'"), ("UnitId", "NULL"), ("UnitId", "UnitId + 1"),
        ("Summary", "replace(Summary, '新增', '刪除')"), ("Before", "''"), ("Before", "'{}'"), ("After", "NULL"), ("After", "upper(After) || ' '"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_random_tamperings_are_all_found()
    {
        using var database = SiteDatabase.Create();
        await FillAsync(database);
        var random = new Random(20261123);
        var missed = new List<string>();
        var kinds = new HashSet<string>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (kind, sql) = Tampering(attempt, random);
            kinds.Add(kind);
            if (await IsMissedAsync(database, sql))
            {
                missed.Add(sql);
            }
        }
        missed.ShouldBeEmpty();
        kinds.Count.ShouldBe(Edits.Length + 7);
    }

    [Fact]
    public async Task An_entry_sealed_anew_after_its_change_is_found_by_the_next_one_or_the_head()
    {
        using var database = SiteDatabase.Create();
        await FillAsync(database);
        foreach (var sequence in new[] { 1L, Length / 2, Length })
        {
            await using var db = database.Open();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            var entry = await db.AuditEntries.SingleAsync(one => one.Sequence == sequence, Cancel);
            db.Entry(entry).Property(one => one.Summary).CurrentValue = "沒有這回事";
            entry.Seal(entry.Sequence, entry.PreviousHash);
            await db.SaveChangesAsync(Cancel);
            (await new AuditWalk(db).RunAsync(null, Cancel)).IsSound.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_chain_rewritten_whole_is_found_by_the_anchor_kept_elsewhere()
    {
        using var database = SiteDatabase.Create();
        await FillAsync(database);
        await using var db = database.Open();
        var before = await new AuditWalk(db).RunAsync(null, Cancel);
        await db.AuditEntries.ExecuteDeleteAsync(Cancel);
        await db.AuditHeads.ExecuteUpdateAsync(
            set => set.SetProperty(head => head.Sequence, 0).SetProperty(head => head.Hash, ""), Cancel);
        (await new AuditWalk(db).RunAsync(null, Cancel)).IsSound.ShouldBeTrue();
        (await new AuditWalk(db).RunAsync(new AuditAnchor(before.Count, before.Hash), Cancel)).IsSound.ShouldBeFalse();
    }

    private static (string Kind, string Sql) Tampering(int attempt, Random random)
    {
        var (at, other) = (random.Next(1, Length + 1), random.Next(1, Length));
        other += other >= at ? 1 : 0;
        const string columns = "AtUtc, AccountId, AccountName, Action, EntityType, EntityId, UnitId, Summary, Before, After, PreviousHash, Hash";
        var kind = attempt % (Edits.Length + 7);
        return kind < Edits.Length
            ? ($"edit {kind}", $"UPDATE AuditEntries SET {Edits[kind].Column} = {Edits[kind].Value} WHERE Sequence = {at}")
            : (kind - Edits.Length) switch
            {
                0 => ("delete", $"DELETE FROM AuditEntries WHERE Sequence = {at}"),
                1 => ("truncate", $"DELETE FROM AuditEntries WHERE Sequence > {at - 1}"),
                2 => ("insert behind", $"INSERT INTO AuditEntries (Sequence, {columns}) SELECT {Length + 1}, {columns} FROM AuditEntries WHERE Sequence = {at}"),
                3 => ("insert before", $"INSERT INTO AuditEntries (Sequence, {columns}) SELECT {-other}, {columns} FROM AuditEntries WHERE Sequence = {at}"),
                4 => ("swap", $"UPDATE AuditEntries SET Sequence = 9999 WHERE Sequence = {at}; UPDATE AuditEntries SET Sequence = {at} WHERE Sequence = {other}; "
                    + $"UPDATE AuditEntries SET Sequence = {other} WHERE Sequence = 9999"),
                5 => ("truncate and set back the count", $"DELETE FROM AuditEntries WHERE Sequence >= {at}; UPDATE AuditHeads SET Sequence = {at} - 1"),
                _ => ("head", random.Next(2) == 0 ? "DELETE FROM AuditHeads" : $"UPDATE AuditHeads SET Hash = (SELECT PreviousHash FROM AuditEntries WHERE Sequence = {at})"),
            };
    }

    /// <summary>Tampers, walks, and takes it back.</summary>
    private static async Task<bool> IsMissedAsync(SiteDatabase database, string sql)
    {
        await using var connection = new SqliteConnection(database.Connection);
        await connection.OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = sql;
            command.Transaction = (SqliteTransaction)transaction;
            (await command.ExecuteNonQueryAsync(Cancel)).ShouldBeGreaterThan(0, sql);
        }
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options);
        await db.Database.UseTransactionAsync((DbTransaction)transaction, Cancel);
        return (await new AuditWalk(db).RunAsync(null, Cancel)).IsSound;
    }

    private static async Task FillAsync(SiteDatabase database)
    {
        await using var db = database.Open();
        var trail = new AuditTrail(db, TimeProvider.System);
        for (var i = 1; i <= Length; i++)
        {
            trail.Record(
                new Actor(i % 5, $"人員{i % 5}", new HashSet<Role>(), 3), "create-unit", new AuditSubject("Unit", $"{i}", i),
                $"新增單位「{i}」", new AuditChange(null, new { Name = $"unit {i}" }));
        }
        await db.SaveChangesAsync(Cancel);
        (await new AuditWalk(db).RunAsync(null, Cancel)).Breaks.ShouldBeEmpty();
        (await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).Select(entry => entry.EntityId).ToListAsync(Cancel))
            .ShouldBe(Enumerable.Range(1, Length).Select(at => $"{at}"), "one save keeps the order of its entries");
    }
}
