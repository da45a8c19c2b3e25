using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Plans;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("Plans");
        plan.Property(one => one.Title).HasMaxLength(Plan.TitleLength);
        plan.Property(one => one.Agency).HasMaxLength(100);
        plan.Property(one => one.LetterNumber).HasMaxLength(100);
        plan.Property(one => one.SourceFileName).HasMaxLength(260);
        plan.Property(one => one.SourceSha256).HasMaxLength(64);
        plan.HasIndex(one => one.Year);
        plan.ComplexProperty(one => one.Headings, headings =>
        {
            headings.Property(one => one.Area).HasMaxLength(40);
            headings.Property(one => one.Item).HasMaxLength(40);
            headings.Property(one => one.Approach).HasMaxLength(40);
            headings.Property(one => one.Deadline).HasMaxLength(40);
            headings.Property(one => one.Units).HasMaxLength(40);
            headings.Property(one => one.SupportingUnits).HasMaxLength(40);
        });
        plan.HasMany(one => one.Chapters).WithOne().HasForeignKey(one => one.PlanId);
        plan.HasMany(one => one.Revisions).WithOne().HasForeignKey(one => one.PlanId);
    }
}

internal sealed class PlanChapterMapping : IEntityTypeConfiguration<PlanChapter>
{
    public void Configure(EntityTypeBuilder<PlanChapter> chapter)
    {
        chapter.ToTable("PlanChapters");
        chapter.Property(one => one.Number).HasMaxLength(20);
        chapter.Property(one => one.Title).HasMaxLength(200);
        chapter.Property(one => one.Text).HasMaxLength(20000);
        chapter.Ignore(one => one.Paragraphs);
    }
}

internal sealed class PlanRevisionMapping : IEntityTypeConfiguration<PlanRevision>
{
    public void Configure(EntityTypeBuilder<PlanRevision> revision)
    {
        revision.ToTable("PlanRevisions");
        revision.Property(one => one.LetterNumber).HasMaxLength(100);
        revision.Property(one => one.ApprovedByName).HasMaxLength(60);
        revision.Property(one => one.Snapshot).HasMaxLength(10_000_000);
        revision.Property(one => one.Sha256).HasMaxLength(64);
        revision.HasIndex(one => new { one.PlanId, one.Number }).IsUnique();
    }
}

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.ToTable("Areas");
        area.Property(one => one.Text).HasMaxLength(500);
        area.HasOne<Plan>().WithMany().HasForeignKey(one => one.PlanId);
        area.HasOne(one => one.Parent).WithMany().HasForeignKey(one => one.ParentId);
    }
}

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> item)
    {
        item.ToTable("PlanItems");
        item.Property(one => one.Text).HasMaxLength(1000);
        item.HasOne<Plan>().WithMany().HasForeignKey(one => one.PlanId);
        item.HasOne(one => one.Area).WithMany().HasForeignKey(one => one.AreaId);
    }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.ToTable("Measures");
        measure.Property(one => one.Number).HasMaxLength(20);
        measure.Property(one => one.Approach).HasMaxLength(Measure.ApproachLength);
        measure.Property(one => one.DeadlineText).HasMaxLength(300);
        measure.Property(one => one.UnitsText).HasMaxLength(500);
        measure.Property(one => one.SupportingUnitsText).HasMaxLength(500);
        measure.Ignore(one => one.Undecided);
        measure.HasOne<Plan>().WithMany().HasForeignKey(one => one.PlanId);
        measure.HasOne(one => one.Item).WithMany().HasForeignKey(one => one.PlanItemId);
        measure.HasMany(one => one.Checkpoints).WithOne().HasForeignKey(one => one.MeasureId).OnDelete(DeleteBehavior.Cascade);
        measure.HasMany(one => one.Assignments).WithOne().HasForeignKey(one => one.MeasureId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CheckpointMapping : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> checkpoint)
    {
        checkpoint.ToTable("Checkpoints");
        checkpoint.Ignore(one => one.Quarter);
        checkpoint.HasIndex(one => one.DueOn);
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("Assignments");
        assignment.Property(one => one.UnitName).HasMaxLength(Domain.People.Unit.NameLength);
        assignment.Property(one => one.GroupName).HasMaxLength(Domain.People.Unit.NameLength);
        assignment.HasOne<Domain.People.Unit>().WithMany().HasForeignKey(one => one.UnitId);
        assignment.HasIndex(one => new { one.MeasureId, one.UnitId }).IsUnique();
    }
}
