using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Progress;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class MemoMappings : IEntityTypeConfiguration<Memo>, IEntityTypeConfiguration<MemoTemplate>
{
    public void Configure(EntityTypeBuilder<Memo> memo)
    {
        memo.ToTable("Memos");
        memo.ComplexProperty(one => one.Text, Lengths);
        memo.Property(one => one.ByName).HasMaxLength(60);
        memo.HasOne<QuarterlyRound>().WithMany().HasForeignKey(one => one.RoundId);
        memo.HasIndex(one => one.RoundId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MemoTemplate> template)
    {
        template.ToTable("MemoTemplates");
        template.ComplexProperty(one => one.Text, Lengths);
    }

    private static void Lengths(ComplexPropertyBuilder<MemoText> text)
    {
        text.Property(one => one.Subject).HasMaxLength(MemoText.SubjectLength);
        text.Property(one => one.Explanation).HasMaxLength(MemoText.ExplanationLength);
        text.Property(one => one.Proposals).HasMaxLength(MemoText.ProposalsLength);
        text.Property(one => one.Closing).HasMaxLength(MemoText.ClosingLength);
    }
}
