using QualityPlan.Domain.People;

namespace QualityPlan.Web.Security;

/// <summary>Who acts in this request and how far the permission reaches; set by the gate.</summary>
public sealed record CurrentActor(Visitor Visitor, Scope Scope);

/// <summary>The actor of a request.</summary>
public static class ActorOfRequest
{
    private static readonly object Key = new();

    /// <summary>Throws on pages that work without signing in; those ask <see cref="ActorOrNull"/>.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.ActorOrNull() ?? throw new InvalidOperationException("Nobody is signed in.");

    public static Actor? ActorOrNull(this HttpContext context) => context.Current()?.Visitor.Actor;

    /// <summary>The name of the actor's own unit, for the frame of the page.</summary>
    public static string? UnitName(this HttpContext context) => context.Current()?.Visitor.UnitName;

    public static Scope GrantedScope(this HttpContext context) => context.Current()?.Scope ?? Scope.Self;

    internal static void SetCurrent(this HttpContext context, CurrentActor current) => context.Items[Key] = current;

    private static CurrentActor? Current(this HttpContext context) => context.Items[Key] as CurrentActor;
}
