using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Data;

/// <summary>
/// The double click of one person: his second request waits for his first, on every instance, by the lock on the row of
/// his account, and then finds what the first one made.
/// </summary>
internal static class OwnTurn
{
    /// <summary>A transaction; without a commit everything written in it is taken back.</summary>
    public static async Task<IDbContextTransaction> TakeAsync(QualityPlanDb db, Actor actor, CancellationToken cancellation = default)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await db.Accounts.Where(account => account.Id == actor.AccountId)
                .ExecuteUpdateAsync(row => row.SetProperty(account => account.DisplayName, account => account.DisplayName), cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
