using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using QualityPlan.Web.Data;

namespace QualityPlan.Web.Features.Progress;

/// <summary>
/// Whose turn it is to save rows of a filing: boxes left at the same moment are written one after the other, by the lock
/// on the filing's row, so that none runs into the unique index of another.
/// </summary>
internal static class FilingTurn
{
    /// <summary>A transaction; without a commit everything written in it is taken back.</summary>
    public static async Task<IDbContextTransaction> TakeAsync(QualityPlanDb db, FilingKey key, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await db.Filings.Where(filing => filing.RoundId == key.RoundId && filing.UnitId == key.UnitId)
                .ExecuteUpdateAsync(row => row.SetProperty(filing => filing.UnitName, filing => filing.UnitName), cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
