namespace QualityPlan.Web.Data.Audit;

/// <summary>
/// The one row that says how long the trail is and how it ends. Its lock makes writers, also of several
/// instances, append one after another; its figures show when entries were cut off the end.
/// </summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    private AuditHead() => Hash = "";

    public int Id { get; private set; }

    /// <summary>Sequence of the last entry; 0 for an empty trail.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of the last entry; empty for an empty trail.</summary>
    public string Hash { get; private set; }
}
