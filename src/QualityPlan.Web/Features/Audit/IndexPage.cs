using QualityPlan.Domain.Calendar;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Features.Audit;

/// <summary>A page of the trail, newest first.</summary>
public sealed record IndexPage(
    AuditFilter Filter, IReadOnlyList<AuditPerson> People, IReadOnlyList<AuditRow> Rows, int Page, int Total)
{
    public bool IsFaulty => Filter.Period().Faults.Count > 0;
}

public sealed record AuditPerson(int Id, string Name, string UserName);

/// <summary>One entry in the words of people.</summary>
public sealed record AuditRow(long Sequence, DateTime AtUtc, int AccountId, string Who)
{
    /// <summary>Taipei time to the second.</summary>
    public string Time => $"{TaipeiClock.Show(AtUtc)}:{AtUtc.Second:00}";

    public required string What { get; init; }

    public required string Kind { get; init; }

    public required string SubjectId { get; init; }

    public required string Summary { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyList<AuditField> Changes { get; init; }

    internal static AuditRow Of(AuditEntry entry) => new(entry.Sequence, entry.AtUtc, entry.AccountId, entry.AccountName)
    {
        What = AuditWords.Action(entry.Action),
        Kind = AuditWords.Kind(entry.EntityType),
        SubjectId = AuditWords.IsPage(entry.EntityType) ? "" : entry.EntityId,
        Summary = AuditWords.IsPage(entry.EntityType) ? AuditWords.Refusal(entry.EntityId) : entry.Summary,
        Hash = entry.Hash,
        Changes = AuditFields.Compare(entry.EntityType, entry.Before, entry.After),
    };
}
