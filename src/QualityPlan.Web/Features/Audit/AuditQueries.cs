using Microsoft.EntityFrameworkCore;
using QualityPlan.Web.Data;
using QualityPlan.Web.Data.Audit;

namespace QualityPlan.Web.Features.Audit;

public sealed class AuditQueries(QualityPlanDb db)
{
    private const int PageSize = 50;

    public async Task<IndexPage> IndexAsync(AuditFilter filter, int page, CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, 1_000_000);
        var people = await db.Accounts.AsNoTracking().OrderBy(account => account.UserName)
            .Select(account => new AuditPerson(account.Id, account.DisplayName, account.UserName!)).ToListAsync(cancellation);
        if (filter.Period().Faults.Count > 0)
        {
            return new IndexPage(filter, people, [], 1, 0);
        }
        var found = Matching(filter);
        var total = await found.CountAsync(cancellation);
        var entries = await NewestFirst(found).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new IndexPage(filter, people, entries.ConvertAll(AuditRow.Of), page, total);
    }

    /// <summary>Read while it is written out, so that years of entries need no memory.</summary>
    public IAsyncEnumerable<AuditRow> All(AuditFilter filter) =>
        NewestFirst(Matching(filter)).AsAsyncEnumerable().Select(AuditRow.Of);

    private static IQueryable<AuditEntry> NewestFirst(IQueryable<AuditEntry> entries) =>
        entries.OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Sequence);

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var (period, found) = (filter.Period(), db.AuditEntries.AsNoTracking());
        if (period.FromUtc is { } from)
        {
            found = found.Where(entry => entry.AtUtc >= from);
        }
        if (period.UntilUtc is { } until)
        {
            found = found.Where(entry => entry.AtUtc < until);
        }
        if (filter.Person is { } person)
        {
            found = found.Where(entry => entry.AccountId == person);
        }
        if (!string.IsNullOrEmpty(filter.What))
        {
            found = found.Where(entry => entry.Action == filter.What);
        }
        return string.IsNullOrEmpty(filter.Kind) ? found : found.Where(entry => entry.EntityType == filter.Kind);
    }
}
