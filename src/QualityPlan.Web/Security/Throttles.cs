namespace QualityPlan.Web.Security;

/// <summary>Names of the rate limits.</summary>
public static class Throttles
{
    /// <summary>Per address, for everything that verifies a password or a token.</summary>
    public const string SignIn = "sign-in";
}
