using QualityPlan.Domain.People;

namespace QualityPlan.Web.Security;

/// <summary>What the gate asks of the database.</summary>
public interface IAccountBook
{
    /// <summary>The account as it stands now; null when disabled, unknown, or its stamp has changed.</summary>
    Task<Visitor?> FindAsync(int accountId, string stamp, CancellationToken cancellationToken);

    /// <summary>Writes a refusal into the trail.</summary>
    Task NoteRefusalAsync(Actor actor, string endpoint, CancellationToken cancellationToken);
}

/// <summary>Who is at the door.</summary>
public sealed record Visitor(Actor Actor, string? UnitName, bool MustChangePassword);
