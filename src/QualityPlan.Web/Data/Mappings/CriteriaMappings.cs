using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class CriteriaListMapping : IEntityTypeConfiguration<CriteriaList>
{
    public void Configure(EntityTypeBuilder<CriteriaList> list)
    {
        list.ToTable("CriteriaLists");
        list.Ignore(one => one.Title);
        list.Property(one => one.Name).HasMaxLength(CriteriaList.NameLength);
        list.HasIndex(one => new { one.Year, one.Name }).IsUnique();
        list.HasMany(one => one.Criteria).WithOne().HasForeignKey(one => one.CriteriaListId);
    }
}

internal sealed class CriterionMapping : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.ToTable("Criteria");
        criterion.Property(one => one.Number).HasMaxLength(Criterion.NumberLength);
        criterion.Property(one => one.Title).HasMaxLength(Criterion.TitleLength);
        criterion.Property(one => one.Description).HasMaxLength(Criterion.DescriptionLength);
        criterion.Property(one => one.Points).HasMaxLength(Criterion.PointsLength);
        criterion.HasOne(one => one.Parent).WithMany().HasForeignKey(one => one.ParentId);
        criterion.HasMany(one => one.Tags).WithOne().HasForeignKey(one => one.CriterionId);
    }
}

internal sealed class CriterionTagMapping : IEntityTypeConfiguration<CriterionTag>
{
    public void Configure(EntityTypeBuilder<CriterionTag> tag)
    {
        tag.ToTable("CriterionTags");
        tag.Property(one => one.TaggedByName).HasMaxLength(60);
        tag.HasOne<Measure>().WithMany().HasForeignKey(one => one.MeasureId);
        tag.HasIndex(one => new { one.CriterionId, one.MeasureId }).IsUnique();
    }
}
