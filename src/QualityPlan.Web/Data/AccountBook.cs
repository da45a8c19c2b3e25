using Microsoft.EntityFrameworkCore;
using QualityPlan.Domain.People;
using QualityPlan.Web.Data.Audit;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Data;

/// <summary>Answers the gate, with one query a request.</summary>
internal sealed class AccountBook(QualityPlanDb db, AuditTrail audit) : IAccountBook
{
    private static readonly PerModel<Func<QualityPlanDb, int, string, string, IAsyncEnumerable<Found>>> Finds = new(() =>
        EF.CompileAsyncQuery((QualityPlanDb db, int id, string stamp, string sessionId) => db.Accounts
            .Where(account => account.Id == id && account.IsActive && account.SecurityStamp == stamp
                && db.OpenSessions.Any(session => session.Id == sessionId && session.AccountId == account.Id))
            .Select(account => new Found(
                account.DisplayName, account.UnitId,
                db.Units.Where(unit => unit.Id == account.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                account.MustChangePassword,
                account.Roles.Select(role => role.Role).ToList()))));

    public async Task<Visitor?> FindAsync(SessionTicket ticket, CancellationToken cancellationToken)
    {
        await foreach (var found in Finds.For(db)(db, ticket.AccountId, ticket.Stamp, ticket.SessionId).WithCancellation(cancellationToken))
        {
            var actor = new Actor(ticket.AccountId, found.Name, found.Roles.ToHashSet(), found.UnitId);
            return new Visitor(actor, found.UnitName, found.MustChangePassword);
        }
        return null;
    }

    public async Task NoteRefusalAsync(Actor actor, string endpoint, CancellationToken cancellationToken)
    {
        audit.Record(actor, "refused", new AuditSubject("Endpoint", endpoint, actor.UnitId), $"拒絕存取：{endpoint}");
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Found(string Name, int? UnitId, string? UnitName, bool MustChangePassword, List<Role> Roles);
}
