using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace QualityPlan.Web.Data.Audit;

/// <summary>Walks the chain from its first entry to its head and finds where it breaks. Writers may go on meanwhile.</summary>
public sealed class AuditWalk(QualityPlanDb db)
{
    private const int BreaksTold = 10;

    private readonly List<string> _breaks = [];

    private long _sequence;
    private string _hash = "";

    /// <param name="anchor">What an earlier walk said of the end, kept outside the database; null when there is none.</param>
    public async Task<AuditFinding> RunAsync(AuditAnchor? anchor, CancellationToken cancellation)
    {
        try
        {
            await WalkAsync(long.MinValue, long.MaxValue, cancellation);
            await CompareWithHeadAsync(cancellation);
            await CompareWithAnchorAsync(anchor, cancellation);
        }
        catch (Exception problem) when (problem is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            _breaks.Add($"第 {_sequence} 筆之後有一筆的欄位格式已毀損，無法讀取。");
        }
        return new AuditFinding(_sequence, _hash, _breaks);
    }

    private async Task WalkAsync(long from, long last, CancellationToken cancellation)
    {
        var entries = db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Sequence > from && entry.Sequence <= last).OrderBy(entry => entry.Sequence).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            Step(entry);
        }
    }

    /// <summary>After a break the walk goes on from what the entry says of itself, so that one break is told once.</summary>
    private void Step(AuditEntry entry)
    {
        if (entry.Sequence <= _sequence)
        {
            Tell($"序號 {entry.Sequence} 的紀錄不應存在。");
            return;
        }
        if (entry.Sequence > _sequence + 1)
        {
            Tell($"第 {_sequence + 1} 筆至第 {entry.Sequence - 1} 筆不見了。");
        }
        else if (entry.PreviousHash != _hash)
        {
            Tell($"第 {entry.Sequence} 筆接不上前一筆（前一筆雜湊不符）。");
        }
        if (AuditChain.HashOf(entry) != entry.Hash)
        {
            Tell($"第 {entry.Sequence} 筆的內容與雜湊不符，已被改動。");
        }
        (_sequence, _hash) = (entry.Sequence, entry.Hash);
    }

    /// <summary>Read after the entries: what was written meanwhile is walked too, and nothing may lie behind the head.</summary>
    private async Task CompareWithHeadAsync(CancellationToken cancellation)
    {
        var heads = await db.AuditHeads.AsNoTracking().ToListAsync(cancellation);
        if (heads.Count != 1)
        {
            Tell("鏈頭紀錄不見了或不只一筆。");
            return;
        }
        var head = heads[0];
        await WalkAsync(_sequence, head.Sequence, cancellation);
        if (head.Sequence > _sequence)
        {
            Tell($"尾端少了第 {_sequence + 1} 筆至第 {head.Sequence} 筆。");
        }
        else if (head.Sequence < _sequence)
        {
            Tell($"第 {head.Sequence + 1} 筆之後是鏈頭沒有登記的紀錄。");
        }
        else if (head.Hash != _hash)
        {
            Tell("鏈頭的雜湊與最後一筆不符。");
        }
    }

    private async Task CompareWithAnchorAsync(AuditAnchor? anchor, CancellationToken cancellation)
    {
        if (anchor is null)
        {
            return;
        }
        var found = await db.AuditEntries.Where(entry => entry.Sequence == anchor.Sequence)
            .Select(entry => entry.Hash).SingleOrDefaultAsync(cancellation);
        if (found != anchor.Hash)
        {
            Tell($"第 {anchor.Sequence} 筆與先前記下的雜湊不符，整條鏈可能已重寫。");
        }
    }

    private void Tell(string sentence)
    {
        if (_breaks.Count < BreaksTold)
        {
            _breaks.Add(sentence);
        }
    }
}

/// <summary>What a walk found: how many entries, how the chain ends, and where it breaks.</summary>
public sealed record AuditFinding(long Count, string Hash, IReadOnlyList<string> Breaks)
{
    public bool IsSound => Breaks.Count == 0;
}

/// <summary>An end of the chain as somebody noted it, <c>120:9f86…</c>.</summary>
public sealed record AuditAnchor(long Sequence, string Hash)
{
    public static AuditAnchor? Parse(string text) =>
        text.Split(':') is [var sequence, { Length: 64 } hash]
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditAnchor(number, hash.ToLowerInvariant())
            : null;
}
