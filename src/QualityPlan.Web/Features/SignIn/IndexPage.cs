namespace QualityPlan.Web.Features.SignIn;

/// <summary>The sign-in page; the one-click accounts exist in the demonstration only.</summary>
public sealed record IndexPage(SignInForm Form, IReadOnlyList<DemonstrationAccount> OneClick)
{
    /// <summary>A session ended before; says so.</summary>
    public bool TimedOut { get; init; }
}

public sealed record DemonstrationAccount(int Id, string Name, string Roles, string? Unit);
