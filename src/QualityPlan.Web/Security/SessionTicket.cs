using System.Globalization;
using System.Security.Claims;

namespace QualityPlan.Web.Security;

/// <summary>What the sign-in cookie holds: whose it is, the account's stamp, which session, and when it began.</summary>
public sealed record SessionTicket(int AccountId, string Stamp, string SessionId, DateTimeOffset BeganAt)
{
    public const string Scheme = "session";

    private const string StampClaim = "stamp";
    private const string SessionClaim = "session";
    private const string BeganClaim = "began";

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, AccountId.ToString(CultureInfo.InvariantCulture)),
            new Claim(StampClaim, Stamp),
            new Claim(SessionClaim, SessionId),
            new Claim(BeganClaim, BeganAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        Scheme));

    public static SessionTicket? From(ClaimsPrincipal principal)
    {
        var stamp = principal.FindFirstValue(StampClaim);
        var session = principal.FindFirstValue(SessionClaim);
        return int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && long.TryParse(principal.FindFirstValue(BeganClaim), CultureInfo.InvariantCulture, out var began)
            && stamp is not null && session is not null
                ? new SessionTicket(id, stamp, session, DateTimeOffset.FromUnixTimeSeconds(began))
                : null;
    }
}
