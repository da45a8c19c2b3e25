using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> draft)
    {
        draft.ToTable("ImportDrafts");
        draft.Property(one => one.FileName).HasMaxLength(ImportDraft.FileNameLength);
        draft.Property(one => one.Sha256).HasMaxLength(64);
        draft.Property(one => one.Title).HasMaxLength(Plan.TitleLength);
        draft.Property(one => one.Content).HasMaxLength(ImportDraft.ContentLength);
        draft.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
    }
}
