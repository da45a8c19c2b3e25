namespace QualityPlan.Web.Data;

/// <summary>
/// One sign-in on one device. Signing out takes it away, on every instance, so that a copy of its cookie
/// opens nothing any more.
/// </summary>
public sealed class OpenSession
{
    public OpenSession(string id, int accountId, DateTime beganAtUtc)
    {
        Id = id;
        AccountId = accountId;
        BeganAtUtc = beganAtUtc;
    }

    private OpenSession() => Id = "";

    public string Id { get; private set; }

    public int AccountId { get; private set; }

    public DateTime BeganAtUtc { get; private set; }
}
