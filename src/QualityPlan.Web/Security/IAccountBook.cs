using QualityPlan.Domain.People;

namespace QualityPlan.Web.Security;

/// <summary>What the gate asks of the database.</summary>
public interface IAccountBook
{
    /// <summary>The account as it stands now; null when it is disabled or unknown, its stamp has changed, or the session was ended.</summary>
    Task<Visitor?> FindAsync(SessionTicket ticket, CancellationToken cancellationToken);

    /// <summary>Writes a refusal into the trail.</summary>
    Task NoteRefusalAsync(Actor actor, string endpoint, CancellationToken cancellationToken);
}

/// <summary>Who is at the door.</summary>
public sealed record Visitor(Actor Actor, string? UnitName, bool MustChangePassword);
