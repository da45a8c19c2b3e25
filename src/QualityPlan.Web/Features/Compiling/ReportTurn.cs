using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Compiling;

/// <summary>
/// Whose turn it is to write into a round's report: one at a time, on every instance, by the lock on the round's row.
/// The first who writes begins the report; the next finds it, so that nobody runs into the unique index of another.
/// </summary>
internal sealed class ReportTurn : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private ReportTurn(IDbContextTransaction transaction, CompiledReport report) => (_transaction, Report) = (transaction, report);

    /// <summary>Begun at this turn when nobody wrote before; saved with the first change only.</summary>
    public CompiledReport Report { get; }

    /// <summary>Waits for the turn; null when there is no such round.</summary>
    public static async Task<ReportTurn?> TakeAsync(QualityPlanDb db, int roundId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            // Writes the row as it is: the engines know no other lock that they share.
            var found = await db.Rounds.Where(round => round.Id == roundId)
                .ExecuteUpdateAsync(round => round.SetProperty(one => one.OpensOn, one => one.OpensOn), cancellation);
            if (found > 0)
            {
                return new ReportTurn(transaction, await FindOrBeginAsync(db, roundId, cancellation));
            }
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
        await transaction.DisposeAsync();
        return null;
    }

    /// <summary>Lets the next save write a report that begins with this turn.</summary>
    public void AddIfNew(QualityPlanDb db)
    {
        if (Report.Id == 0)
        {
            db.CompiledReports.Add(Report);
        }
    }

    /// <summary>Without it everything written in the turn is taken back.</summary>
    public Task KeepAsync(CancellationToken cancellation) => _transaction.CommitAsync(cancellation);

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private static async Task<CompiledReport> FindOrBeginAsync(QualityPlanDb db, int roundId, CancellationToken cancellation) =>
        await db.CompiledReports.Include(report => report.Round).Include(report => report.Entries)
            .SingleOrDefaultAsync(report => report.RoundId == roundId, cancellation)
        ?? new CompiledReport(await db.Rounds.SingleAsync(round => round.Id == roundId, cancellation));
}
