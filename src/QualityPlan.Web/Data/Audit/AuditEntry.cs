using System.Globalization;
using QualityPlan.Domain.Texts;

namespace QualityPlan.Web.Data.Audit;

/// <summary>稽核軌跡: who did what to what, when, and how it stood before and after. Never changed, never deleted.</summary>
public sealed class AuditEntry
{
    public const int SummaryLength = 500;
    public const int StateLength = 100_000;

    private static long _drafts;

    private Func<int>? _awaitedId;

    internal AuditEntry(DateTime atUtc, int accountId, string accountName, string action, AuditSubject subject, string summary)
    {
        // Drafts need keys that differ; the real number is given when the entry is sealed.
        Sequence = Interlocked.Decrement(ref _drafts);
        // The databases keep microseconds, and what is sealed must be what is read again.
        AtUtc = atUtc.AddTicks(-(atUtc.Ticks % TimeSpan.TicksPerMicrosecond));
        AccountId = accountId;
        AccountName = accountName;
        Action = action;
        EntityType = subject.EntityType;
        EntityId = subject.EntityId;
        _awaitedId = subject.AwaitedId;
        UnitId = subject.UnitId;
        Summary = Shortening.ToFit(summary, SummaryLength);
    }

    private AuditEntry() => AccountName = Action = EntityType = EntityId = Summary = PreviousHash = Hash = "";

    /// <summary>1, 2, 3 … without a gap: its place in the chain.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 of everything else in this entry, see <see cref="AuditChain.HashOf"/>.</summary>
    public string Hash { get; private set; } = "";

    public DateTime AtUtc { get; private set; }

    /// <summary>0 for the program itself and for people who are not signed in.</summary>
    public int AccountId { get; private set; }

    /// <summary>The name as it was then.</summary>
    public string AccountName { get; private set; }

    /// <summary>A stable English word such as <c>approve-plan</c>.</summary>
    public string Action { get; private set; }

    public string EntityType { get; private set; }

    public string EntityId { get; private set; }

    public int? UnitId { get; private set; }

    /// <summary>One zh-TW sentence.</summary>
    public string Summary { get; private set; }

    /// <summary>JSON of what changed, as it was; empty when there was nothing.</summary>
    public string? Before { get; internal set; }

    public string? After { get; internal set; }

    /// <summary>A new row has its number once it is saved.</summary>
    internal void TakeId()
    {
        if (_awaitedId is not null)
        {
            EntityId = _awaitedId().ToString(CultureInfo.InvariantCulture);
            _awaitedId = null;
        }
    }

    internal void Seal(long sequence, string previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Hash = AuditChain.HashOf(this);
    }
}

/// <summary>What an audit entry is about.</summary>
public sealed record AuditSubject(string EntityType, string EntityId, int? UnitId = null)
{
    /// <summary>A row that has its number.</summary>
    public static AuditSubject Of<T>(int id, int? unitId = null) =>
        new(typeof(T).Name, id.ToString(CultureInfo.InvariantCulture), unitId);

    /// <summary>A row that gets its number when it is saved: <c>AuditSubject.New&lt;Unit&gt;(() =&gt; unit.Id)</c>.</summary>
    public static AuditSubject New<T>(Func<int> id, int? unitId = null) =>
        new(typeof(T).Name, "", unitId) { AwaitedId = id };

    internal Func<int>? AwaitedId { get; private init; }

    public static readonly AuditSubject None = new("", "");
}
