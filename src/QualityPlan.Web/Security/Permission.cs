using QualityPlan.Domain.People;

namespace QualityPlan.Web.Security;

/// <summary>One line of permissions.txt.</summary>
/// <param name="Endpoint"><c>POST Units.Edit</c>, or verb and route for what is not a controller's.</param>
/// <param name="Roles">Empty when <paramref name="Who"/> is not a list of roles.</param>
/// <param name="State">In which state of the things it works; words for people, and the flags below.</param>
public sealed record Permission(string Endpoint, Audience Who, IReadOnlySet<Role> Roles, Scope Scope, string State)
{
    public const string BeforePasswordChange = "before-password-change";

    /// <summary>Reachable while a first password is still to be changed.</summary>
    public bool WorksBeforePasswordChange => State.Contains(BeforePasswordChange, StringComparison.Ordinal);

    public bool Admits(Actor actor) => Who != Audience.Roles || Roles.Any(actor.Is);
}

/// <summary>Whom a line speaks of.</summary>
public enum Audience
{
    /// <summary>People who are not signed in, and everybody else.</summary>
    Anonymous,

    /// <summary>Whoever is signed in.</summary>
    Everyone,

    /// <summary>Holders of one of the roles.</summary>
    Roles,
}
