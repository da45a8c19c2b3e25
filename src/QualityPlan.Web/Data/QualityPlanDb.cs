using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.Calendar;
using QualityPlan.Domain.Criteria;
using QualityPlan.Domain.People;
using QualityPlan.Domain.Plans;
using QualityPlan.Domain.Progress;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Data;

/// <summary>
/// The one context. Its derived classes in Providers only say which engine; model and mapping are the same
/// for all three. Mappings are found by assembly: add an IEntityTypeConfiguration in Data/Mappings.
/// </summary>
public abstract class QualityPlanDb(DbContextOptions options)
    : IdentityUserContext<Account, int>(options), IDataProtectionKeyContext
{
    public DbSet<Account> Accounts => Users;

    public DbSet<OpenSession> OpenSessions => Set<OpenSession>();

    public DbSet<FirstAdministratorLink> FirstAdministratorLinks => Set<FirstAdministratorLink>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitGroup> UnitGroups => Set<UnitGroup>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<HeadingMeaning> HeadingMeanings => Set<HeadingMeaning>();

    public DbSet<QuarterlyRound> Rounds => Set<QuarterlyRound>();

    public DbSet<UnitFiling> Filings => Set<UnitFiling>();

    public DbSet<CompiledReport> CompiledReports => Set<CompiledReport>();

    public DbSet<Memo> Memos => Set<Memo>();

    public DbSet<MemoTemplate> MemoTemplates => Set<MemoTemplate>();

    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<CriteriaList> CriteriaLists => Set<CriteriaList>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<CriterionTag> CriterionTags => Set<CriterionTag>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TextLengths.Check(ChangeTracker);
        var entries = NewEntries();
        return entries.Count == 0
            ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : await SaveThenAuditAsync(entries, cancellationToken);
    }

    /// <summary>The key ring of the framework saves this way; everything of ours saves asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        TextLengths.Check(ChangeTracker);
        return NewEntries().Count > 0
            ? throw new NotSupportedException("Save asynchronously.")
            : base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>In the order they were recorded: the tracker keeps none, drafts count downwards.</summary>
    private List<AuditEntry> NewEntries() => ChangeTracker.Entries<AuditEntry>()
        .Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)
        .OrderByDescending(entry => entry.Sequence).ToList();

    /// <summary>The changes first, then the trail in the same transaction: it needs the numbers of new rows and the head's lock.</summary>
    private async Task<int> SaveThenAuditAsync(List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var own = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        entries.ForEach(entry => Entry(entry).State = EntityState.Detached);
        var saved = await base.SaveChangesAsync(true, cancellationToken);
        entries.ForEach(entry => entry.TakeId());
        await AuditChain.AppendAsync(this, entries, cancellationToken);
        saved += await base.SaveChangesAsync(true, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<string>().HaveMaxLength(TextLengths.Default);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(TextLengths.OfEnums);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        conventions.Properties<RocYear>().HaveConversion<RocYearConverter>();
        conventions.Properties<Quarter>().HaveConversion<QuarterConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(QualityPlanDb).Assembly);
        ModelHabits.Apply(builder.Model);
    }
}
