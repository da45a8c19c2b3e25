using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class QuarterlyRoundMapping : IEntityTypeConfiguration<QuarterlyRound>
{
    public void Configure(EntityTypeBuilder<QuarterlyRound> round)
    {
        round.ToTable("QuarterlyRounds");
        round.Ignore(one => one.Dates);
        round.HasOne<Plan>().WithMany().HasForeignKey(one => one.PlanId);
        round.HasIndex(one => new { one.PlanId, one.Quarter }).IsUnique();
    }
}

internal sealed class UnitFilingMapping : IEntityTypeConfiguration<UnitFiling>
{
    public void Configure(EntityTypeBuilder<UnitFiling> filing)
    {
        filing.ToTable("UnitFilings");
        filing.Property(one => one.UnitName).HasMaxLength(Unit.NameLength);
        filing.Property(one => one.SubmittedByName).HasMaxLength(60);
        filing.Property(one => one.ApprovedByName).HasMaxLength(60);
        filing.HasOne(one => one.Round).WithMany().HasForeignKey(one => one.RoundId);
        filing.HasOne<Unit>().WithMany().HasForeignKey(one => one.UnitId);
        filing.HasIndex(one => new { one.RoundId, one.UnitId }).IsUnique();
        filing.HasMany(one => one.Reports).WithOne().HasForeignKey(one => one.UnitFilingId);
        filing.HasMany(one => one.Defects).WithOne().HasForeignKey(one => one.UnitFilingId);
    }
}

internal sealed class DefectMapping : IEntityTypeConfiguration<Defect>
{
    public void Configure(EntityTypeBuilder<Defect> defect)
    {
        defect.ToTable("Defects");
        defect.Property(one => one.Text).HasMaxLength(Defect.TextLength);
        defect.Property(one => one.RaisedByName).HasMaxLength(60);
    }
}

internal sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> report)
    {
        report.ToTable("ProgressReports");
        report.Property(one => one.Narrative).HasMaxLength(ProgressReport.NarrativeLength);
        report.Property(one => one.Cause).HasMaxLength(ProgressReport.CauseLength);
        report.Property(one => one.Countermeasure).HasMaxLength(ProgressReport.CauseLength);
        report.Property(one => one.NoEvidenceReason).HasMaxLength(ProgressReport.CauseLength);
        report.HasOne<Assignment>().WithMany().HasForeignKey(one => one.AssignmentId);
        report.HasOne<Measure>().WithMany().HasForeignKey(one => one.MeasureId);
        report.HasIndex(one => new { one.UnitFilingId, one.AssignmentId }).IsUnique();
        report.HasMany(one => one.Marks).WithOne().HasForeignKey(one => one.ProgressReportId);
        report.HasMany(one => one.Evidence).WithOne().HasForeignKey(one => one.ProgressReportId);
        report.HasMany(one => one.Versions).WithOne().HasForeignKey(one => one.ProgressReportId);
    }
}

internal sealed class CheckpointMarkMapping : IEntityTypeConfiguration<CheckpointMark>
{
    public void Configure(EntityTypeBuilder<CheckpointMark> mark)
    {
        mark.ToTable("CheckpointMarks");
        mark.HasOne<Checkpoint>().WithMany().HasForeignKey(one => one.CheckpointId);
        mark.HasIndex(one => new { one.ProgressReportId, one.CheckpointId }).IsUnique();
    }
}

internal sealed class ReportVersionMapping : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> version)
    {
        version.ToTable("ReportVersions");
        version.Property(one => one.Narrative).HasMaxLength(ProgressReport.NarrativeLength);
        version.Property(one => one.Cause).HasMaxLength(ProgressReport.CauseLength);
        version.Property(one => one.Countermeasure).HasMaxLength(ProgressReport.CauseLength);
        version.Property(one => one.NoEvidenceReason).HasMaxLength(ProgressReport.CauseLength);
        version.Property(one => one.SubmittedByName).HasMaxLength(60);
        version.HasIndex(one => new { one.ProgressReportId, one.Submission }).IsUnique();
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.Property(one => one.FileName).HasMaxLength(260);
        evidence.Property(one => one.Caption).HasMaxLength(200);
        evidence.Property(one => one.ContentType).HasMaxLength(100);
        evidence.Property(one => one.Sha256).HasMaxLength(64);
        evidence.Property(one => one.UploadedByName).HasMaxLength(60);
    }
}
