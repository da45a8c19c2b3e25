using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace QualityPlan.Web.Data.Audit;

/// <summary>雜湊鏈: each entry holds the hash of the one before it, so that none can be changed alone.</summary>
internal static class AuditChain
{
    private static readonly PerModel<Func<QualityPlanDb, CancellationToken, Task<AuditHead>>> Head = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, CancellationToken cancellation) => db.AuditHeads.AsNoTracking().Single()));

    /// <summary>
    /// Numbers and seals the entries behind the last one and adds them. Called in the transaction of the change,
    /// as its last step: taking the head's row makes every other writer wait until this transaction ends.
    /// </summary>
    public static async Task AppendAsync(QualityPlanDb db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        var count = entries.Count;
        var taken = await db.AuditHeads.ExecuteUpdateAsync(
            set => set.SetProperty(head => head.Sequence, head => head.Sequence + count), cancellation);
        if (taken != 1)
        {
            throw new InvalidOperationException("The head of the audit chain is not there; nothing is written without it.");
        }
        var end = await Head.For(db)(db, cancellation);
        var (sequence, hash) = (end.Sequence - count, end.Hash);
        foreach (var entry in entries)
        {
            entry.Seal(++sequence, hash);
            hash = entry.Hash;
        }
        db.AuditEntries.AddRange(entries);
        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, hash), cancellation);
    }

    /// <summary>
    /// SHA-256, in small hexadecimal letters, of the fields in this order, each written as the number of its UTF-8
    /// bytes, a colon, the bytes and a comma (<c>6:登入,</c>), a missing one as <c>-,</c>. docs/security.md tells it.
    /// </summary>
    public static string HashOf(AuditEntry entry)
    {
        var text = new StringBuilder();
        Add(text, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.PreviousHash);
        Add(text, entry.AtUtc.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
        Add(text, entry.AccountId.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.AccountName);
        Add(text, entry.Action);
        Add(text, entry.EntityType);
        Add(text, entry.EntityId);
        Add(text, entry.UnitId?.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.Summary);
        Add(text, entry.Before);
        Add(text, entry.After);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Add(StringBuilder text, string? field)
    {
        if (field is null)
        {
            text.Append("-,");
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},");
    }
}
