using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("Papers");
        paper.Property(one => one.Book).HasMaxLength(20);
        paper.Property(one => one.Format).HasMaxLength(8);
        paper.Property(one => one.Title).HasMaxLength(Paper.TitleLength);
        paper.Property(one => one.FileName).HasMaxLength(Paper.TitleLength);
        paper.Property(one => one.Missing).HasMaxLength(Paper.MissingLength);
        paper.Property(one => one.Problem).HasMaxLength(Paper.ProblemLength);
        paper.HasIndex(one => new { one.AccountId, one.OrderedAtUtc });
        paper.HasIndex(one => one.OrderedAtUtc);
        paper.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
    }
}
