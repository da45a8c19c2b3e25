using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(row => row.Action).HasMaxLength(60);
        entry.Property(row => row.EntityType).HasMaxLength(60);
        entry.Property(row => row.EntityId).HasMaxLength(60);
        entry.Property(row => row.Summary).HasMaxLength(AuditEntry.SummaryLength);
        entry.Property(row => row.Before).HasMaxLength(AuditEntry.StateLength);
        entry.Property(row => row.After).HasMaxLength(AuditEntry.StateLength);
        entry.HasIndex(row => row.AtUtc);
        entry.HasIndex(row => new { row.EntityType, row.EntityId });
    }
}
