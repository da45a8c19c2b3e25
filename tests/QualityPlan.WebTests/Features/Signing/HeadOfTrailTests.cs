using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data.Providers;
using Shouldly;
using Xunit;

namespace QualityPlan.WebTests.Features.Signing;

/// <summary>While the books of a signed report are printed, everybody else may write.</summary>
public class HeadOfTrailTests
{
    public static TheoryData<string> Engines => [.. SiteDatabase.Engines.Where(engine => engine != "SqlServer")];

    [Theory, MemberData(nameof(Engines))]
    public async Task Nothing_is_read_or_printed_once_the_head_of_the_trail_is_taken(string engine)
    {
        using var site = new WatchedSite(engine);
        var library = await site.AddLibraryAsync(measures: 150);
        await library.FileAsync(library.Own, FilingState.Compiled);
        await library.ReportInAsync(CompiledReportState.AwaitingConvener);
        var convener = await site.SignInAsync(Role.Convener);
        var page = await convener.GetAsync($"/signing/{library.RoundId}");
        site.Watch.Clear();

        (await convener.SubmitAsync(page, "[data-testid=sign-form]")).Status.ShouldBe(HttpStatusCode.Redirect);

        var steps = site.Watch.ToList();
        (await library.ReportAsync()).Files.Count.ShouldBe(6);
        var begun = steps.FindLastIndex(step => step.What == "begin");
        var taken = steps.FindIndex(step => step.What.Contains("UPDATE \"AuditHeads\""));
        taken.ShouldBeGreaterThan(begun);
        steps[^1].What.ShouldBe("commit");
        steps.Skip(taken).SkipLast(1).ShouldAllBe(step => step.What.Contains("\"AuditHeads\"") || step.What.Contains("\"AuditEntries\""));
        steps.Count(step => step.What == "begin").ShouldBe(2, "what is signed is read, printed outside, and kept");
        TestContext.Current.SendDiagnosticMessage(
            $"{engine}: head of the trail {Milliseconds(steps[taken], steps[^1])} ms, transaction {Milliseconds(steps[begun], steps[^1])} ms, all {Milliseconds(steps[0], steps[^1])} ms");
    }

    private static double Milliseconds(Step from, Step to) => Math.Round(Stopwatch.GetElapsedTime(from.At, to.At).TotalMilliseconds);

    private sealed record Step(string What, long At);

    private sealed class WatchedSite(string engine) : QuarterSite(engine)
    {
        public List<Step> Watch { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(new Statements(Watch), new Transactions(Watch)));
                services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(new Statements(Watch), new Transactions(Watch)));
            });
        }
    }

    private sealed class Statements(List<Step> steps) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            steps.Add(new(command.CommandText, Stopwatch.GetTimestamp()));
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            steps.Add(new(command.CommandText, Stopwatch.GetTimestamp()));
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private sealed class Transactions(List<Step> steps) : DbTransactionInterceptor
    {
        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            steps.Add(new("begin", Stopwatch.GetTimestamp()));
            return base.TransactionStartedAsync(connection, eventData, result, cancellationToken);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            steps.Add(new("commit", Stopwatch.GetTimestamp()));
            return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
        }
    }
}
