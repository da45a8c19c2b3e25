using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using QualityPlan.Domain;

namespace QualityPlan.Web.Data;

/// <summary>
/// For what must hold across rows, such as a name that only one may have: whoever decides on it waits for whoever does
/// so now, on every instance, and judges by what the other one wrote.
/// </summary>
internal static class EveryonesTurn
{
    private const int Tries = 3;

    /// <summary>A transaction; without a commit everything written in it is taken back.</summary>
    public static async Task<IDbContextTransaction> TakeAsync(QualityPlanDb db, CancellationToken cancellation = default)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            // The lock is the head of the trail, which the change itself takes as its last step: two locks might be
            // taken the other way round by somebody else.
            await db.AuditHeads.ExecuteUpdateAsync(row => row.SetProperty(head => head.Sequence, head => head.Sequence), cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Judges, and if it may be, writes and saves something new.</summary>
    public static Task<Verdict> ActAsync(QualityPlanDb db, Func<Task<Verdict>> judge, Func<Task> write) =>
        TryAsync(db, judge, write);

    /// <summary>Loads a row, null when it is not there, judges, and if it may be, writes and saves.</summary>
    public static Task<Verdict> ActAsync<T>(
        QualityPlanDb db, Func<Task<T?>> load, Func<T?, Task<Verdict>> judge, Func<T, Task> write)
        where T : class
    {
        T? row = null;
        return TryAsync(db, async () => await judge(row = await load()), () => write(row!));
    }

    /// <summary>
    /// Whoever holds a row and then wants the head of the trail, as an import that teaches a unit's alias does, may be
    /// waited for here while he waits for this turn: the database ends one of the two, and the next try reads anew.
    /// </summary>
    private static async Task<Verdict> TryAsync(QualityPlanDb db, Func<Task<Verdict>> judge, Func<Task> write)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await using var turn = await TakeAsync(db);
                var verdict = await judge();
                if (verdict.IsAllowed)
                {
                    await write();
                    await db.SaveChangesAsync();
                    await turn.CommitAsync();
                }
                return verdict;
            }
            catch (Exception problem) when (left > 1 && Overtaken.Says(problem))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
