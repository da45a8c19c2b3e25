using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Data.Mappings;

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("Units");
        unit.Property(one => one.Name).HasMaxLength(Unit.NameLength);
        unit.HasIndex(one => one.Name).IsUnique();
        unit.HasMany(one => one.Aliases).WithOne().HasForeignKey(one => one.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UnitAliasMapping : IEntityTypeConfiguration<UnitAlias>
{
    public void Configure(EntityTypeBuilder<UnitAlias> alias)
    {
        alias.ToTable("UnitAliases");
        alias.Property(one => one.Text).HasMaxLength(Unit.NameLength);
        alias.HasIndex(one => one.Text).IsUnique();
    }
}

internal sealed class UnitGroupMapping : IEntityTypeConfiguration<UnitGroup>
{
    public void Configure(EntityTypeBuilder<UnitGroup> group)
    {
        group.ToTable("UnitGroups");
        group.Property(one => one.Name).HasMaxLength(Unit.NameLength);
        group.HasIndex(one => one.Name).IsUnique();
        group.HasMany(one => one.Aliases).WithOne().HasForeignKey(one => one.UnitGroupId).OnDelete(DeleteBehavior.Cascade);
        group.HasMany(one => one.Members).WithOne().HasForeignKey(one => one.UnitGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UnitGroupAliasMapping : IEntityTypeConfiguration<UnitGroupAlias>
{
    public void Configure(EntityTypeBuilder<UnitGroupAlias> alias)
    {
        alias.ToTable("UnitGroupAliases");
        alias.Property(one => one.Text).HasMaxLength(Unit.NameLength);
        alias.HasIndex(one => one.Text).IsUnique();
    }
}

internal sealed class UnitGroupMemberMapping : IEntityTypeConfiguration<UnitGroupMember>
{
    public void Configure(EntityTypeBuilder<UnitGroupMember> member)
    {
        member.ToTable("UnitGroupMembers");
        member.HasOne<Unit>().WithMany().HasForeignKey(one => one.UnitId);
        member.HasIndex(one => new { one.UnitGroupId, one.UnitId }).IsUnique();
    }
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("CalendarDays");
        day.Property(one => one.Name).HasMaxLength(60);
        day.HasIndex(one => one.Date).IsUnique();
    }
}
