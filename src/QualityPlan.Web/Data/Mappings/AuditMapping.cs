using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.HasKey(row => row.Sequence);
        entry.Property(row => row.Sequence).ValueGeneratedNever();
        entry.Property(row => row.PreviousHash).HasMaxLength(HashLength);
        entry.Property(row => row.Hash).HasMaxLength(HashLength);
        entry.Property(row => row.Action).HasMaxLength(60);
        entry.Property(row => row.EntityType).HasMaxLength(60);
        entry.Property(row => row.EntityId).HasMaxLength(60);
        entry.Property(row => row.Summary).HasMaxLength(AuditEntry.SummaryLength);
        entry.Property(row => row.Before).HasMaxLength(AuditEntry.StateLength);
        entry.Property(row => row.After).HasMaxLength(AuditEntry.StateLength);
        entry.HasIndex(row => new { row.AtUtc, row.Sequence });
        entry.HasIndex(row => new { row.AccountId, row.AtUtc });
        entry.HasIndex(row => new { row.EntityType, row.EntityId });
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("AuditHeads");
        head.Property(row => row.Id).ValueGeneratedNever();
        head.Property(row => row.Hash).HasMaxLength(HashLength);
        head.HasData(new { Id = AuditHead.OnlyId, Sequence = 0L, Hash = "" });
    }
}
