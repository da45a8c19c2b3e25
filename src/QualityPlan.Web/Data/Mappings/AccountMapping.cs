using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(row => row.DisplayName).HasMaxLength(Account.NameLength);
        account.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId);
        account.HasMany<Unit>().WithOne().HasForeignKey(unit => unit.HeadAccountId);
        account.HasMany(row => row.Roles).WithOne().HasForeignKey(role => role.AccountId);
    }

    public void Configure(EntityTypeBuilder<AccountRole> role)
    {
        role.ToTable("AccountRoles");
        role.HasIndex(row => new { row.AccountId, row.Role }).IsUnique();
    }
}

internal sealed class OpenSessionMapping : IEntityTypeConfiguration<OpenSession>
{
    public void Configure(EntityTypeBuilder<OpenSession> session)
    {
        session.ToTable("OpenSessions");
        session.Property(row => row.Id).HasMaxLength(32);
        session.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId);
        session.HasIndex(row => row.BeganAtUtc);
    }
}

/// <summary>The tables Identity and data protection bring along, under our names.</summary>
internal sealed class FrameworkMapping :
    IEntityTypeConfiguration<IdentityUserClaim<int>>,
    IEntityTypeConfiguration<IdentityUserLogin<int>>,
    IEntityTypeConfiguration<IdentityUserToken<int>>,
    IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> claim) => claim.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login) => login.ToTable("AccountLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token) => token.ToTable("AccountTokens");

    public void Configure(EntityTypeBuilder<DataProtectionKey> key) =>
        key.Property(row => row.Xml).HasMaxLength(8000);
}
