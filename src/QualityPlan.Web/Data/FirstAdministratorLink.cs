namespace QualityPlan.Web.Data;

/// <summary>
/// The link printed at the start while nobody can administer the system. Only the hash of its token is
/// kept; it ends with its first use or its hour.
/// </summary>
public sealed class FirstAdministratorLink
{
    public FirstAdministratorLink(string tokenHash, DateTime expiresAtUtc)
    {
        TokenHash = tokenHash;
        ExpiresAtUtc = expiresAtUtc;
    }

    private FirstAdministratorLink() => TokenHash = "";

    public int Id { get; private set; }

    public string TokenHash { get; private set; }

    public DateTime ExpiresAtUtc { get; private set; }

    public bool OpensAt(DateTime utcNow) => utcNow < ExpiresAtUtc;
}
