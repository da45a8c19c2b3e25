using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QualityPlan.Web.Security;

namespace QualityPlan.Web.Data;

/// <summary>Begins and ends sessions.</summary>
public sealed class Sessions(QualityPlanDb db, TimeProvider clock, IOptions<SecurityOptions> options)
{
    /// <summary>Adds the session; the caller's save keeps it. Those past their hours are swept out on the way.</summary>
    public async Task<SessionTicket> BeginAsync(Account account)
    {
        var now = clock.GetUtcNow();
        var oldest = now.UtcDateTime.AddHours(-options.Value.SessionHours);
        await db.OpenSessions.Where(session => session.BeganAtUtc < oldest).ExecuteDeleteAsync();
        var ticket = new SessionTicket(account.Id, account.SecurityStamp!, OneTimeToken.Create()[..32], now);
        db.OpenSessions.Add(new OpenSession(ticket.SessionId, account.Id, now.UtcDateTime));
        return ticket;
    }

    /// <summary>Takes the session away; the caller's save does it, with its row in the trail.</summary>
    public async Task EndAsync(SessionTicket ticket)
    {
        if (await db.OpenSessions.FindAsync(ticket.SessionId) is { } session)
        {
            db.OpenSessions.Remove(session);
        }
    }
}
