using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class CompiledReportMapping : IEntityTypeConfiguration<CompiledReport>
{
    public void Configure(EntityTypeBuilder<CompiledReport> report)
    {
        report.ToTable("CompiledReports");
        report.Property(one => one.Summary).HasMaxLength(4000);
        report.HasOne(one => one.Round).WithMany().HasForeignKey(one => one.RoundId);
        report.HasIndex(one => one.RoundId).IsUnique();
        report.HasMany(one => one.Entries).WithOne().HasForeignKey(one => one.CompiledReportId);
        report.HasMany(one => one.SignOffs).WithOne().HasForeignKey(one => one.CompiledReportId);
        report.HasMany(one => one.Files).WithOne().HasForeignKey(one => one.CompiledReportId);
    }
}

internal sealed class CompiledEntryMapping : IEntityTypeConfiguration<CompiledEntry>
{
    public void Configure(EntityTypeBuilder<CompiledEntry> entry)
    {
        entry.ToTable("CompiledEntries");
        entry.Property(one => one.Wording).HasMaxLength(ProgressReport.NarrativeLength);
        entry.HasOne<Measure>().WithMany().HasForeignKey(one => one.MeasureId);
        entry.HasIndex(one => new { one.CompiledReportId, one.MeasureId }).IsUnique();
    }
}

internal sealed class SignOffMapping : IEntityTypeConfiguration<SignOff>
{
    public void Configure(EntityTypeBuilder<SignOff> signOff)
    {
        signOff.ToTable("SignOffs");
        signOff.Property(one => one.Directive).HasMaxLength(2000);
        signOff.Property(one => one.ByName).HasMaxLength(60);
    }
}

internal sealed class SignedFileMapping : IEntityTypeConfiguration<SignedFile>
{
    public void Configure(EntityTypeBuilder<SignedFile> file)
    {
        file.ToTable("SignedFiles");
        file.Property(one => one.Format).HasMaxLength(10);
        file.Property(one => one.FileName).HasMaxLength(260);
        file.Property(one => one.Sha256).HasMaxLength(64);
        file.HasIndex(one => new { one.CompiledReportId, one.Format }).IsUnique();
    }
}
