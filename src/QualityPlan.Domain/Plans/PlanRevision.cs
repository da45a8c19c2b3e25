using System.Security.Cryptography;
using System.Text;

namespace QualityPlan.Domain.Plans;

/// <summary>版次: an approved version of a plan. Nothing of it can be changed.</summary>
public sealed class PlanRevision
{
    internal PlanRevision(int number, Approval approval)
    {
        Number = number;
        IssuedOn = approval.IssuedOn;
        LetterNumber = approval.LetterNumber.Trim();
        ApprovedByAccountId = approval.By.AccountId;
        ApprovedByName = approval.By.Name;
        ApprovedAtUtc = approval.AtUtc;
        Snapshot = approval.Snapshot;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(approval.Snapshot)));
    }

    private PlanRevision()
    {
        LetterNumber = "";
        ApprovedByName = "";
        Snapshot = "";
        Sha256 = "";
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    /// <summary>1 for the first approval, one more for each amendment.</summary>
    public int Number { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public string LetterNumber { get; private set; }

    public int ApprovedByAccountId { get; private set; }

    public string ApprovedByName { get; private set; }

    public DateTime ApprovedAtUtc { get; private set; }

    /// <summary>The table as approved, as JSON.</summary>
    public string Snapshot { get; private set; }

    /// <summary>SHA-256 of the snapshot's UTF-8 bytes in hex.</summary>
    public string Sha256 { get; private set; }
}
