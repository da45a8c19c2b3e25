using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Books;
using QualityPlan.Web.Data;
using QualityPlan.Web.Operations;
using QualityPlan.Web.Operations.Generating;
using QualityPlan.WebTests.Data;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Operations;

/// <summary>The verb <c>generate</c>.</summary>
public class GenerateTests
{
    private static readonly DateOnly LastDay = new(2026, 11, 22);

    /// <summary>Stamps are secrets and never the same.</summary>
    private static readonly string[] Secret = ["SecurityStamp", "ConcurrencyStamp"];

    [Fact]
    public async Task The_same_seed_makes_the_same_database_and_another_seed_another()
    {
        var first = await HashAsync(seed: 7);
        (await HashAsync(seed: 7)).ShouldBe(first);
        (await HashAsync(seed: 8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Past_years_are_signed_and_the_last_one_is_under_way()
    {
        using var database = SiteDatabase.Create();
        await using var db = database.Open();
        var reports = await new Generator(db, new GeneratedSize(3, 60, 8, 1, LastDay)).FillAsync();

        (await db.Plans.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
        (await db.Measures.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(180);
        (await db.Filings.SelectMany(one => one.Reports).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(reports);
        var rounds = await db.Rounds.ToListAsync(TestContext.Current.CancellationToken);
        rounds.Count.ShouldBe(12);
        rounds.ShouldAllBe(round => round.IsLocked == (round.Quarter < Quarter.Of(LastDay)));
        (await db.CompiledReports.CountAsync(one => one.State == CompiledReportState.Signed, TestContext.Current.CancellationToken)).ShouldBe(11);
        var kept = await db.CompiledReports.SelectMany(one => one.Files).ToListAsync(TestContext.Current.CancellationToken);
        kept.Count.ShouldBe(11, "the page of every signed report is drawn from its content");
        kept.ShouldAllBe(file => CanonicalContent.Read(file.Bytes).Rows.Count == 60 && CanonicalContent.Read(file.Bytes).SignOffs.Count == 2);
        (await db.Accounts.AllAsync(one => one.PasswordHash == null, TestContext.Current.CancellationToken)).ShouldBeTrue();
        var plan = await db.Plans.OrderBy(one => one.Year).LastAsync(TestContext.Current.CancellationToken);
        var counts = (await StandingsReader.ReadAsync(db, plan.Id, LastDay, TestContext.Current.CancellationToken)).Count(new Quarter(plan.Year, 2));
        counts.Total.ShouldBe(60);
        counts[Light.Behind].ShouldBeInRange(1, 20, "some rows are late, most are not");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--years 0 --database x.db")]
    [InlineData("--measures many --database x.db")]
    [InlineData("--last-day yesterday --database x.db")]
    [InlineData("--engine Oracle --database x.db")]
    public async Task Anything_not_understood_is_refused_with_exit_code_2(string words) =>
        (await GenerateVerb.Run(new VerbCall("generate", words.Split(' ', StringSplitOptions.RemoveEmptyEntries), []))).ShouldBe(2);

    [Fact]
    public async Task A_database_that_holds_something_is_left_as_it_is()
    {
        using var database = SiteDatabase.Create();
        string[] words = ["--years", "1", "--measures", "10", "--units", "2", "--database", database.Connection];
        (await GenerateVerb.Run(new VerbCall("generate", words, []))).ShouldBe(0);
        (await GenerateVerb.Run(new VerbCall("generate", words, []))).ShouldBe(2);
        await using var db = database.Open();
        (await db.Plans.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static async Task<string> HashAsync(int seed)
    {
        using var database = SiteDatabase.Create();
        await using (var db = database.Open())
        {
            await new Generator(db, new GeneratedSize(2, 40, 6, seed, LastDay)).FillAsync();
        }
        return await DatabaseImprint.OfAsync(database.Connection, Secret);
    }
}
