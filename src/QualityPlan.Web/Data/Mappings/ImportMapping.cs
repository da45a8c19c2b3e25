using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportDraft>, IEntityTypeConfiguration<HeadingMeaning>
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

    public void Configure(EntityTypeBuilder<HeadingMeaning> meaning)
    {
        meaning.ToTable("HeadingMeanings");
        meaning.Property(one => one.Agency).HasMaxLength(HeadingMeaning.AgencyLength);
        meaning.Property(one => one.Heading).HasMaxLength(HeadingMeaning.HeadingLength);
        meaning.Property(one => one.Field).HasMaxLength(HeadingMeaning.FieldLength);
        meaning.HasIndex(one => new { one.Agency, one.Heading }).IsUnique();
    }
}
